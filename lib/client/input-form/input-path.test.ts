import { expect, it } from "vitest";
import { pathsAround, pathWithin, readInputPath } from "./input-path.ts";

it.each([
  ["inputParams.prompt", "prompt"],
  ["inputParams.style_codes.0", "style_codes[0]"],
  ["inputParams.voice_setting.speed", "voice_setting.speed"],
  ["inputParams.lines.12.voice", "lines[12].voice"],
  ["inputParams", ""],
  ["style_codes[0]", "style_codes[0]"],
  ["inputParamsOfMine", "inputParamsOfMine"],
])("%s stands at %s in the form", (field, path) => {
  expect(readInputPath(field)).toBe(path);
});

it("paths lead outward", () => {
  expect(pathsAround("lines[12].voice")).toEqual(["lines[12]", "lines"]);
  expect(pathsAround("prompt")).toEqual([]);
  expect(pathWithin(pathWithin(pathWithin("", "lines"), 12), "voice")).toBe("lines[12].voice");
});
