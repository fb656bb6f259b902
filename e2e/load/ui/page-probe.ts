import type { Page } from "playwright";

/** What the page notes about itself, from its first moment on. */
interface Probe {
  firstTileMs: number;
  largestPaintMs: number;
  longTasks: { at: number; ms: number }[];
}

declare global {
  interface Window {
    probe: Probe;
    isTileSeen: () => boolean;
  }
}

/** Makes every document of the page note its first tile, its largest paint and its long tasks. */
export async function addProbe(page: Page): Promise<void> {
  // What tsx compiles names its functions by a helper that the page does not have.
  await page.addInitScript({ content: "globalThis.__name = (value) => value;" });
  await page.addInitScript(() => {
    const probe: Probe = { firstTileMs: 0, largestPaintMs: 0, longTasks: [] };
    window.probe = probe;
    window.isTileSeen = () =>
      [...document.querySelectorAll<HTMLImageElement>("[role=gridcell] img, main figure img")].some((image) => {
        const { top, bottom } = image.getBoundingClientRect();
        return image.complete && image.naturalWidth > 0 && bottom > 0 && top < innerHeight;
      });
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries()) probe.largestPaintMs = startTime;
    }).observe({ type: "largest-contentful-paint", buffered: true });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) probe.longTasks.push({ at: startTime, ms: duration });
    }).observe({ type: "longtask", buffered: true });
    const look = () => {
      if (document.body && window.isTileSeen()) probe.firstTileMs = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** Opens a board until its gallery is there. The first tiles come before the scripts run, of which most figures are about. */
export async function openGallery(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForSelector("[role=gridcell] img", { timeout: 60_000 });
}

/** The longest task since `since`, in milliseconds; 0 where none took 50 or more. */
export const longestTask = (page: Page, since = 0): Promise<number> =>
  page.evaluate((from) => Math.max(0, ...window.probe.longTasks.filter(({ at }) => at >= from).map(({ ms }) => ms)), since);

/** The heap in bytes, without what can be collected. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize;
}

/** Elements on the page, and below each tile. */
export const countNodes = (page: Page) =>
  page.evaluate(() => {
    const tiles = [...document.querySelectorAll("[role=gridcell], main figure")];
    const within = tiles.reduce((sum, tile) => sum + tile.querySelectorAll("*").length + 1, 0);
    return { all: document.querySelectorAll("*").length, tiles: tiles.length, perTile: tiles.length > 0 ? within / tiles.length : 0 };
  });

/** The middle of a tile, where that lies within the board's scroll area; null where there is none. Tiles beyond its edges exist, too. */
export const middleOfTile = (page: Page) =>
  page.evaluate(() => {
    for (const image of document.querySelectorAll("[role=gridcell] img, main figure img")) {
      const { left, top, width, height } = image.getBoundingClientRect();
      const middle = { x: left + width / 2, y: top + height / 2 };
      const isClear = [middle.y - 4, middle.y + 4].every((y) =>
        document.elementFromPoint(middle.x, y)?.closest("[role=gridcell], figure")?.contains(image),
      );
      if (isClear) return middle;
    }
    return null;
  });

/** Scrolls the board down for so long, a frame at a time; answers how many frames were dropped and how many nodes there were at most. */
export const scrollFor = (page: Page, durationMs: number) =>
  page.evaluate(
    (duration) =>
      new Promise<{ frames: number; dropped: number; nodes: number }>((resolve) => {
        let area = document.querySelector<HTMLElement>("[role=gridcell], main figure")?.parentElement ?? null;
        while (area && !(area.scrollHeight > area.clientHeight + 10 && /auto|scroll/.test(getComputedStyle(area).overflowY)))
          area = area.parentElement;
        const scrolled = area ?? document.scrollingElement ?? document.documentElement;
        const start = performance.now();
        let last = start;
        const figures = { frames: 0, dropped: 0, nodes: 0 };
        const step = (now: number) => {
          figures.frames += 1;
          figures.dropped += Math.max(0, Math.round((now - last) / (1000 / 60)) - 1);
          if (figures.frames % 30 === 0) figures.nodes = Math.max(figures.nodes, document.querySelectorAll("*").length);
          last = now;
          scrolled.scrollBy(0, 40);
          if (now - start < duration) requestAnimationFrame(step);
          else resolve(figures);
        };
        requestAnimationFrame(step);
      }),
    durationMs,
  );

/** Milliseconds from a pointer that goes down until `isThere`, a condition on the page, holds. */
export async function timeFromPointer(page: Page, act: () => Promise<unknown>, isThere: string): Promise<number> {
  await page.evaluate((condition) => {
    const holds = new Function(`return ${condition}`);
    Object.assign(window, {
      timed: new Promise<number>((resolve) => {
        const onDown = () => {
          const start = performance.now();
          const look = () => (holds() ? resolve(performance.now() - start) : requestAnimationFrame(look));
          // Whatever was there before the pointer is gone after the next frame.
          requestAnimationFrame(() => requestAnimationFrame(look));
        };
        window.addEventListener("pointerdown", onDown, { capture: true, once: true });
      }),
    });
  }, isThere);
  await act();
  const timeout = new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Error(`${isThere} never held`)), 20_000).unref());
  return Promise.race([page.evaluate(() => (window as unknown as { timed: Promise<number> }).timed), timeout]);
}

/** How long a fast typist takes for a key. */
const keyMs = 60;

/**
 * Milliseconds of work that each key takes in a text field, from the key to the end of what it renders. Keys come as fast as hands can type: the browser
 * takes input before everything else, so that one after another without a pause would measure the queue of keys instead.
 */
export async function timeKeys(page: Page, text: string): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { keyTimes: times });
    window.addEventListener(
      "keydown",
      () => {
        const start = performance.now();
        const { port1, port2 } = new MessageChannel();
        // A task of its own: what the key renders is done before.
        window.addEventListener("input", () => port2.postMessage(null), { capture: true, once: true });
        port1.onmessage = () => times.push(performance.now() - start);
      },
      { capture: true },
    );
  });
  await page.keyboard.type(text, { delay: keyMs });
  return page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes);
}
