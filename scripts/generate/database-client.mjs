// Writes prisma/generated from prisma/schema, as `prisma generate` does, by its own generators: its command-line program brings
// 250 MB of packages that nothing else here uses.
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { root } from "../launch/paths.mjs";

// As CommonJS: their ES modules name files that are not there.
const require = createRequire(import.meta.url);
const { PrismaClientTsGenerator } = require("@prisma/client-generator-ts");
const { getGenerators, loadSchemaContext } = require("@prisma/internals");

const registry = { "prisma-client": { type: "in-process", generator: new PrismaClientTsGenerator() } };

// Other generators are programs of packages.
process.env.PATH = [join(root, "node_modules/.bin"), process.env.PATH].join(delimiter);

try {
  const schemaPath = { cliProvidedPath: join(root, "prisma/schema") };
  const schemaContext = await loadSchemaContext({ schemaPath, cwd: root, printLoadMessage: false });
  const generators = await getGenerators({ schemaContext, registry, skipDownload: true, cliCommand: "generate" });
  try {
    for (const generator of generators) await generator.generate();
  } finally {
    for (const generator of generators) generator.stop();
  }
} catch (error) {
  // Its message holds the file, the line and what is wrong there.
  console.error(`✗ The database client could not be generated.\n${error.message}`);
  process.exit(1);
}
