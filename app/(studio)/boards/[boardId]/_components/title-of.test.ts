import { expect, it } from "vitest";
import { titleOf } from "./title-of";

const generators = [{ name: "fal-flux-dev-0192aaaa", title: "FLUX at home" }];

it.each([
  ["fal-flux-dev-0192aaaa", false, "FLUX at home"],
  ["user-upload-image", true, "Upload"],
  ["fal-retired-0192bbbb", false, "fal-retired-0192bbbb"],
])("what %s made (an upload: %s) is called %s", (generatorName, isUpload, title) => {
  expect(titleOf({ generatorName, isUpload }, generators)).toBe(title);
});
