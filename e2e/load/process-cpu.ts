import { readdirSync, readFileSync } from "node:fs";

/** Milliseconds of a tick in /proc, by which Linux counts everywhere. */
const tickMs = 10;

/** Milliseconds of processor time that a process and those of its children that have ended have used; 0 for one that is gone. Linux only. */
export function cpuMs(pid: number): number {
  const [user = 0, system = 0, ofChildren = 0, systemOfChildren = 0] = statOf(pid).slice(11, 15).map(Number);
  return (user + system + ofChildren + systemOfChildren) * tickMs;
}

/** The same of a process with all its children, as of PostgreSQL. */
export function cpuOfFamilyMs(parent: number): number {
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => Number(statOf(pid)[1]) === parent);
  return [parent, ...children].reduce((sum, pid) => sum + cpuMs(pid), 0);
}

/** The fields of /proc/PID/stat after the name, which may hold spaces: state, parent, … */
function statOf(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return [];
  }
}
