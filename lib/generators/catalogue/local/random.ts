import { createHash } from "node:crypto";

/** Numbers that look random and are always the same for the same key. */
export interface Random {
  /** From `minimum` to below `maximum`. */
  between(minimum: number, maximum: number): number;
  /** A whole number from `minimum` to `maximum`, both included. */
  whole(minimum: number, maximum: number): number;
  pick<T>(list: readonly T[]): T;
}

/** Starts a sequence from any text (mulberry32 over the first 32 bits of its SHA-256). */
export function randomFrom(key: string): Random {
  let state = createHash("sha256").update(key).digest().readUInt32LE(0);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    between: (minimum, maximum) => minimum + next() * (maximum - minimum),
    whole: (minimum, maximum) => minimum + Math.floor(next() * (maximum - minimum + 1)),
    pick: (list) => list[Math.floor(next() * list.length)] as (typeof list)[number],
  };
}
