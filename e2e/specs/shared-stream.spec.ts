import type { APIRequestContext, BrowserContext, Page } from "playwright/test";
import { createBoard, createGeneration, graphql } from "../fixtures/graphql";
import { expect, test } from "../fixtures/test";
import { watchStreams } from "../fixtures/watch-streams";

/** One more than the connections that a browser opens to a server over plain HTTP. */
const tabs = 7;

/** Asks for a sketch as another program would. */
const sketch = (request: APIRequestContext, boardId: string, prompt: string) =>
  createGeneration(request, { boardId, generatorName: "sketch", artifactType: "IMAGE", inputParams: { prompt } });

/** Copies what is on the board until it holds so many more. */
async function multiply(request: APIRequestContext, boardId: string, ids: string[], count: number) {
  const query = "mutation ($ids: [UUID!]!, $boardId: UUID!) { copyGenerations(ids: $ids, boardId: $boardId) { id } }";
  const all = [...ids];
  while (all.length < count) {
    const { copyGenerations } = await graphql<{ copyGenerations: { id: string }[] }>(request, query, {
      ids: all.slice(0, count - all.length),
      boardId,
    });
    all.push(...copyGenerations.map(({ id }) => id));
  }
}

const tileIn = (page: Page, prompt: string) => page.getByRole("button", { name: `Open Sketch: ${prompt}` });

async function openTabs(context: BrowserContext, url: string): Promise<Page[]> {
  const pages: Page[] = [];
  for (let each = 0; each < tabs; each++) {
    const page = await context.newPage();
    await page.goto(url);
    await expect(page.getByText("This board is empty")).toBeVisible();
    pages.push(page);
  }
  return pages;
}

test("seven tabs share one stream, and another tab takes it over when the one that holds it is closed", async ({ board, page, request, browser }) => {
  // Seven pages are opened one after the other.
  test.slow();
  const context = await browser.newContext();
  const streams = watchStreams(context);
  const pages = await openTabs(context, page.url());
  await expect.poll(() => streams.holders().length).toBe(1);
  await sketch(request, board.id, "seen in seven");
  for (const each of pages) await expect(tileIn(each, "seen in seven")).toBeVisible();

  const [holder] = streams.holders();
  await holder?.close();
  await expect.poll(() => streams.holders().length).toBe(1);
  expect(streams.holders()[0]).not.toBe(holder);
  await sketch(request, board.id, "seen in six");
  for (const each of pages) if (each !== holder) await expect(tileIn(each, "seen in six")).toBeVisible();
  await context.close();
});

test("seven tabs without locks, as over plain HTTP, ask now and then, and keep no connection from each other", async ({
  board,
  page,
  request,
  browser,
}) => {
  // Seven pages are opened one after the other.
  test.slow();
  const context = await browser.newContext();
  await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "locks"));
  const streams = watchStreams(context);
  const pages = await openTabs(context, page.url());
  await sketch(request, board.id, "seen in seven");
  for (const each of pages) await expect(tileIn(each, "seen in seven")).toBeVisible();
  // Each asked by itself, more than once, and none of them holds on to its connection.
  expect(streams.counts.everOpened).toBeGreaterThan(tabs);
  await expect.poll(() => streams.holders().length).toBe(0);
  await context.close();
});

test("tabs of two boards share one stream, and each hears of its own board, also while the other tab comes and goes", async ({
  board,
  page,
  request,
  context,
}) => {
  const streams = watchStreams(context);
  const anotherId = await createBoard(request, "Another");
  const other = await context.newPage();
  await other.goto(`/boards/${anotherId}`);
  await expect(other.getByText("This board is empty")).toBeVisible();
  await Promise.all([sketch(request, board.id, "for the first"), sketch(request, anotherId, "for the second")]);
  await expect(tileIn(page, "for the first")).toBeVisible();
  await expect(tileIn(other, "for the second")).toBeVisible();
  await expect(tileIn(other, "for the first")).toHaveCount(0);
  const made = sketch(request, board.id, "meanwhile");
  await other.close();
  await made;
  await expect(tileIn(page, "meanwhile")).toBeVisible();
  expect(streams.counts.most).toBeLessThanOrEqual(2);
});

test("what happened while the browser was offline is there as soon as it is back", async ({ board, page, request, context }) => {
  await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill("before");
  await board.generate();
  await expect(tileIn(page, "before")).toBeVisible();
  await context.setOffline(true);
  const id = await sketch(request, board.id, "meanwhile");
  await expect.poll(async () => (await board.generations()).find((each) => each.id === id)?.status).toBe("COMPLETED");
  await context.setOffline(false);
  await expect(tileIn(page, "meanwhile")).toBeVisible({ timeout: 3000 });
});

test("what could not be fetched after an event is fetched again", async ({ board, page, request }) => {
  let refused = 0;
  await page.route("**/api/graphql", async (route) => {
    const isFetch = route.request().postDataJSON()?.operationName === "Tiles";
    if (!isFetch || refused >= 3) return route.fallback();
    refused += 1;
    await (refused === 2 ? route.fulfill({ status: 503, body: "away" }) : route.abort());
  });
  await sketch(request, board.id, "at last");
  await expect(tileIn(page, "at last")).toBeVisible();
  expect(refused).toBe(3);
});

test("a board of a hundred is shown by one index and one page, whatever arrives first", async ({ board, page, request }) => {
  await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill("many");
  await board.generate();
  await board.finished(/Open Sketch: many/);
  await multiply(request, board.id, [(await board.newest("sketch")).id], 100);
  await expect(board.tiles).toHaveAttribute("aria-rowcount", "100");

  const asked: string[] = [];
  const snapshot = page.waitForResponse("**/api/events*");
  await page.route("**/api/graphql", async (route) => {
    const { operationName } = route.request().postDataJSON();
    asked.push(operationName);
    if (operationName === "GallerySections") await snapshot;
    await route.fallback();
  });
  await page.reload();
  await expect(board.tiles).toHaveAttribute("aria-rowcount", "100");
  await expect(tileIn(page, "many").first()).toBeVisible();
  expect(asked.filter((name) => name === "GallerySections")).toHaveLength(1);
  expect(asked.filter((name) => name === "GalleryItems")).toHaveLength(1);
});
