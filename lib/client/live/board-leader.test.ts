import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BoardsServer } from "../server/boards-server.ts";
import { retryDelayMs } from "../server/wait-to-retry.ts";
import { BoardLeader } from "./board-leader.ts";
import type { StreamMessage } from "./messages.ts";

/* The browser's own parts stand in for themselves: what is asked of the server, and what is made of its words. */

const [one, other] = ["0192aaaa-0000-7000-8000-000000000001", "0192aaaa-0000-7000-8000-000000000002"];
const owner = { userId: "user", tenantId: "tenant" };

/** A connection as the server sees it. */
class Connection {
  static all: Connection[] = [];
  readonly boards: string[];
  readonly once: string | null;
  isClosed = false;
  private readonly writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly response: Response;

  constructor(
    address: string,
    readonly headers: Headers,
    signal: AbortSignal,
    status = 200,
  ) {
    const { searchParams } = new URL(address);
    this.boards = searchParams.getAll("board");
    this.once = searchParams.get("once");
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    this.writer = writable.getWriter();
    this.response = new Response(readable, { status });
    signal.addEventListener("abort", () => {
      if (!this.isClosed) this.writer.abort(signal.reason).catch(() => undefined);
      this.isClosed = true;
    });
    Connection.all.push(this);
  }
  async say(name: string, data: unknown) {
    void this.writer.write(new TextEncoder().encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`));
    await settle();
  }
  async end() {
    this.isClosed = true;
    void this.writer.close();
    await settle();
  }
}

let told: StreamMessage[];
let leader: BoardLeader;
let status: number;
const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
const open = () => Connection.all.filter(({ isClosed }) => !isClosed);
const send = (async (address: string, { headers, signal }: { headers: Headers; signal: AbortSignal }) =>
  new Connection(address, headers, signal, status).response) as unknown as typeof fetch;
const lead = (isPolling = false) => {
  const server = new BoardsServer("http://boards.test", "key", () => ({ fetch: send }));
  leader = new BoardLeader({ server, owner, isPolling, tell: (message) => told.push(message) });
};
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
/** Lets what was said come through the streams, which take turns of the event loop. */
const settle = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
/** The connection, once everything that waits a moment has been done. */
const current = async () => {
  await pass(50);
  await settle();
  const [connection] = open();
  if (!connection || open().length > 1) throw new Error(`${open().length} connections are open`);
  return connection;
};
const event = (boardId: string, number: number) => ({ boardId, number, generationId: "g", type: "progress" });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] });
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", page);
  Connection.all = [];
  told = [];
  status = 200;
  lead();
});
afterEach(() => {
  leader.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("the leader of a browser's tabs", () => {
  it("asks for what all tabs want by one connection with the viewer's token, each board from where its slowest tab is", async () => {
    leader.note("a", [[one, null]]);
    leader.note("b", [[other, 7]]);
    const first = await current();
    expect(first.boards).toEqual([one, `${other}:7`]);
    expect(first.headers.get("authorization")).toBe("Bearer key");
    await first.say("snapshot", { boardId: one, number: 3, generations: [] });
    await first.say("generation", event(other, 8));
    leader.note("c", [
      [one, 2],
      [other, 8],
    ]);
    const second = await current();
    expect(first.isClosed).toBe(true);
    expect(second.boards).toEqual([`${one}:2`, `${other}:8`]);
    // Said again, it changes nothing.
    leader.note("a", [[one, 3]]);
    expect(await current()).toBe(second);
    leader.note("b", []);
    leader.note("c", []);
    expect((await current()).boards).toEqual([`${one}:2`]);
    leader.note("a", []);
    await pass(50);
    expect(open()).toEqual([]);
  });

  it("goes on after a break where it was, and says that more may have changed", async () => {
    leader.note("a", [[one, 4]]);
    const first = await current();
    await first.say("generation", event(one, 5));
    await first.end();
    await pass(1000);
    expect((await current()).boards).toEqual([`${one}:5`]);
    expect(told.map(({ name }) => name)).toEqual(["generation"]);
    await (await current()).say("viewer", owner);
    expect(told.map(({ name }) => name)).toEqual(["generation", "doubt"]);
  });

  it("tells once that it is refused, and asks again", async () => {
    status = 404;
    leader.note("a", [[one, 4]]);
    await pass(50);
    await settle();
    expect(told).toEqual([{ name: "doubt" }]);
    await pass(5000);
    await settle();
    expect(Connection.all.length).toBeGreaterThan(2);
    expect(told).toEqual([{ name: "doubt" }]);
  });

  it("opens another connection when one has been silent, or when the browser is online again", async () => {
    leader.note("a", [[one, 4]]);
    const first = await current();
    for (let second = 0; second < 60; second += 10) {
      await first.say("alive", {});
      await pass(10_000);
    }
    expect(await current()).toBe(first);
    await pass(30_000);
    const second = await current();
    expect(second).not.toBe(first);
    window.dispatchEvent(new Event("online"));
    expect(await current()).not.toBe(second);
  });

  it("tells nothing that is meant for another viewer, and asks for nothing more", async () => {
    leader.note("a", [[one, null]]);
    const connection = await current();
    await connection.say("viewer", { ...owner, userId: "somebody else" });
    await connection.say("snapshot", { boardId: one, number: 3, generations: [{ id: "not theirs" }] });
    await pass(50);
    expect(told).toEqual([{ name: "doubt" }]);
    expect(open()).toEqual([]);
  });

  it("asks no more for a board that is gone", async () => {
    leader.note("a", [
      [one, 1],
      [other, 1],
    ]);
    const connection = await current();
    await connection.say("gone", { boardId: one });
    await connection.end();
    await pass(1000);
    expect((await current()).boards).toEqual([`${other}:1`]);
  });

  it("without locks asks now and then, and not while the page is hidden", async () => {
    leader.close();
    lead(true);
    leader.note("a", [[one, null]]);
    const first = await current();
    expect(first.once).toBe("1");
    await first.say("snapshot", { boardId: one, number: 3, generations: [] });
    await first.end();
    expect(open()).toEqual([]);
    await pass(2000);
    expect((await current()).boards).toEqual([`${one}:3`]);
    page.visibilityState = "hidden";
    await (await current()).say("viewer", owner);
    await (await current()).end();
    await pass(10_000);
    expect(open()).toEqual([]);
    page.visibilityState = "visible";
    page.dispatchEvent(new Event("visibilitychange"));
    expect((await current()).boards).toEqual([`${one}:3`]);
  });
});

describe("the wait before another attempt", () => {
  it("grows to a second, and to five when the server stays away", () => {
    expect([0, 1, 2, 3, 60, 61].map((failures) => retryDelayMs(failures, 1))).toEqual([250, 500, 1000, 1000, 1000, 5000]);
    expect(retryDelayMs(0, 0)).toBe(125);
  });
});
