import { brotliCompressSync, constants } from "node:zlib";
import type { Browser } from "playwright";

const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

/** Kilobytes of JavaScript, as brotli, that each of these addresses loads at first, and how much of it is the same for all. */
export async function shippedScripts(browser: Browser, url: string, paths: string[]): Promise<{ shared: number; byPath: Map<string, number> }> {
  const sizes = new Map<string, number>();
  const loaded = new Map<string, Set<string>>();
  for (const path of paths) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const scripts = new Set<string>();
    const reading: Promise<void>[] = [];
    let isThere = false;
    // What comes at rest is for later, and nobody waits for it.
    page.once("load", () => {
      isThere = true;
    });
    page.on("response", (response) => {
      if (isThere || response.request().resourceType() !== "script") return;
      const name = new URL(response.url()).pathname;
      scripts.add(name);
      const read = async () => void sizes.set(name, brotliCompressSync(await response.body(), options).length);
      if (!sizes.has(name)) reading.push(read());
    });
    await page.goto(`${url}${path}`);
    await page.waitForLoadState("load");
    await Promise.all(reading);
    loaded.set(path, scripts);
    await context.close();
  }
  const kilobytes = (names: Iterable<string>) => [...names].reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0) / 1000;
  const [first = new Set<string>(), ...others] = loaded.values();
  return {
    shared: kilobytes([...first].filter((name) => others.every((scripts) => scripts.has(name)))),
    byPath: new Map([...loaded].map(([path, scripts]) => [path, kilobytes(scripts)])),
  };
}
