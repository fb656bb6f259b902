import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepRenewed } from "./keep-renewed.ts";

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
