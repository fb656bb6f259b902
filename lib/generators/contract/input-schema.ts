import * as z from "zod";
import type { ArtifactType, Generator } from "./define-generator";

type JsonSchema = Record<string, unknown>;

const artifactName = (artifactType: ArtifactType) => `${artifactType[0]?.toUpperCase()}${artifactType.slice(1)}Artifact`;

const known = new WeakMap<Generator, JsonSchema>();

/**
 * The inputs of a generator as JSON Schema, in the form that the original's clients read:
 * an artifact is a `$ref` to `#/$defs/ImageArtifact` (Video, Audio, Text), though what is sent is a generation id.
 */
export function inputSchemaOf(generator: Generator): JsonSchema {
  const schema = known.get(generator) ?? describeInputs(generator);
  known.set(generator, schema);
  return schema;
}

function describeInputs(generator: Generator): JsonSchema {
  const definitions: JsonSchema = {};
  const schema = z.toJSONSchema(generator.input, {
    io: "input",
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      // How a field travels is between us and the provider.
      for (const mark of ["wire", "isSent", "isSingle", "isArchive", "omit"]) delete (jsonSchema as JsonSchema)[mark];
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
    for (const label of ["title", "description", "group", "format", "isSeed", "visibleWhen"])
      if (first?.[label] !== undefined) property[label] ??= first[label];
  }
  const properties = Object.fromEntries(Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>).sort(byPlace));
  return {
    ...schema,
    properties,
    ...(generator.rules ? { allOf: generator.rules } : {}),
    title: generator.title,
    description: generator.description,
    additionalProperties: false,
    $defs: definitions,
  };
}

// As a form shows them: what it is about, then everything else as declared, at last what is rarely touched.
const byPlace = ([one, first]: [string, JsonSchema], [other, second]: [string, JsonSchema]) => placeOf(one, first) - placeOf(other, second);
const placeOf = (field: string, schema: JsonSchema) => (schema.group === "advanced" ? 2 : field === "prompt" ? 0 : 1);
