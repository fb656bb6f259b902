// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { BoardsServer } from "./boards-server.ts";
import { SessionEndedError } from "./connection.ts";

const ada = "tenant ada";
/** What the server does with the next requests: answers as for this viewer, or not at all. */
let answer: (() => Response) | null;
let asked: string[];
let server: BoardsServer;
let told: string[];
let stops: (() => void)[];

const answerFor = (viewer: string | null) => () => Response.json({}, viewer === null ? {} : { headers: { "x-viewer": viewer } });
const ask = () => server.request("/api/graphql");

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  told = [];
  answer = answerFor(ada);
  const options = {
    fetch: async (path: RequestInfo | URL) => {
      asked.push(String(path));
      if (!answer) throw new TypeError("Failed to fetch");
      return answer();
    },
  };
  server = new BoardsServer("", null, () => options);
  const { connection } = server;
  stops = [
    connection.watch(() => told.push(connection.state)),
    connection.on("back", () => told.push("back")),
    connection.on("other", () => told.push("other")),
  ];
});
afterEach(() => {
  for (const stop of stops) stop();
  vi.useRealTimers();
});

it("says that the server is away only when it does not answer once more, and tries until it does", async () => {
  const options = [null, answerFor(ada)];
  answer = () => (options.shift() ?? answerFor(ada))();
  await ask();
  expect(told).toEqual([]);
  answer = null;
  await expect(ask()).rejects.toThrow("Failed to fetch");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told).toEqual(["unreachable"]);
  expect(asked.length).toBeGreaterThan(5);
  answer = answerFor(ada);
  await vi.advanceTimersByTimeAsync(2000);
  expect(told).toEqual(["unreachable", "connected", "back"]);
});

it("takes what something between answers for no answer, and the server's own errors for one", async () => {
  answer = () => new Response("<h1>Bad gateway</h1>", { status: 502, headers: { "content-type": "text/html" } });
  await ask();
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual(["unreachable"]);
  answer = () => Response.json({ errors: [] }, { status: 500 });
  await vi.advanceTimersByTimeAsync(2000);
  answer = answerFor(ada);
  await vi.advanceTimersByTimeAsync(2000);
  expect(told.slice(1)).toEqual(["connected", "back"]);
});

it("gives no answer for nobody to a page of somebody, until they are signed in again", async () => {
  await ask();
  answer = answerFor("nobody");
  await expect(ask()).rejects.toThrow(SessionEndedError);
  expect(told).toEqual(["signedOut"]);
  await expect(ask()).rejects.toThrow(SessionEndedError);
  answer = answerFor(ada);
  await server.connection.look();
  expect(told).toEqual(["signedOut", "connected", "back"]);
});

it("tells when the answers are for someone else, and takes nobody for nobody where nobody was", async () => {
  answer = answerFor("nobody");
  await ask();
  await ask();
  expect(told).toEqual([]);
  answer = answerFor(ada);
  await ask();
  answer = answerFor("tenant ben");
  await ask();
  expect(told).toEqual(["other", "other"]);
  // Another origin is not told who asks.
  answer = answerFor(null);
  await ask();
  expect(told).toHaveLength(2);
});

it("asks nobody's server while nobody listens", async () => {
  for (const stop of stops) stop();
  answer = null;
  await expect(ask()).rejects.toThrow("Failed to fetch");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toHaveLength(1);
});
