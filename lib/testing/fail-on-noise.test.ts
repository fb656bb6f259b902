import nodeConsole from "node:console";
import { expect, it } from "vitest";
import { expectNoise } from "./expect-noise";

it("what is printed on purpose is expected, and only that", async () => {
  expect(await expectNoise(/^console\.warn: careful 1$/, () => console.warn("careful %d", 1))).toBeUndefined();
  await expect(expectNoise(/careful/, () => undefined)).rejects.toThrow();
});

it("so it is on the console of Node.js, which the page of happy-dom keeps", async () => {
  await expectNoise(/^console\.error: refused$/, () => nodeConsole.error("refused"));
});

it.fails("what is printed unexpectedly fails the test", () => {
  console.error("not expected");
});
