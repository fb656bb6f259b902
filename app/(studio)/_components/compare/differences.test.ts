import { expect, it } from "vitest";
import { differencesOf } from "./differences";

it("lists what differs, the prompt first, and what only some have", () => {
  const found = differencesOf([
    { seed: 1, prompt: "a fox", ratio: "1:1", images: ["x"] },
    { seed: 2, prompt: "a hare", ratio: "1:1", images: ["x"], strength: 0.5 },
  ]);
  expect(found).toEqual([
    { name: "prompt", values: ["a fox", "a hare"] },
    { name: "seed", values: [1, 2] },
    { name: "strength", values: [undefined, 0.5] },
  ]);
});

it("takes null for nothing, and lists and objects by what they hold", () => {
  expect(differencesOf([{ mask: null, size: { width: 1 } }, { size: { width: 1 } }])).toEqual([]);
});
