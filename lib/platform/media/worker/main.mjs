// @ts-check
// The program of a media process: does one job after another that its parent sends, and ends with its parent.
import { drawFrame, drawImage, writeSound } from "./convert.mjs";
import { describe } from "./describe.mjs";
import { Refusal } from "./limits.mjs";
import { readLooks } from "./looks.mjs";

const memoryLimitBytes = Number(process.argv[2]);
/** How a process ends that used more memory than it may. */
const outOfMemory = 77;

// Beside the limit that the operating system sets where it can: here for what it cannot, and a little lower.
setInterval(() => {
  if (process.memoryUsage.rss() > memoryLimitBytes) process.exit(outOfMemory);
}, 20).unref();

/** @type {Record<string, (job: any, tell: (part: object) => void) => Promise<object>>} */
const jobs = { describe, image: drawImage, frame: drawFrame, sound: writeSound, looks: readLooks };

// A decoder's error also fails what asked it for a frame; left alone, Node.js would end the process for it.
process.on("unhandledRejection", () => undefined);
process.on("disconnect", () => process.exit());
process.on("message", async (/** @type {{ kind: string }} */ job) => {
  const tell = (/** @type {object} */ part) => process.send?.({ part });
  try {
    const result = await jobs[job.kind]?.(job, tell);
    process.send?.({ result, rssBytes: process.memoryUsage.rss() });
  } catch (error) {
    const isRefusal = error instanceof Refusal;
    process.send?.({ problem: { isRefusal, message: error instanceof Error ? error.message : String(error) }, rssBytes: process.memoryUsage.rss() });
  }
});
