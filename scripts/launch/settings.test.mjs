import { expect, it } from "vitest";
import { keyOfHome } from "./settings.mjs";

it("gives each data folder of a clone a key of its own, the same at every start", () => {
  const keys = ["/srv/a", "/srv/b", "/srv/a"].map((home) => keyOfHome("the clone's secret", home));
  expect(keys[0]).toBe(keys[2]);
  expect(keys[0]).not.toBe(keys[1]);
  expect(keys[0]).toMatch(/^[0-9a-f]{64}$/);
});
