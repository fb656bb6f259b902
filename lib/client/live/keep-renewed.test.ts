import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepRenewed } from "./keep-renewed";
import { steadySource } from "./steady-source";

const minute = 60_000;
let page: EventTarget & { visibilityState?: string };
let browser: EventTarget;

beforeEach(() => {
  vi.useFakeTimers();
  browser = new EventTarget();
  page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  vi.stubGlobal("window", browser);
  vi.stubGlobal("document", page);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A server whose addresses end in one to five minutes, as sharedBoard's do, and what a client of it knows. */
function server() {
  const state = { endsAt: 0, renewals: 0, isDown: false };
  const give = async () => {
    if (state.isDown) throw new Error("offline");
    state.renewals += 1;
    state.endsAt = Math.ceil((Date.now() + minute) / (4 * minute)) * 4 * minute;
  };
  return { state, give };
}

it("renews before the end, again and again, and asks no more than once in a while", async () => {
  const { state, give } = server();
  await give();
  const stop = keepRenewed(() => state.endsAt, give);
  for (let second = 0; second < 3600; second += 1) {
    await vi.advanceTimersByTimeAsync(1000);
    expect(state.endsAt).toBeGreaterThan(Date.now());
  }
  expect(state.renewals).toBeLessThan(3600 / 120);
  stop();
  const { renewals } = state;
  await vi.advanceTimersByTimeAsync(10 * minute);
  expect(state.renewals).toBe(renewals);
});

it("renews at once when the machine has slept, and as soon as it is online again", async () => {
  const { state, give } = server();
  await give();
  keepRenewed(() => state.endsAt, give);
  // Asleep: time goes on, timers do not.
  vi.setSystemTime(Date.now() + 60 * minute);
  page.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(0);
  expect(state.endsAt).toBeGreaterThan(Date.now());

  state.isDown = true;
  await vi.advanceTimersByTimeAsync(10 * minute);
  expect(state.endsAt).toBeLessThan(Date.now());
  state.isDown = false;
  browser.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(0);
  expect(state.endsAt).toBeGreaterThan(Date.now());
});

it("does not hammer a server whose clock goes elsewhere", async () => {
  const { state, give } = server();
  const renew = vi.fn(give);
  keepRenewed(() => state.endsAt - 24 * 60 * minute, renew);
  await vi.advanceTimersByTimeAsync(10 * minute);
  expect(renew.mock.calls.length).toBeLessThanOrEqual(30);
});

class FakePlayer extends EventTarget {
  currentTime = 0;
  paused = true;
  ended = false;
  sources: string[] = [];
  get src() {
    return this.sources.at(-1) ?? "";
  }
  set src(address: string) {
    this.sources.push(address);
    this.currentTime = 0;
    this.paused = true;
  }
  play = vi.fn(async () => {
    this.paused = false;
  });
  fail() {
    this.dispatchEvent(new Event("error"));
  }
  load() {
    this.dispatchEvent(new Event("loadedmetadata"));
  }
}

it("takes a new address where nothing has been played, and leaves alone what plays", () => {
  const player = new FakePlayer();
  const source = steadySource(player, "/1", () => undefined);
  source.offer("/2");
  expect(player.sources).toEqual(["/1", "/2"]);
  Object.assign(player, { paused: false, currentTime: 12 });
  source.offer("/3");
  expect(player.sources).toEqual(["/1", "/2"]);
});

it("goes on at the same place by the newest address when the old one opens nothing any more", () => {
  const renew = vi.fn();
  const player = new FakePlayer();
  const source = steadySource(player, "/1", renew);
  Object.assign(player, { paused: false, currentTime: 12 });
  source.offer("/2");
  player.fail();
  expect(player.src).toBe("/2");
  player.load();
  expect(player).toMatchObject({ currentTime: 12, paused: false });
  expect(renew).not.toHaveBeenCalled();

  // The newest has ended, too: another one is asked for, once.
  Object.assign(player, { currentTime: 20, paused: true });
  player.fail();
  player.fail();
  expect(renew).toHaveBeenCalledTimes(1);
  source.offer("/3");
  player.load();
  expect(player).toMatchObject({ src: "/3", currentTime: 20, paused: true });
});
