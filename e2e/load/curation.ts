import { type Browser, chromium, type Page } from "playwright";
import { openingQuery, sectionsQuery } from "../../lib/client/gallery/gallery-queries";
import { startInstallation } from "../fixtures/installation";
import { ask, asScreensAsk } from "./ask";
import { printFigure, quantile } from "./figures";
import { forgetPeak, peakOf, pidOf } from "./memory";
import { addProbe, heapOf, longestTask, openGallery } from "./ui/page-probe";
import { manyResults, seedGallery } from "./ui/seed-gallery";

const changed = Math.min(50_000, manyResults / 2);
const exported = [2_000, 20_000] as const;
const rounds = 5;
/** Between two keys, each of which asks whether the job has ended. */
const lookEveryMs = 500;
/** For so long what the tab still does on its own counts, after it has opened and after a job has ended: nothing tells that it has come to rest. */
const settleMs = 5000;
/** Of the usual shapes: few bytes of media. */
const scale = 1 / 16;

interface Job {
  id: string;
  state: string;
  done: number;
  skipped: number;
}

/**
 * Finding and changing results on a board of 200,000 that a browser's tab shows meanwhile, and exports of 2,000 and 20,000, in an installation of its own.
 * Fails where a job does not complete.
 */
export async function measureCuration(): Promise<void> {
  const installation = await startInstallation("curation", { BOARDS_LOG_LEVEL: "error" });
  const { url, home } = installation;
  const databaseUrl = await installation.databaseUrl();
  const boardId = await seedGallery(url, databaseUrl, { scale });
  await measureFinding(url, boardId);
  const browser = await chromium.launch({
    executablePath: process.env.BOARDS_BROWSER,
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    await measureChanges(browser, url, boardId);
  } finally {
    await browser.close();
  }
  await measureExports(url, home, databaseUrl);
}

async function measureFinding(url: string, boardId: string): Promise<void> {
  console.log(`Finding on a board of ${manyResults} (ms, the median of ${rounds})`);
  const timeZone = "Europe/Berlin";
  const facets =
    "{ searchGenerations(input: { boardId: $boardId }, first: 1) { facets { isComplete artifactTypes { value count } tags { value count } } } }";
  const words = { boardId, query: "shape-7" };
  const asked = [
    { name: "first screen of a search for words", ...asScreensAsk(openingQuery, { search: words, isOldestFirst: false }), most: 60 },
    { name: "all days of that search, with counts", ...asScreensAsk(sectionsQuery, { search: words, timeZone }), most: 1500 },
    {
      name: "first screen of the images",
      ...asScreensAsk(openingQuery, { search: { boardId, artifactTypes: ["IMAGE"] }, isOldestFirst: false }),
      most: 60,
    },
    { name: "all days of everything, with counts", ...asScreensAsk(sectionsQuery, { search: { boardId }, timeZone }), most: 1500 },
    { name: "facets of everything", query: `query ($boardId: UUID!) ${facets}`, variables: { boardId }, most: 300 },
  ];
  for (const { name, query, variables, most } of asked) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      await ask(query, variables, url);
      times.push(performance.now() - start);
    }
    printFigure(name, quantile(times, 0.5), { most });
  }
}

