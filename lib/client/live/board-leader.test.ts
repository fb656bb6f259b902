import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BoardLeader } from "./board-leader";
import type { StreamMessage } from "./messages";
import { retryDelayMs } from "./wait-to-retry";

/* The browser's own parts stand in for themselves: what is asked of the server, and what is made of its words. */

const [one, other] = ["0192aaaa-0000-7000-8000-000000000001", "0192aaaa-0000-7000-8000-000000000002"];
const owner = { userId: "user", tenantId: "tenant" };

class Source extends EventTarget {
  static readonly CLOSED = 2;
  static all: Source[] = [];
  readyState = 0;
  isClosed = false;
  onerror: (() => void) | null = null;
  constructor(readonly url: string) {
    super();
    Source.all.push(this);
  }
  close() {
    this.isClosed = true;
  }
  say(name: string, data: unknown) {
    this.dispatchEvent(Object.assign(new Event(name), { data: JSON.stringify(data) }));
  }
  fail(readyState: number) {
    this.readyState = readyState;
    this.onerror?.();
  }
  get boards() {
    return new URL(this.url).searchParams.getAll("board");
  }
}

let told: StreamMessage[];
let leader: BoardLeader;
const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
const open = () => Source.all.filter(({ isClosed }) => !isClosed);
const lead = (isPolling = false) => {
  leader = new BoardLeader({ url: "http://boards.test/api/events", owner, isPolling, tell: (message) => told.push(message) });
};
/** The connection, once everything that waits a moment has been done. */
const current = () => {
  vi.advanceTimersByTime(50);
  const [source] = open();
  if (!source || open().length > 1) throw new Error(`${open().length} connections are open`);
  return source;
};
const event = (boardId: string, number: number) => ({ boardId, number, generationId: "g", type: "progress" });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", page);
  vi.stubGlobal("EventSource", Source);
  Source.all = [];
  told = [];
  lead();
});
afterEach(() => {
  leader.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("the leader of a browser's tabs", () => {
  it("asks for what all tabs want by one connection, each board from where its slowest tab is", () => {
    leader.note("a", [[one, null]]);
    leader.note("b", [[other, 7]]);
    const first = current();
    expect(first.boards).toEqual([one, `${other}:7`]);
    first.say("snapshot", { boardId: one, number: 3, generations: [] });
    first.say("generation", event(other, 8));
    leader.note("c", [
      [one, 2],
      [other, 8],
    ]);
    const second = current();
    expect(first.isClosed).toBe(true);
    expect(second.boards).toEqual([`${one}:2`, `${other}:8`]);
    // Said again, it changes nothing.
    leader.note("a", [[one, 3]]);
    expect(current()).toBe(second);
    leader.note("b", []);
    leader.note("c", []);
    expect(current().boards).toEqual([`${one}:2`]);
    leader.note("a", []);
    vi.advanceTimersByTime(50);
    expect(open()).toEqual([]);
  });

  it("goes on after a break where it was, and says that more may have changed", () => {
    leader.note("a", [[one, 4]]);
    const first = current();
    first.say("generation", event(one, 5));
    first.fail(0);
    vi.advanceTimersByTime(1000);
    expect(current().boards).toEqual([`${one}:5`]);
    expect(told.map(({ name }) => name)).toEqual(["generation"]);
    current().say("viewer", owner);
    expect(told.map(({ name }) => name)).toEqual(["generation", "doubt"]);
  });

  it("opens another connection when one has been silent, or when the browser is online again", () => {
    leader.note("a", [[one, 4]]);
    const first = current();
    for (let second = 0; second < 60; second += 10) {
      first.say("alive", {});
      vi.advanceTimersByTime(10_000);
    }
    expect(current()).toBe(first);
    vi.advanceTimersByTime(30_000);
    const second = current();
    expect(second).not.toBe(first);
    window.dispatchEvent(new Event("online"));
    expect(current()).not.toBe(second);
  });

  it("tells nothing that is meant for another viewer, and asks for nothing more", () => {
    leader.note("a", [[one, null]]);
    const source = current();
    source.say("viewer", { ...owner, userId: "somebody else" });
    source.say("snapshot", { boardId: one, number: 3, generations: [{ id: "not theirs" }] });
    vi.advanceTimersByTime(50);
    expect(told).toEqual([{ name: "doubt" }]);
    expect(open()).toEqual([]);
  });

  it("asks no more for a board that is gone", () => {
    leader.note("a", [
      [one, 1],
      [other, 1],
    ]);
    const source = current();
    source.say("gone", { boardId: one });
    source.fail(0);
    vi.advanceTimersByTime(1000);
    expect(current().boards).toEqual([`${other}:1`]);
  });

  it("without locks asks now and then, and not while the page is hidden", () => {
    leader.close();
    lead(true);
    leader.note("a", [[one, null]]);
    const first = current();
    expect(new URL(first.url).searchParams.get("once")).toBe("1");
    first.say("snapshot", { boardId: one, number: 3, generations: [] });
    first.fail(0);
    expect(open()).toEqual([]);
    vi.advanceTimersByTime(2000);
    expect(current().boards).toEqual([`${one}:3`]);
    page.visibilityState = "hidden";
    current().say("viewer", owner);
    current().fail(0);
    vi.advanceTimersByTime(10_000);
    expect(open()).toEqual([]);
    page.visibilityState = "visible";
    page.dispatchEvent(new Event("visibilitychange"));
    expect(current().boards).toEqual([`${one}:3`]);
  });
});

describe("the wait before another attempt", () => {
  it("grows to a second, and to five when the server stays away", () => {
    expect([0, 1, 2, 3, 60, 61].map((failures) => retryDelayMs(failures, 1))).toEqual([250, 500, 1000, 1000, 1000, 5000]);
    expect(retryDelayMs(0, 0)).toBe(125);
  });
});
