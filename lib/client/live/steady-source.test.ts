import { expect, it, vi } from "vitest";
import { steadySource } from "./steady-source.ts";

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
