import { z } from "zod";
import type { ArtifactType, Generator } from "./define-generator";

type JsonSchema = Record<string, unknown>;

const artifactName = (artifactType: ArtifactType) => `${artifactType[0]?.toUpperCase()}${artifactType.slice(1)}Artifact`;

const known = new Map<string, JsonSchema>();

/**
 * The inputs of a generator as JSON Schema, in the form that the original's clients read:
 * an artifact is a `$ref` to `#/$defs/ImageArtifact` (Video, Audio, Text), though what is sent is a generation id.
 */
export function inputSchemaOf(generator: Generator): JsonSchema {
  const schema = known.get(generator.name) ?? describeInputs(generator);
  known.set(generator.name, schema);
  return schema;
}

function describeInputs(generator: Generator): JsonSchema {
  const definitions: JsonSchema = {};
  const schema = z.toJSONSchema(generator.input, {
    io: "input",
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      const { artifact, ...rest } = jsonSchema as JsonSchema & { artifact?: ArtifactType };
      if (!artifact) return;
      const name = artifactName(artifact);
      definitions[name] = { title: name, description: `The id of a completed generation that is ${artifact}.`, type: "string", format: "uuid" };
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key as keyof typeof jsonSchema];
      Object.assign(jsonSchema, { $ref: `#/$defs/${name}` }, rest.title ? { title: rest.title, description: rest.description } : {});
    },
  }) as JsonSchema;
  for (const property of Object.values((schema.properties ?? {}) as Record<string, JsonSchema>)) {
    // An optional artifact is a choice between it and null; its label belongs to the whole.
    const [first] = (property.anyOf as JsonSchema[] | undefined) ?? [];
    if (first?.title) Object.assign(property, { title: first.title, description: first.description });
  }
  return { ...schema, title: generator.title, description: generator.description, additionalProperties: false, $defs: definitions };
}
