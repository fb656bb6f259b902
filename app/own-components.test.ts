import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { parseFile, sourceFiles } from "@/lib/testing/source-files";

/** The folder that components belong to: the page's, or that of all pages below it. */
const ownerOf = (path: string) => /^(.*)\/_components(?:\/|$)/.exec(path)?.[1];

test("pages take components of their own folder and of those above it, and none of another page", () => {
  const foreign = sourceFiles("app").flatMap((file) => {
    const names = parseFile(file).module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
    const paths = names.flatMap((name) => (name.startsWith("@/") ? name.slice(2) : name.startsWith(".") ? join(dirname(file), name) : []));
    return paths.filter((path) => {
      const owner = ownerOf(path);
      return owner !== undefined && relative(owner, file).startsWith("..");
    });
  });
  // What two pages need belongs into the `_components` of the folder that holds both.
  expect(foreign).toEqual([]);
});
