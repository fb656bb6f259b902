import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { parseFile, sourceFiles } from "@/lib/testing/source-files";

/** The districts, from the ground up: each may import those before it. */
const districts = ["platform", "identity", "boards", "generators", "spending", "generations", "curation", "api"];
/** Beside them: what they may import of lib. */
const beside: Record<string, string[]> = { client: ["client"], messages: ["messages"], ui: ["ui", "messages"] };

/** Rules that the browser keeps by the same code as the server: they come with the package of the hooks. */
const shared = ["lib/client/input-form/input-rules.ts"];
const packageName = "@boards/client";

interface Import {
  from: string;
  to: string;
}

const root = process.cwd();
const files = sourceFiles("lib");
const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const { module } = parseFile(file);
  const said = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? [])),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => readFileSync(file, "utf8").slice(start, end).replace(/["']/g, "")),
  ];
  return [...new Set(said)].flatMap((name) => {
    const path = pathOf(name, file);
    const found = path && [path, `${path}.ts`, `${path}.tsx`].find((each) => /\.\w+$/.test(each) && existsSync(join(root, each)));
    return found?.startsWith("lib/") ? [{ from: file, to: found }] : [];
  });
}

function pathOf(name: string, importer: string): string | null {
  if (name.startsWith("@/")) return name.slice(2);
  if (name === packageName) return "lib/client/index.ts";
  if (name.startsWith(`${packageName}/`)) return name.replace(packageName, "lib/client");
  return name.startsWith(".") ? normalize(join(dirname(importer), name)) : null;
}

const districtOf = (file: string) => file.split("/")[1] ?? "";
const folderOf = (file: string) => dirname(file);

/** Sets of folders, each of which reaches all the others by imports (Tarjan). */
function circles(arrows: Map<string, Set<string>>): string[][] {
  const found: string[][] = [];
  const stack: string[] = [];
  const numbers = new Map<string, number>();
  const visit = (folder: string): number => {
    const number = numbers.size;
    numbers.set(folder, number);
    stack.push(folder);
    let lowest = number;
    for (const next of arrows.get(folder) ?? []) {
      if (!numbers.has(next)) lowest = Math.min(lowest, visit(next));
      else if (stack.includes(next)) lowest = Math.min(lowest, numbers.get(next) ?? lowest);
    }
    if (lowest === number) {
      const circle = stack.splice(stack.indexOf(folder));
      if (circle.length > 1) found.push(circle.sort());
    }
    return lowest;
  };
  for (const folder of arrows.keys()) if (!numbers.has(folder)) visit(folder);
  return found;
}

function arrowsOf(list: Import[]): Map<string, Set<string>> {
  const arrows = new Map<string, Set<string>>();
  for (const { from, to } of list) {
    if (folderOf(from) === folderOf(to)) continue;
    arrows.set(folderOf(from), (arrows.get(folderOf(from)) ?? new Set()).add(folderOf(to)));
  }
  return arrows;
}

describe("the districts of lib", () => {
  it("are those that the README names", () => {
    const folders = new Set(files.filter((file) => file.split("/").length > 2).map(districtOf));
    expect([...folders].sort()).toEqual([...districts, ...Object.keys(beside)].sort());
  });

  it("import to the left only", () => {
    const wrong = imports.flatMap(({ from, to }) => {
      const [here, there] = [districtOf(from), districtOf(to)];
      const allowed = beside[here] ?? ["messages", ...districts.slice(0, districts.indexOf(here) + 1)];
      if (allowed.includes(there) || shared.includes(to)) return [];
      return `${from} imports ${to}: "${here}" comes before "${there}". Move what both need to ${here} or before it, or let ${there} call ${here}.`;
    });
    expect(wrong).toEqual([]);
  });

  it("let the package of the hooks reach nothing outside itself", () => {
    const outside = imports.filter(({ from, to }) => districtOf(from) === "client" && districtOf(to) !== "client");
    expect(outside).toEqual([]);
  });

  it("have no circle of folders", () => {
    const wrong = circles(arrowsOf(imports)).map((circle) => {
      const within = imports.filter(({ from, to }) => folderOf(from) !== folderOf(to) && [from, to].every((file) => circle.includes(folderOf(file))));
      const lines = within.map(({ from, to }) => `  ${from} → ${to}`);
      return `${circle.join(", ")} import each other. Move what two of them need to a folder that imports neither:\n${lines.join("\n")}`;
    });
    expect(wrong).toEqual([]);
  });
});

it("finds a circle of folders, and none where imports go one way", () => {
  const way = (from: string, to: string) => ({ from: `lib/${from}/a.ts`, to: `lib/${to}/b.ts` });
  expect(circles(arrowsOf([way("a", "b"), way("b", "c"), way("a", "c")]))).toEqual([]);
  expect(circles(arrowsOf([way("a", "b"), way("b", "c"), way("c", "a"), way("c", "d")]))).toEqual([["lib/a", "lib/b", "lib/c"]]);
});
