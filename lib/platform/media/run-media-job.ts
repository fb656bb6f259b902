import { type JobOptions, MediaProcess } from "@/lib/platform/media/media-process";

/** How many files are decoded at the same time, whatever arrives. */
const processCount = 2;
const idleMs = 60_000;

interface Pool {
  idle: MediaProcess[];
  busy: number;
  waiting: (() => void)[];
  timer?: NodeJS.Timeout;
}

// One pool, however often the bundler makes a copy of this module.
const kept = globalThis as { boardsMediaPool?: Pool };

/**
 * Does a job in a process of its own, with limits of memory and time: nothing that decodes what people send runs in the server. Processes
 * are started when first needed and end after a minute without work.
 */
export async function runMediaJob(job: object, options: JobOptions): Promise<object> {
  kept.boardsMediaPool ??= { idle: [], busy: 0, waiting: [] };
  const pool = kept.boardsMediaPool;
  if (pool.busy < processCount) pool.busy++;
  else await new Promise<void>((resolve) => pool.waiting.push(resolve));
  clearTimeout(pool.timer);
  let media = pool.idle.pop();
  while (media && !media.isUsable) media = pool.idle.pop();
  media ??= new MediaProcess();
  try {
    return await media.run(job, options);
  } finally {
    if (media.isUsable) pool.idle.push(media);
    const next = pool.waiting.shift();
    if (next) next();
    else pool.busy--;
    pool.timer = setTimeout(() => {
      for (const each of pool.idle.splice(0)) each.end();
    }, idleMs).unref();
  }
}
