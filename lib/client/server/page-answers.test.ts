import { afterEach, expect, it, vi } from "vitest";
import { type PageAnswer, PageAnswers, questionKey } from "./page-answers.ts";

/* What came with a page stands in for one request, and only while it is new. */

const asking = (operationName: string, variables: object = {}) => ({ body: JSON.stringify({ operationName, variables, query: "…" }) });
const told = (operationName: string, answer: PageAnswer["answer"], variables: object = {}): PageAnswer => ({
  key: questionKey(operationName, variables),
  answer,
});
const viewer = () => told("Viewer", Promise.resolve({ body: '{"data":{"me":null}}', viewer: "t u" }));

afterEach(() => void vi.useRealTimers());

it("answers one request, of the same name and variables, as the server would", async () => {
  const answers = new PageAnswers();
  // As React gives it to the browser: its other methods answer nothing.
  const answer = Object.assign(Promise.resolve({ body: '{"data":{"board":null}}', viewer: null }), { catch: () => undefined as never });
  answers.expect([viewer(), told("Board", answer, { id: "a" })]);
  expect(await answers.take(asking("Board", { id: "b" }))).toBeNull();
  const board = await answers.take(asking("Board", { id: "a" }));
  expect(await board?.json()).toEqual({ data: { board: null } });
  const response = await answers.take(asking("Viewer"));
  expect([await response?.text(), response?.headers.get("x-viewer")]).toEqual(['{"data":{"me":null}}', "t u"]);
  expect(await answers.take(asking("Viewer"))).toBeNull();
  expect(await answers.take({ method: "GET" })).toBeNull();
});

it("leaves to the server what could not be answered, or was cut off on its way", async () => {
  const answers = new PageAnswers();
  answers.expect([told("Viewer", Promise.resolve(null)), told("Board", Promise.reject(new Error("Connection closed.")))]);
  expect(await answers.take(asking("Viewer"))).toBeNull();
  expect(await answers.take(asking("Board"))).toBeNull();
});

it("is forgotten when nobody asks, and not told anew by a page that is shown again", async () => {
  vi.useFakeTimers();
  const answers = new PageAnswers();
  const page = [viewer()];
  answers.expect(page);
  answers.expect(page);
  expect(await answers.take(asking("Viewer"))).not.toBeNull();
  answers.expect(page);
  expect(await answers.take(asking("Viewer"))).toBeNull();
  answers.expect([viewer()]);
  vi.advanceTimersByTime(11_000);
  expect(await answers.take(asking("Viewer"))).toBeNull();
});
