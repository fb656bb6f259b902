import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sourceFiles } from "@/lib/testing/source-files";

/** Classes of lists, written at once or with clsx. */
const classesOfLists = /<(?:ul|ol)\b[^>]*?className=(?:"([^"]*)"|\{clsx\("([^"]*)")/gs;

test("a list that is a grid names its columns: left to themselves they grow with the longest title, and push what stands behind it off the screen", () => {
  const nameless = sourceFiles("app").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(classesOfLists)]
      .map(([, plain, combined]) => plain ?? combined ?? "")
      .filter((classes) => /(^|\s)grid(\s|$)/.test(classes) && !classes.includes("grid-cols-"))
      .map((classes) => `${file}: ${classes}`),
  );
  expect(nameless).toEqual([]);
});
