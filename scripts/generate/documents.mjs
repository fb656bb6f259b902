// Writes lib/client/generated: the types of the GraphQL documents in lib/client, as `schema.graphql` has them, and the function `graphql` that
// gives each document its types.
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { buildASTSchema, parse, Source } from "graphql";
import { root } from "../launch/paths.mjs";
import { describe, documentsIn, problemsOf } from "./documents-in.mjs";

// As CommonJS: their ES modules insist on a compiler of Relay's, which package.json leaves out.
const require = createRequire(import.meta.url);
const { codegen } = require("@graphql-codegen/core");
const operationTypes = require("@graphql-codegen/typescript-operations");

const schemaPath = "lib/api/graphql/schema.graphql";
const folder = "lib/client";
const outputFolder = `${folder}/generated/`;
const config = { useTypeImports: true, importExtension: ".ts", enumsAsTypes: true, scalars: { UUID: "string", DateTime: "string", JSON: "unknown" } };

const suffixes = { query: "Query", mutation: "Mutation", subscription: "Subscription" };

try {
  await writeTypes();
} catch (error) {
  console.error(`✗ The types of the GraphQL documents could not be generated.\n${describe(error)}`);
  process.exit(1);
}

async function writeTypes() {
  const schema = parse(new Source(read(schemaPath), schemaPath));
  const schemaAst = buildASTSchema(schema);
  const paths = globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }).map((path) => path.replaceAll("\\", "/"));
  const sources = paths.filter((path) => !path.startsWith(outputFolder) && !path.startsWith(`${folder}/dist/`)).sort();
  const documents = sources.flatMap((path) => documentsIn(path, read(path)));
  const problems = problemsOf(schemaAst, documents);
  if (problems.length > 0) throw new AggregateError(problems);

  const plugins = [{ "typescript-operations": {} }];
  const pluginMap = { "typescript-operations": operationTypes };
  const types = await codegen({ filename: "graphql.ts", schema, documents, config, plugins, pluginMap, skipDocumentsValidation: true });
  // What an earlier version wrote would be checked with the rest.
  rmSync(join(root, outputFolder), { recursive: true, force: true });
  mkdirSync(join(root, outputFolder), { recursive: true });
  writeFileSync(join(root, outputFolder, "graphql.ts"), types);
  writeFileSync(join(root, outputFolder, "index.ts"), typedDocuments(documents));
}

/** The module that knows each document by its text. The texts of fragments are in it, since documents name those of other modules. */
function typedDocuments(documents) {
  const parts = documents.map(({ rawSDL, document: { definitions } }) => ({ rawSDL, definition: definitions[0] }));
  const fragments = parts.filter(({ definition }) => definition.kind === "FragmentDefinition");
  const typeOf = ({ kind, operation, name: { value } }) =>
    kind === "FragmentDefinition"
      ? `types.${value}Fragment, unknown`
      : `types.${value}${suffixes[operation]}, types.${value}${suffixes[operation]}Variables`;
  return [
    'import type { TypedDocumentNode } from "@graphql-typed-document-node/core";',
    'import { lazyDocument } from "../server/lazy-document.ts";',
    'import type * as types from "./graphql.ts";',
    "",
    "interface Documents {",
    ...parts.map(({ rawSDL, definition }) => `  ${JSON.stringify(rawSDL)}: TypedDocumentNode<${typeOf(definition)}>;`),
    "}",
    "",
    "const fragments: Record<string, string> = {",
    ...fragments.map(({ rawSDL, definition }) => `  ${definition.name.value}: ${JSON.stringify(rawSDL)},`),
    "};",
    "",
    "/** A GraphQL document with the types of its variables and its answer. */",
    "export const graphql = <Source extends keyof Documents>(source: Source): Documents[Source] => lazyDocument(source, fragments);",
    "",
  ].join("\n");
}

function read(path) {
  return readFileSync(join(root, path), "utf8");
}
