import { type Node, parseSync, Visitor } from "oxc-parser";
import { describe, expect, it } from "vitest";
import { sentencesOf } from "@/lib/testing/literal-text";
import { parseFile, sourceFiles } from "@/lib/testing/source-files";

/** One word on its own chooses among a sentence's forms: `{why, select, busy {…} other {…}}`. */
const isChoice = (text: string) => /^\w*$/.test(text);

/** English that code puts into a sentence of the catalogue, where it could not be read, let alone translated, as a part of it. */
function gluedIn({ program }: ReturnType<typeof parseSync>): string[] {
  const found: string[] = [];
  new Visitor({
    CallExpression({ callee, arguments: [, values] }) {
      if (callee.type !== "Identifier" || !["say", "t"].includes(callee.name) || values?.type !== "ObjectExpression") return;
      for (const property of values.properties)
        if (property.type === "Property") found.push(...sentencesOf(property.value as Node).filter((text) => !isChoice(text)));
    },
  }).visit(program);
  return found;
}

/** What a generator that runs here tells people, in errors and beside the bar of progress, as it stands in the code. */
function toldIn({ program }: ReturnType<typeof parseSync>): string[] {
  const found: string[] = [];
  const add = (node: unknown) => found.push(...sentencesOf((node ?? null) as Node | null));
  new Visitor({
    NewExpression({ callee, arguments: [message] }) {
      if (callee.type === "Identifier" && callee.name.endsWith("Error")) add(message);
    },
    CallExpression({ callee, arguments: [, message] }) {
      if (callee.type === "MemberExpression" && callee.property.type === "Identifier" && callee.property.name === "publishProgress") add(message);
    },
  }).visit(program);
  return found;
}

const inFiles = (files: string[], find: typeof gluedIn) => files.flatMap((file) => find(parseFile(file)).map((text) => `${file}: ${text}`));

describe("a sentence of the catalogue is whole: code puts names and numbers into it, and no English", () => {
  it("as all are", () => {
    expect(inFiles(sourceFiles("app", "lib", "inngest"), gluedIn), "give each case a sentence of its own in lib/messages/en.json").toEqual([]);
  });

  it.each([
    ['say("reasons.auth.requiredTo", { action: "to add models" })', ["to add models"]],
    [`t("waits", { what: isOne ? "an image" : \`\${count} images\` })`, ["an image", " images"]],
    [`say("reasons.pause", { why: isBusy ? "busy" : "away", seconds, name: titleOf("the one"), size: \`\${size}\` })`, []],
  ])("found in %s", (code, texts) => expect(gluedIn(parseSync("file.ts", code))).toEqual(texts));
});

describe("what generators that run here tell people stands in the catalogue", () => {
  it("as all of it does", () => {
    const files = sourceFiles("lib/generators/catalogue/local");
    expect(files.length).toBeGreaterThan(8);
    expect(inFiles(files, toldIn)).toEqual([]);
  });

  it.each([
    ['throw new Error("The file is empty.")', ["The file is empty."]],
    [`context.publishProgress(0.5, \`Image \${number}\`)`, ["Image "]],
    ['throw new Error(say("reasons.local.silent")); context.publishProgress(0.5)', []],
  ])("found in %s", (code, texts) => expect(toldIn(parseSync("file.ts", code))).toEqual(texts));
});
