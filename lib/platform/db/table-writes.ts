interface Watcher {
  tables: RegExp;
  onWrite: () => void;
}

// Each bundle of Next.js evaluates this module for itself; a write by any of them is every watcher's.
const kept = globalThis as { boardsTableWatchers?: Map<string, Watcher> };
kept.boardsTableWatchers ??= new Map();
const watchers = kept.boardsTableWatchers;

/**
 * Calls `onWrite` after each write of this process to one of these tables, once it is committed: for what is remembered of them. Writes of
 * other processes are not seen. A watcher of the same name takes the place of the one before.
 */
export function watchWrites(name: string, tables: readonly string[], onWrite: () => void): void {
  watchers.set(name, { tables: new RegExp(`\\b(?:${tables.join("|")})\\b`), onWrite });
}

/** Whom a statement concerns. Rather too many: what only names a table beside a write may be meant for it. */
export function watchersOf(sql: string): (() => void)[] {
  if (!isWrite.test(sql)) return [];
  return [...watchers.values()].filter(({ tables }) => tables.test(sql)).map(({ onWrite }) => onWrite);
}

const isWrite = /^\s*(?:insert|update|delete|merge|truncate|with|do|call)\b/i;
