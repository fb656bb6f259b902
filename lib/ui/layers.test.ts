import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { parseFile } from "@/lib/testing/source-files";

/** What a module has loaded before it runs itself: no types, and nothing that it imports later. */
function importsOf(file: string): string[] {
  const { staticImports, staticExports } = parseFile(file).module;
  const imported = staticImports.filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType));
  const passedOn = staticExports.flatMap(({ entries }) =>
    entries.filter(({ isType }) => !isType).flatMap(({ moduleRequest }) => moduleRequest ?? []),
  );
  return [...imported.map(({ moduleRequest }) => moduleRequest), ...passedOn].map(({ value }) => value);
}

/** The packages that a module brings with it, each with the file that imports it. */
function packagesOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  return importsOf(file).flatMap((name) => {
    if (!/^(@\/|\.)/.test(name)) return `${name} (${file})`;
    const path = name.startsWith("@/") ? name.slice(2) : join(dirname(file), name);
    const found = [`${path}.tsx`, `${path}.ts`].find((each) => existsSync(each));
    return found ? packagesOf(found, seen) : [];
  });
}

const over = /^(radix-ui|sonner) /;

// All pages load what the frame and one of the simplest pages need.
it.each(["app/layout.tsx", "app/(studio)/layout.tsx", "app/(admin)/admin/layout.tsx", "app/(studio)/account/page.tsx"])(
  "%s brings no menu, window, tooltip or message: nobody sees one before they do something",
  (file) => {
    const packages = packagesOf(file);
    expect(packages.join()).toContain("use-intl (");
    expect(
      packages.filter((each) => over.test(each)),
      "let lib/ui/layers.ts load it",
    ).toEqual([]);
  },
);

it("finds them where they are", () => expect(packagesOf("lib/ui/layers.ts").filter((each) => over.test(each)).length).toBeGreaterThan(3));
