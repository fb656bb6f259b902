import { expect, it } from "vitest";
import { AwayApps } from "./away-apps";

const url = new URL("http://app.test/api/inngest?fnId=a");
const goesOn = new AbortController().signal;
const stopped = AbortSignal.abort();

it("lets one call at a time find out whether an app is back, with growing pauses", async () => {
  const apps = new AwayApps();
  expect(apps.turn(url, goesOn, 0)).toBeUndefined();
  apps.note(url, true, 0);
  expect(apps.turn(url, stopped, 99)).toBeInstanceOf(Promise);
  expect(apps.turn(url, goesOn, 100)).toBeUndefined();
  const others = Promise.all([apps.turn(url, goesOn, 100), apps.turn(url, goesOn, 100)]);
  apps.note(url, true, 110);
  // They learn of it, and wait for the next.
  await others;
  expect(apps.turn(url, stopped, 309)).toBeInstanceOf(Promise);
  expect(apps.turn(url, goesOn, 310)).toBeUndefined();
  for (let failures = 3; failures < 9; failures++) apps.note(url, true, 1_000);
  expect(apps.turn(url, stopped, 2_999)).toBeInstanceOf(Promise);
  expect(apps.turn(url, goesOn, 3_000)).toBeUndefined();
});

it("lets all go there once it is back, and those who go elsewhere at any time", async () => {
  const apps = new AwayApps();
  apps.note(url, true, 0);
  const waiting = apps.turn(url, goesOn, 0);
  expect(apps.turn(new URL("http://app.test:81/api/inngest"), goesOn, 0)).toBeUndefined();
  apps.note(url, false);
  await waiting;
  expect([apps.turn(url, goesOn, 0), apps.turn(url, goesOn, 0), apps.has(url)]).toEqual([undefined, undefined, false]);
});

it("lets another find out where whoever was to never did", () => {
  const apps = new AwayApps();
  apps.note(url, true, 0);
  expect(apps.turn(url, goesOn, 100)).toBeUndefined();
  expect(apps.turn(url, stopped, 15_099)).toBeInstanceOf(Promise);
  expect(apps.turn(url, goesOn, 15_100)).toBeUndefined();
});
