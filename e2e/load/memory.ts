import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Memory of a process in kB, of what it shares with others its part. */
export const pssOf = (pid: number): number => kilobytesOf(pid, "Pss");

/** The same without what processes share by intent, as PostgreSQL does its buffers, which fill up to their setting. */
export const pssWithoutBuffersOf = (pid: number): number => kilobytesOf(pid, "Pss") - kilobytesOf(pid, "Pss_Shmem");

const kilobytesOf = (pid: number, field: string): number =>
  Number(new RegExp(`^${field}:\\s*(\\d+)`, "m").exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0);

/** The process of a part of an installation with this home. */
export const pidOf = (home: string, part: "web" | "worker"): number => Number(readFileSync(join(home, `${part}.pid`), "utf8"));

/** Forgets how much memory a process has had at most. */
export const forgetPeak = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, "5");

/** Megabytes of memory that a process has had at most since that was forgotten. */
export const peakOf = (pid: number): number => Number(/^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;

/** Resident megabytes of an installation's web server and its worker. */
export function residentOf(home: string): Record<"web" | "worker", number> {
  const of = (part: "web" | "worker") => Number(/^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pidOf(home, part)}/status`, "utf8"))?.[1] ?? 0) / 1024;
  return { web: of("web"), worker: of("worker") };
}
