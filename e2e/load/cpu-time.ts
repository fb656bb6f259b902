import { readdirSync, readFileSync } from "node:fs";

/** Of Linux on every architecture that we know: the unit of /proc/<pid>/stat. */
const ticksPerSecond = 100;

/** CPU milliseconds (user and system) that everything this process has started has used until now, by the name of its program. */
export function cpuOfDescendants(): Map<string, number> {
  const used = new Map<string, number>();
  for (const [, { program, milliseconds }] of descendants()) used.set(program, (used.get(program) ?? 0) + milliseconds);
  return used;
}

/** The processes that this one has started, and those that they have. */
export function descendants(): [pid: number, Stat][] {
  const processes = readProcesses();
  const isDescendant = (pid: number): boolean => {
    const parent = processes.get(pid)?.parent ?? 0;
    return parent === process.pid || (parent > 1 && isDescendant(parent));
  };
  return [...processes].filter(([pid]) => isDescendant(pid));
}

/** CPU milliseconds of one process and of those of its children that have ended; 0 for one that is gone. */
export const cpuMs = (pid: number): number => readStat(String(pid))[0]?.[1].milliseconds ?? 0;

/** The same of a process with all its children, as of PostgreSQL. */
export function cpuOfFamilyMs(parent: number): number {
  const family = [...readProcesses()].filter(([pid, stat]) => pid === parent || stat.parent === parent);
  return family.reduce((sum, [, { milliseconds }]) => sum + milliseconds, 0);
}

const readProcesses = () => new Map(readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? readStat(name) : [])));

interface Stat {
  parent: number;
  program: string;
  milliseconds: number;
}

/** Nothing for a process that has just ended: its parent has inherited its time. */
function readStat(pid: string): [number, Stat][] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const program = text.slice(text.indexOf("(") + 1, text.lastIndexOf(")"));
    const [, parent, ...rest] = text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    // utime, stime, and the same of children that have ended: fields 14 to 17.
    const ticks = rest.slice(9, 13).reduce((sum, each) => sum + each, 0);
    return [
      [Number(pid), { parent: parent ?? 0, program: program === "postgres" ? program : "node", milliseconds: (ticks * 1000) / ticksPerSecond }],
    ];
  } catch {
    return [];
  }
}
