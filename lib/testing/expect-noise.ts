import { expect } from "vitest";

/** Does something that prints a warning or an error on purpose; it must match. */
export async function expectNoise<T>(pattern: RegExp, work: () => Promise<T> | T): Promise<T> {
  const noise = (globalThis as { testsNoise?: string[] }).testsNoise ?? [];
  const before = noise.length;
  const result = await work();
  expect(noise.splice(before).join("\n")).toMatch(pattern);
  return result;
}
