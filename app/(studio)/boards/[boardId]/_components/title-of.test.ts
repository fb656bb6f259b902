import { expect, it } from "vitest";
import { titleOf } from "./title-of";

const generators = [{ name: "fal-flux-dev-0192aaaa", title: "FLUX at home" }];

it.each([
  ["fal-flux-dev-0192aaaa", "FLUX at home"],
  ["user-upload-image", "Upload"],
  ["fal-retired-0192bbbb", "fal-retired-0192bbbb"],
])("what %s made is called %s", (name, title) => {
  expect(titleOf(name, generators)).toBe(title);
});
