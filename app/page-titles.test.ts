import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

/** Pages whose folder has a component with a title of its own. */
const pages = globSync("app/**/page.tsx").filter((page) =>
  globSync(join(dirname(page).replaceAll(/[[\]]/g, "[$&]"), "_components/**/*.tsx")).some((file) => readFileSync(file, "utf8").includes("<title>")),
);

// Two titles in one page: which of them the tab shows depends on which arrived last.
test("a page that names itself in the browser gets no title from the server", () => {
  expect(pages).toHaveLength(2);
  for (const page of pages) expect(readFileSync(page, "utf8"), page).toContain("title: null");
});
