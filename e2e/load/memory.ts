import { readFileSync } from "node:fs";

/** Memory of a process in kB, of what it shares with others its part. */
export const pssOf = (pid: number): number => Number(/^Pss:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0);
