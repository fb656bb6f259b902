import { createHash, randomBytes } from "node:crypto";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A ULID (https://github.com/ulid/spec): sorts by time, as Inngest's own run and event ids do. */
export function createUlid(milliseconds = Date.now(), entropy: Uint8Array = randomBytes(10)): string {
  let bits = BigInt(milliseconds);
  for (const byte of entropy.subarray(0, 10)) bits = (bits << 8n) | BigInt(byte);
  let text = "";
  for (let position = 0; position < 26; position += 1) {
    text = alphabet.charAt(Number(bits & 31n)) + text;
    bits >>= 5n;
  }
  return text;
}

/** A ULID that is the same whenever time and seed are: a repeated request then finds what the first one stored. */
export function createSeededUlid(milliseconds: number, seed: string): string {
  return createUlid(milliseconds, createHash("sha256").update(seed).digest());
}

/** When a ULID was made, in milliseconds. */
export function timeOfUlid(ulid: string): number {
  return [...ulid.slice(0, 10)].reduce((time, letter) => time * 32 + alphabet.indexOf(letter), 0);
}
