import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";

/** There are never more names than this: for each of them a connection keeps a plan, of up to some hundred kilobytes. */
export const maximumNames = 300;
/** Of one statement, so many lengths of its lists have names: most pages are of the same few. */
export const maximumLengths = 4;
const remembered = 2000;

interface Named {
  name: string;
  shape: string;
}

/**
 * Names of prepared statements, which PostgreSQL plans once a connection instead of each time. A statement has a name from its second use on;
 * the one that was not used for longest loses it when there are too many.
 */
export class StatementNames {
  private readonly lengths = new Map<string, number>();
  private readonly names = new LRUCache<string, Named>({ max: maximumNames, dispose: ({ shape }) => this.count(shape, -1) });
  private readonly seen = new LRUCache<string, true>({ max: remembered });
  private readonly stale = new LRUCache<string, true>({ max: maximumNames });

  /** The name of this SQL; empty for a statement that is not to be prepared. */
  of(sql: string): string {
    const known = this.names.get(sql);
    if (known) return known.name;
    if (!this.seen.has(sql)) {
      this.seen.set(sql, true);
      return "";
    }
    if (!isPlanned.test(sql) || this.stale.has(sql)) return "";
    const shape = shapeOf(sql);
    return (this.lengths.get(shape) ?? 0) < maximumLengths ? this.name(sql, shape) : "";
  }

  /**
   * Takes the name of a statement away: the plans that connections keep under it no longer fit the tables. Another name would not do, since a
   * pooler that keeps statements knows them by their text.
   */
  giveUp(sql: string): void {
    this.stale.set(sql, true);
    this.names.delete(sql);
  }

  private name(sql: string, shape: string): string {
    const name = createHash("sha256").update(sql).digest("base64url").slice(0, 22);
    this.names.set(sql, { name, shape });
    this.count(shape, 1);
    return name;
  }

  private count(shape: string, difference: number): void {
    const count = (this.lengths.get(shape) ?? 0) + difference;
    if (count > 0) this.lengths.set(shape, count);
    else this.lengths.delete(shape);
  }
}

// BEGIN, SET and the like have no plan.
const isPlanned = /^\s*(?:select|insert|update|delete|with)\b/i;

/** A statement without the length of its lists: of `IN ($1,$2,…)`, and of rows that are inserted together. */
function shapeOf(sql: string): string {
  return sql
    .replace(/\$\d+/g, "?")
    .replace(/\?(?:\s*,\s*\?)+/g, "?+")
    .replace(/(\([^()]*\))(?:\s*,\s*\1)+/g, "$1+");
}
