// Writes lib/client/generated: the types of the GraphQL documents in lib/client, as `schema.graphql` has them.
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { preset } from "@graphql-codegen/client-preset";
import { codegen } from "@graphql-codegen/core";
import { buildASTSchema, parse, Source } from "graphql";
import { root } from "../launch/paths.mjs";
import { describe, documentsIn, problemsOf } from "./documents-in.mjs";

const schemaPath = "lib/api/graphql/schema.graphql";
const folder = "lib/client";
const outputFolder = `${folder}/generated/`;
const config = { useTypeImports: true, importExtension: ".ts", enumsAsTypes: true, scalars: { UUID: "string", DateTime: "string", JSON: "unknown" } };

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

  const shared = { schema, schemaAst, documents, config, plugins: [], pluginMap: {} };
  const outputs = await preset.buildGeneratesSection({ ...shared, baseOutputDir: outputFolder, presetConfig: { fragmentMasking: false } });
  mkdirSync(join(root, outputFolder), { recursive: true });
  for (const output of outputs) {
    const content = await codegen({ ...output, schemaAst, skipDocumentsValidation: true });
    writeFileSync(join(root, output.filename), content);
  }
}

function read(path) {
  return readFileSync(join(root, path), "utf8");
}
