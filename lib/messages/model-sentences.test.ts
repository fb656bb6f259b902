import { type Node, type Program, parseSync, Visitor } from "oxc-parser";
import { describe, expect, it } from "vitest";
import { parseFile, sourceFiles } from "@/lib/testing/source-files";

/** Code whose words admins read when they add or update a model. */
const folders = ["lib/generators/model-schemas", "lib/generators/added-models"];
const workflowFiles = ["workflow-file.ts", "workflow-generator.ts"].map((file) => `lib/generators/catalogue/comfyui/${file}`);

const isSentence = (text: string) => /\p{L}{2,}[,;:]? \p{L}/u.test(text);

/** Words for others than people at a screen: queries, what is logged, descriptions of the API. */
function unseen(program: Program): Set<Node> {
  const found = new Set<Node>();
  const add = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if ("type" in node) found.add(node as Node);
    for (const part of Object.values(node)) add(part);
  };
  new Visitor({
    CallExpression({ callee, arguments: given }) {
      if (callee.type === "MemberExpression" && callee.object.type === "Identifier" && callee.object.name === "log") add(given);
    },
    TaggedTemplateExpression({ quasi }) {
      add(quasi);
    },
    Property({ key, value }) {
      if (key.type === "Identifier" && key.name === "description") add(value);
    },
  }).visit(program);
  return found;
}

/** The sentences, and parts of them, that stand in a program itself. */
function sentencesIn({ program }: ReturnType<typeof parseSync>, isApi: boolean): string[] {
  const exempt = isApi ? unseen(program) : new Set<Node>();
  const found: string[] = [];
  new Visitor({
    Literal(node) {
      if (typeof node.value === "string" && isSentence(node.value) && !exempt.has(node)) found.push(node.value);
    },
    TemplateLiteral(node) {
      const text = node.quasis.map(({ value }) => value.raw).join("…");
      if (isSentence(text) && !exempt.has(node)) found.push(text);
    },
  }).visit(program);
  return found;
}

describe("what admins read about a model stands in lib/messages/en.json, not in the code that maps it", () => {
  it("as all of it does", () => {
    const files = sourceFiles(...folders, ...workflowFiles);
    expect(files.length).toBeGreaterThan(25);
    const isApi = (file: string) => file.startsWith("lib/generators/added-models/");
    expect(files.flatMap((file) => sentencesIn(parseFile(file), isApi(file)).map((sentence) => `${file}: ${sentence}`))).toEqual([]);
  });

  it.each([
    ['throw new Unmappable("is nested too deeply");', ["is nested too deeply"]],
    [`const takes = \`Up to \${max} images\`;`, ["Up to … images"]],
    ['const drift = { reason: isOne ? "is one" : say("reasons.two") };', ["is one"]],
    [`type Kind = "image"; const path = \`output.\${name}\`; say("reasons.model.takes.text", { maximum });`, []],
  ])("found in %s", (code, sentences) => expect(sentencesIn(parseSync("file.ts", code), false)).toEqual(sentences));

  it("but for the log and the descriptions of the API", () => {
    const code = 'log.error({ err }, "it is gone"); t.string({ description: "What it takes." });';
    expect(sentencesIn(parseSync("file.ts", code), true)).toEqual([]);
  });
});
