import * as z from "zod";
import { falModel, replicateModel, type SimulatedModel } from "@/lib/testing/simulators/models/simulated-model";
import type { DeclarativeGenerator, Json } from "../contract/define-generator";
import { marksOf } from "../contract/field-marks";
import type { DescribingProvider } from "../contract/model-description";
import { namesInRequest } from "../model-schemas/check-declaration";

type Schema = Record<string, Json>;

/** A model whose provider describes it just as our declaration has it: what a check finds no drift in. */
export function documentOf(generator: DeclarativeGenerator): SimulatedModel {
  const { title, description, provider, artifactType, output, task } = generator;
  const id = String(generator.endpoint).replace(/:.*/, "");
  const about = { id, title, description, makes: artifactType, input: inputOf(generator), answer: (results: string[]) => results };
  const place = output.split(" | ")[0] ?? output;
  const address = { type: "string", format: "uri" };
  const models: Record<DescribingProvider, () => SimulatedModel> = {
    fal: () => falModel({ ...about, category: task, output: nested(place.split("."), artifactType === "text" ? { type: "string" } : address) }),
    replicate: () =>
      replicateModel({ ...about, isOfficial: true, output: place === "output[]" ? { type: "array", items: address } : { type: "string" } }),
  };
  return models[provider as DescribingProvider]();
}

function inputOf(generator: DeclarativeGenerator): Schema {
  const schema = z.toJSONSchema(generator.input, {
    io: "input",
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      const { artifact, ...rest } = jsonSchema as Schema;
      if (!artifact) return;
      for (const key of Object.keys(jsonSchema)) delete (jsonSchema as Schema)[key];
      Object.assign(jsonSchema, {
        ...rest,
        type: "string",
        _fal_ui_field: artifact === "text" || artifact === "lora" ? "file" : artifact,
        description: `A ${artifact === "lora" ? "lora" : artifact} file`,
      });
      delete (jsonSchema as Schema).format;
    },
  }) as { properties?: Record<string, Schema>; required?: string[] };
  const input: Schema = { type: "object", properties: {}, required: [] };
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const {
      wire = name,
      isSent = true,
      isSingle = false,
      isArchive = false,
    } = marksOf(generator.input.shape[name]) as { wire?: string; isSent?: boolean; isSingle?: boolean; isArchive?: boolean };
    if (!isSent) continue;
    const list = (property.anyOf as Schema[] | undefined)?.find((each) => each.type === "array") ?? property;
    put(input, wire.split("."), isSingle || isArchive ? (list.items as Schema) : property, schema.required?.includes(name) ?? false);
  }
  // What a `request` of its own adds.
  for (const name of namesInRequest(generator)) (input.properties as Schema)[name] ??= {};
  return input;
}

function put(object: Schema, [step = "", ...rest]: string[], schema: Schema, isRequired: boolean): void {
  const properties = object.properties as Record<string, Schema>;
  if (isRequired) object.required = [...new Set([...((object.required as string[]) ?? []), step])];
  if (rest.length === 0) properties[step] = schema;
  else {
    properties[step] ??= { type: "object", properties: {}, required: [] };
    put(properties[step], rest, schema, isRequired);
  }
}

function nested([step, ...rest]: string[], leaf: Schema): Schema {
  if (step === undefined) return leaf;
  const key = step.replace("[]", "");
  const inner = nested(rest, leaf);
  return { type: "object", properties: { [key]: step.endsWith("[]") ? { type: "array", items: inner } : inner } };
}
