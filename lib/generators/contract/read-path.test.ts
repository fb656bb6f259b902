import { expect, it } from "vitest";
import { readPath } from "./read-path";

it.each([
  ["images[].url", { images: [{ url: "a" }, { url: "b" }] }, ["a", "b"]],
  ["output[] | output", { output: "a" }, ["a"]],
  ["output[]+", { output: ["Once ", "upon", ""] }, ["Once upon"]],
  ["output[]+ | output", { output: "whole" }, ["whole"]],
  [
    "**",
    { a: [{ href: "https://x.example/1.png" }], b: "https://x.example/1.png", c: "data:image/png;base64,AA", d: "ftp://no", e: "see https://no" },
    ["https://x.example/1.png", "data:image/png;base64,AA"],
  ],
  ["**", { images: Array.from({ length: 200 }, (_, place) => `https://x.example/${place}`) }, expect.objectContaining({ length: 100 })],
  ["**", {}, []],
])("%s is read in %j", (path, value, found) => {
  expect(readPath(value, path)).toEqual(found);
});
