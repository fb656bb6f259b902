import { parseSync, Visitor } from "oxc-parser";
import { expect, it } from "vitest";
import { providers } from "@/lib/generators/catalogue/providers";
import { parseFile, sourceFiles } from "@/lib/testing/source-files";

const names = new Set(["local", ...providers.map(({ name }) => name)]);

/** There it is a storage: the files of this machine. */
const isStorage = (file: string, name: string) => name === "local" && /^lib\/platform\/(env\.ts|storage\/)/.test(file);

/** Names of providers that a program compares something with. */
function comparedIn({ program }: ReturnType<typeof parseSync>): string[] {
  const found: string[] = [];
  const look = (node: { type: string; value?: unknown } | null) => {
    if (node?.type === "Literal" && names.has(String(node.value))) found.push(String(node.value));
  };
  new Visitor({
    BinaryExpression({ operator, left, right }) {
      if (/^[!=]==?$/.test(operator)) for (const side of [left, right]) look(side);
    },
    SwitchCase({ test }) {
      look(test);
    },
  }).visit(program);
  return found;
}

it("no code outside the catalogue compares a provider's name: what differs between providers is a flag or method of the contract, and a field of the API", () => {
  const files = sourceFiles("lib", "inngest", "app").filter((file) => !file.startsWith("lib/generators/catalogue/"));
  expect(files.length).toBeGreaterThan(500);
  const compared = files.flatMap((file) => comparedIn(parseFile(file)).map((name) => ({ file, name })));
  expect(compared.filter(({ file, name }) => !isStorage(file, name)).map(({ file, name }) => `${file} compares something with "${name}"`)).toEqual(
    [],
  );
});

it.each([
  ['if (provider.name !== "kie") go();', ["kie"]],
  ['const is = "fal" === providerName;', ["fal"]],
  ['switch (name) { case "openai": case "other": default: }', ["openai"]],
  ['return provider === "local" ? "Free" : null;', ["local"]],
  ['const one = { provider: "fal" }; if (kind === "image") go();', []],
])("finds it in %s", (text, found) => expect(comparedIn(parseSync("file.ts", text))).toEqual(found));
