import { expect, test } from "playwright/test";
import { cleanUp } from "../../fixtures/clean-up";
import { runFuzz } from "../../fuzz/main";

// `npm run fuzz` is the long form.
test.afterAll(cleanUp);

test("inputs of every kind meet no internal error, and leave everything in order", async () => {
  test.setTimeout(600_000);
  const { tally, isAtRest, breaches, restarts } = await runFuzz({ inputs: 160, seed: 7 });
  const { internalErrors, inputs, reachedUseCase } = tally.totals();
  expect(tally.findings).toEqual([]);
  expect({ internalErrors, restarts, isAtRest }).toEqual({ internalErrors: 0, restarts: 0, isAtRest: true });
  expect(Object.entries(breaches).filter(([, count]) => count > 0)).toEqual([]);
  expect(reachedUseCase / inputs).toBeGreaterThan(0.5);
});
