import fc from "fast-check";
import { fromJsonSchema, type JsonSchema } from "./json-schema-values";
import type { Taste } from "./values";

/** A generator as the installation offers it. */
export interface GeneratorForm {
  name: string;
  provider: string;
  artifactType: string;
  inputSchema: JsonSchema;
}

/** Asks for something that this generator can make, or nearly. */
export function generatorRequest({ taste, generators }: { taste: Taste; generators: GeneratorForm[] }) {
  const local = generators.filter(({ provider }) => provider === "local");
  // What runs here takes the machine's own time; most of the rest is made up at once.
  const chosen = fc.oneof({ weight: 1, arbitrary: fc.constantFrom(...local) }, { weight: 6, arbitrary: fc.constantFrom(...generators) });
  return chosen.chain(({ name, artifactType, inputSchema }) =>
    fc.record({
      generatorName: fc.constant(name),
      artifactType: fc.constant(artifactType),
      inputParams: fromJsonSchema(inputSchema, taste),
    }),
  );
}
