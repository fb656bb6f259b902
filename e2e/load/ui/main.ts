// `npm run bench:ui`: how a board of 200,000 results feels in a browser, measured on a production build with an installation of its own. Chromium is
// Playwright's, or BOARDS_BROWSER. `BENCH_RESULTS` seeds another number of results, `BENCH_SCROLL_SECONDS` scrolls for another time.
import { type Browser, type CDPSession, chromium, type Page } from "playwright";
import { runAndCleanUp } from "../../fixtures/clean-up";
import { startInstallation } from "../../fixtures/installation";
import { compareMachine } from "../compare-machine";
import { type Goal, printFigure, quantile } from "../figures";
import { addProbe, countNodes, heapOf, longestTask, middleOfTile, openGallery, scrollFor, timeFromPointer, timeKeys } from "./page-probe";
import { seedGallery } from "./seed-gallery";
import { shippedScripts } from "./shipped-scripts";

const scrollMs = Number(process.env.BENCH_SCROLL_SECONDS ?? 60) * 1000;
const loads = 3;
/** For what a page still does on its own, such as loading what lies beside the screen: nothing tells that it has come to rest. */
const restMs = 2000;
const text = "a lighthouse in the morning fog";
const sessions = new WeakMap<Page, CDPSession>();
const tileIsSeen = "window.isTileSeen()";
const viewerIsSeen =
  "[...document.querySelectorAll('[role=dialog] img')].some((image) => image.complete && image.naturalWidth > 0 && image.clientWidth > 200)";

await runAndCleanUp(async () => {
  const installation = await startInstallation("ui", { BOARDS_SIMULATE_PROVIDERS: "1", BOARDS_LOG_LEVEL: "error" });
  const boardId = await seedGallery(installation.url, await installation.databaseUrl());
  const slowness = await compareMachine(installation.url);
  const browser = await chromium.launch({
    executablePath: process.env.BOARDS_BROWSER,
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    await measure(browser, installation.url, `/boards/${boardId}`, slowness);
  } finally {
    await browser.close();
  }
  return 0;
});

async function measure(browser: Browser, url: string, path: string, slowness: number): Promise<void> {
  console.log("Opening (ms)");
  await openBoard(browser, `${url}${path}`);
  for (const [name, slowdown, mostLcpMs] of [
    ["", 1, 1200],
    [" at 4 × CPU slowdown", 4, 2000],
  ] as const) {
    const opened = [];
    for (let load = 0; load < loads; load++) opened.push(await openBoard(browser, `${url}${path}`, slowdown));
    printFigure(
      `first tile${name}`,
      quantile(
        opened.map(({ firstTileMs }) => firstTileMs),
        0.5,
      ),
      slowdown === 1 ? { most: 800, slowness } : {},
    );
    printFigure(
      `largest contentful paint${name}`,
      quantile(
        opened.map(({ largestPaintMs }) => largestPaintMs),
        0.5,
      ),
      { most: mostLcpMs, slowness },
    );
  }

  const page = await newPage(browser);
  await openGallery(page, `${url}${path}`);
  await page.waitForTimeout(restMs);
  await attempt("scrolling", () => measureScrolling(page, slowness));
  await attempt("the scrubber", () => measureScrubber(page, slowness));
  await attempt("typing", () => measureTyping(page, 1, { most: 16, slowness }));
  await attempt("typing", () => measureTyping(page, 4));
  await attempt("the viewer", () => measureViewer(page));
  await page.context().close();

  console.log("JavaScript (kB, brotli)");
  const { shared, byPath } = await shippedScripts(browser, url, ["/", path, "/account", "/admin/providers"]);
  printFigure("shared by all routes", shared, { most: 200 });
  for (const [route, size] of byPath) printFigure(route === path ? "/boards/[boardId]" : route, size);
}

async function measureScrolling(page: Page, slowness: number): Promise<void> {
  console.log(`Scrolling for ${scrollMs / 1000} s`);
  const heapBefore = await heapOf(page);
  const since = await page.evaluate(() => performance.now());
  const { frames, dropped, nodes } = await scrollFor(page, scrollMs);
  printFigure("longest task (ms)", await longestTask(page, since), { most: 50, slowness });
  printFigure("dropped frames", dropped, {}, `of ${frames + dropped}`);
  const { perTile, tiles } = await countNodes(page);
  printFigure("DOM nodes, at most", nodes, { most: 2500 });
  printFigure("DOM nodes a tile", perTile, {}, `${tiles} tiles`);
  await page.waitForTimeout(restMs);
  const heapAfter = await heapOf(page);
  printFigure("heap after scrolling (%)", (100 * heapAfter) / heapBefore, { most: 120 }, `${mega(heapBefore)} MB, then ${mega(heapAfter)} MB`);
}

function mega(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

async function measureScrubber(page: Page, slowness: number): Promise<void> {
  console.log("Scrubber (ms)");
  const box = await page.locator("[role=slider][aria-orientation=vertical]").boundingBox({ timeout: 5000 });
  if (!box) throw new Error("there is no scrubber");
  const since = await page.evaluate(() => performance.now());
  for (const share of [0.25, 0.9, 0.5]) {
    const [x, y] = [box.x + box.width / 2, box.y + box.height * share];
    printFigure(`jump to ${share * 100} %`, await timeFromPointer(page, () => page.mouse.click(x, y), tileIsSeen), { most: 400, slowness });
    await page.waitForTimeout(500);
  }
  printFigure("longest task", await longestTask(page, since), { most: 50, slowness });
}

async function measureTyping(page: Page, slowdown: number, goal: Goal = {}): Promise<void> {
  // What the last jump asked for is shown by then.
  await page.waitForTimeout(restMs);
  await slowDown(page, slowdown);
  const field = page.getByRole("textbox", { name: "Prompt" });
  await field.fill("", { timeout: 5000 });
  await field.focus();
  const times = await timeKeys(page, text);
  printFigure(`typing, a usual key, ${slowdown} × (ms)`, quantile(times, 0.5), goal);
  printFigure(`typing, the slowest of 20 keys, ${slowdown} × (ms)`, quantile(times, 0.95), goal);
  await slowDown(page, 1);
}

async function measureViewer(page: Page): Promise<void> {
  await slowDown(page, 4);
  const middle = await middleOfTile(page);
  if (!middle) throw new Error("there is no tile");
  const open = () => page.mouse.click(middle.x, middle.y);
  printFigure("viewer, 4 × (ms)", await timeFromPointer(page, open, viewerIsSeen));
  await slowDown(page, 1);
}

async function openBoard(browser: Browser, address: string, slowdown = 1) {
  const page = await newPage(browser);
  await slowDown(page, slowdown);
  await page.goto(address);
  await untilTile(page);
  // The largest paint may come after the first tile.
  await page.waitForTimeout(1500);
  const { firstTileMs, largestPaintMs } = await page.evaluate(() => window.probe);
  await page.context().close();
  return { firstTileMs, largestPaintMs };
}

async function untilTile(page: Page): Promise<void> {
  await page.waitForFunction(() => window.probe.firstTileMs > 0, null, { timeout: 60_000 });
}

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await addProbe(page);
  return page;
}

/** For as long as its session lasts: one that is detached takes the slowdown back. */
async function slowDown(page: Page, rate: number): Promise<void> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, session);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}

/** What an older build does not have is told, and the rest measured. */
async function attempt(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.log(`  ${name} could not be measured: ${error instanceof Error ? error.message.split("\n")[0] : error}`);
    process.exitCode = 1;
  }
}
