interface Watcher {
  tables: RegExp;
  except: RegExp | undefined;
  onWrite: () => void;
}

// Each bundle of Next.js evaluates this module for itself; a write by any of them is every watcher's.
const kept = globalThis as { boardsTableWatchers?: Map<string, Watcher> };
kept.boardsTableWatchers ??= new Map();
const watchers = kept.boardsTableWatchers;

/**
 * Calls `onWrite` after each write of this process to one of these tables, once it is committed: for what is remembered of them. Writes of
 * other processes are not seen, nor those that are like `except`. A watcher of the same name takes the place of the one before.
 */
export function watchWrites(name: string, tables: readonly string[], onWrite: () => void, except?: RegExp): void {
  watchers.set(name, { tables: new RegExp(`\\b(?:${tables.join("|")})\\b`), except, onWrite });
}

/** Whom a statement concerns. Rather too many: what only names a table beside a write may be meant for it. */
export function watchersOf(sql: string): (() => void)[] {
  if (!isWrite.test(sql)) return [];
  return [...watchers.values()].filter(({ tables, except }) => tables.test(sql) && !except?.test(sql)).map(({ onWrite }) => onWrite);
}

const isWrite = /^\s*(?:insert|update|delete|merge|truncate|with|do|call)\b/i;
