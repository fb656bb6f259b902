import { parseSync } from "oxc-parser";
import { describe, expect, it } from "vitest";
import { parseFile, sourceFiles } from "@/lib/testing/source-files";

/** Every process knows all generators. Of packages they load at once only what most need, or what takes less than 20 ms and 2 MB. */
const atOnce = new Set(["zod", "replicate", "@fal-ai/client"]);

/** The packages that a module loads when it is loaded itself. */
function packagesOf({ module }: ReturnType<typeof parseSync>): string[] {
  const loaded = module.staticImports.filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType));
  return loaded.map(({ moduleRequest }) => moduleRequest.value).filter((name) => !/^(\.|@\/|@boards\/|node:)/.test(name));
}

describe("a provider's SDK", () => {
  it("is loaded once it is used, and not by every process that knows the generators", () => {
    const files = sourceFiles("lib/generators/catalogue", "lib/generators/transport", "lib/generators/contract");
    expect(files.length).toBeGreaterThan(300);
    const found = files.flatMap((file) => packagesOf(parseFile(file)).map((name) => `${file}: ${name}`));
    const early = found.filter((each) => !atOnce.has(each.split(": ")[1] ?? ""));
    expect(early, "import() it in the function that uses it, and its types by `import type`").toEqual([]);
    expect(found.length).toBeGreaterThan(10);
  });

  it.each([
    ['import { GoogleGenAI } from "@google/genai";', ["@google/genai"]],
    ['import "@mediabunny/server"; import Runway, { type Task } from "@runwayml/sdk";', ["@mediabunny/server", "@runwayml/sdk"]],
    ['import type { Part } from "@google/genai"; import { type Task } from "@runwayml/sdk"; const sdk = await import("ai");', []],
  ])("is found in %s", (code, packages) => expect(packagesOf(parseSync("file.ts", code))).toEqual(packages));
});
