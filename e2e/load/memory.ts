import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Memory of a process in kB, of what it shares with others its part. */
export const pssOf = (pid: number): number => kilobytesOf(pid, "Pss");

/** The same without what processes share by intent, as PostgreSQL does its buffers, which fill up to their setting. */
export const pssWithoutBuffersOf = (pid: number): number => kilobytesOf(pid, "Pss") - kilobytesOf(pid, "Pss_Shmem");

const kilobytesOf = (pid: number, field: string): number => kilobytesIn(`/proc/${pid}/smaps_rollup`, field);

/** The process of a part of an installation with this home. */
export const pidOf = (home: string, part: "web" | "worker"): number => Number(readFileSync(join(home, `${part}.pid`), "utf8"));

/** Forgets how much memory a process has had at most. */
export const forgetPeak = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, "5");

/** Megabytes of memory that a process has had at most since that was forgotten. */
export const peakOf = (pid: number): number => megabytesOf(pid, "VmHWM");

/** Resident megabytes of an installation's web server and its worker. */
export const residentOf = (home: string): Record<"web" | "worker", number> => ({
  web: megabytesOf(pidOf(home, "web"), "VmRSS"),
  worker: megabytesOf(pidOf(home, "worker"), "VmRSS"),
});

const megabytesOf = (pid: number, field: string): number => kilobytesIn(`/proc/${pid}/status`, field) / 1024;

const kilobytesIn = (file: string, field: string): number =>
  Number(new RegExp(`^${field}:\\s*(\\d+)`, "m").exec(readFileSync(file, "utf8"))?.[1] ?? 0);