async function measureChanges(browser: Browser, url: string, boardId: string): Promise<void> {
  console.log(`Changing ${changed} of them while a tab shows the board`);
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  let requests = 0;
  page.on("request", () => {
    requests += 1;
  });
  await addProbe(page);
  await openGallery(page, `${url}/boards/${boardId}`);
  await page.waitForTimeout(settleMs);
  const before = await heapOf(page);
  const tag = await ask<{ createTag: { id: string } }>('mutation { createTag(input: { name: "Many" }) { id } }', {}, url);
  const search = { boardId, createdAfter: new Date(Date.now() - (changed + 0.5) * 180_000).toISOString() };
  const change = async (name: string, what: object) => {
    const { job } = await ask<{ job: Job }>(
      `mutation ($search: GenerationSearchInput!, $change: GenerationChangeInput!) { job: changeGenerations(search: $search, change: $change) ${jobFields} }`,
      { search, change: what },
      url,
    );
    return { name, id: job.id };
  };
  const measure = async (begin: () => Promise<{ name: string; id: string }>) => {
    const since = await page.evaluate(() => performance.now());
    requests = 0;
    const start = performance.now();
    const { name, id } = await begin();
    const answeredMs = performance.now() - start;
    const keys = await typeUntilEnded(page, url, id);
    const seconds = (performance.now() - start) / 1000;
    // What follows from it in the tab, too.
    await page.waitForTimeout(settleMs);
    printFigure(`${name} (s)`, seconds, {}, `answers in ${answeredMs.toFixed(0)} ms`);
    printFigure("  longest task of the tab (ms)", await longestTask(page, since), { most: 200 });
    printFigure("  slowest answer to a key (ms)", Math.max(...keys), { most: 500 }, `${keys.length} keys`);
    printFigure("  requests of the tab a second", requests / (seconds + settleMs / 1000), { most: 5 });
    printFigure("  heap (% of before)", (100 * (await heapOf(page))) / before, { most: 150 }, `${(before / 1e6).toFixed(1)} MB before`);
    return { id, seconds };
  };
  await measure(() => change(`tag ${changed}`, { addTagIds: [tag.createTag.id] }));
  const trash = await measure(() => change(`trash ${changed}`, { isTrashed: true }));
  const undo = await measure(async () => {
    const { job } = await ask<{ job: Job }>(`mutation ($id: UUID!) { job: undoBulkJob(id: $id) ${jobFields} }`, { id: trash.id }, url);
    return { name: "undo of the trash", id: job.id };
  });
  printFigure("undo, times the trash", undo.seconds / trash.seconds, { most: 1.5 });
  await page.context().close();
}

const jobFields = "{ id state done skipped }";
const jobOf = async (url: string, id: string) =>
  (await ask<{ bulkJob: Job }>(`query ($id: UUID!) { bulkJob(id: $id) ${jobFields} }`, { id }, url)).bulkJob;

/** Presses a key in the prompt again and again until a job has ended, and answers how long each took to be drawn. */
async function typeUntilEnded(page: Page, url: string, id: string): Promise<number[]> {
  const field = page.getByRole("textbox", { name: "Prompt" });
  await field.fill("");
  const times: number[] = [];
  for (;;) {
    const start = performance.now();
    await field.press("a");
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    times.push(performance.now() - start);
    const { state } = await jobOf(url, id);
    if (state === "COMPLETED") return times;
    if (state !== "RUNNING") throw new Error(`the job is ${state}`);
    await page.waitForTimeout(lookEveryMs);
  }
}

async function measureExports(url: string, home: string, databaseUrl: string): Promise<void> {
  console.log("Exports");
  const worker = pidOf(home, "worker");
  const peaks: number[] = [];
  for (const count of exported) {
    const boardId = await seedGallery(url, databaseUrl, { title: `Exported ${count}`, count, scale });
    forgetPeak(worker);
    const start = performance.now();
    const { job } = await ask<{ job: Job }>(
      `mutation ($boardId: UUID!) { job: exportGenerations(search: { boardId: $boardId }) ${jobFields} }`,
      { boardId },
      url,
    );
    let now = job;
    while (now.state === "RUNNING") {
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
      now = await jobOf(url, job.id);
    }
    if (now.state !== "COMPLETED" || now.skipped > 0) throw new Error(`an export is ${now.state}, ${now.skipped} skipped`);
    printFigure(`export of ${count} (s)`, (performance.now() - start) / 1000, {}, `${now.done} results`);
    peaks.push(peakOf(worker));
    printFigure("  peak memory of the worker (MB)", peaks.at(-1) ?? 0);
  }
  printFigure(`peak of ${exported[1]}, times that of ${exported[0]}`, (peaks[1] ?? 0) / (peaks[0] ?? 1), { most: 1.25 });
}
