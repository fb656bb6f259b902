import { artifactSlotsOf } from "../artifact-slots";
import type { Generator, Json } from "../define-generator";
import { inputSchemaOf } from "../input-schema";

/** One input as the original has it; see catalogue-facts.json. */
export interface FieldFacts {
  name: string;
  type: string;
  required: boolean;
  default?: Json;
  enum?: Json[];
  pattern?: string;
  min?: number;
  max?: number;
  min_length?: number;
  max_length?: number;
  min_items?: number;
  max_items?: number;
  nullable?: boolean;
  sent: string;
  provider_param?: string;
  provider_shape?: string;
  fields?: FieldFacts[];
}

interface FieldSchema {
  type?: string;
  minItems?: number;
  minLength?: number;
  enum?: Json[];
  const?: Json;
  minimum?: number;
  maximum?: number;
  default?: Json;
  anyOf?: FieldSchema[];
  items?: FieldSchema;
  properties?: Record<string, FieldSchema>;
}

const id = (number: number) => `0192aaaa-0000-7000-8000-${String(number).padStart(12, "0")}`;

/** Where a test says that an artifact lies. */
export const addressOf = (generationId: string) => `https://files.example/${generationId}`;

/** What a person sends who fills what must be filled and touches nothing else. */
export function defaultSubmit(generator: Generator): Record<string, unknown> {
  const { properties, required = [] } = inputSchemaOf(generator) as { properties: Record<string, FieldSchema>; required?: string[] };
  const slots = new Map(artifactSlotsOf(generator).map((slot) => [slot.field, slot]));
  return Object.fromEntries(
    required.map((field, index) => [field, slots.has(field) ? artifactFor(properties[field], index) : sample(properties[field])]),
  );
}

/** A value for every field that there is. */
export function everyField(generator: Generator): Record<string, unknown> {
  const { properties } = inputSchemaOf(generator) as { properties: Record<string, FieldSchema> };
  const slots = new Set(artifactSlotsOf(generator).map((slot) => slot.field));
  const entries = Object.entries(properties);
  return Object.fromEntries(entries.map(([field, schema], index) => [field, slots.has(field) ? artifactFor(schema, index) : sample(schema)]));
}

function artifactFor(schema: FieldSchema | undefined, index: number): Json {
  const list = schema?.type === "array" ? schema : schema?.anyOf?.find((each) => each.type === "array");
  return list ? Array.from({ length: list.minItems ?? 1 }, (_, place) => id(index * 100 + place)) : id(index * 100);
}

function sample(schema: FieldSchema = {}): Json {
  const [first, ...others] = schema.anyOf ?? [];
  if (first) return sample(others.find((each) => each.properties) ?? first);
  if (schema.enum) return schema.enum.at(-1) ?? null;
  if (schema.const !== undefined) return schema.const;
  if (schema.properties) return Object.fromEntries(Object.entries(schema.properties).map(([name, inner]) => [name, sample(inner)]));
  if (schema.type === "array") return Array.from({ length: schema.minItems ?? 1 }, () => sample(schema.items));
  if (schema.type === "boolean") return true;
  if (schema.type === "integer" || schema.type === "number") {
    const { minimum = 1, maximum = 3 } = schema;
    return maximum - minimum < 1 ? minimum : Math.max(minimum, Math.min(maximum, Math.ceil(minimum) + 1));
  }
  return "0123abcd".repeat(Math.ceil((schema.minLength ?? 1) / 8));
}

/** The request that the facts describe, worked out without the generator. */
export function requestByFacts(
  generator: { name: string; provider: string; inputs: FieldFacts[]; constant_params?: Record<string, Json> },
  inputs: Record<string, unknown>,
): Record<string, Json> {
  const request: Record<string, Json> = {};
  for (const field of generator.inputs) {
    const value = inputs[field.name] as Json;
    if (field.sent === "never" || value === null || value === undefined) continue;
    if (field.sent !== "always" && (value === "" || (Array.isArray(value) && value.length === 0))) continue;
    const name = (field.provider_param ?? field.name).replace(/^input\./, "");
    const isArtifact = field.type.startsWith("artifact:");
    const list = [value].flat() as string[];
    const sent = isArtifact ? (field.provider_shape === "list" ? list.map(addressOf) : addressOf(String(list[0]))) : withoutNull(value);
    request[name] = sent;
  }
  for (const [name, value] of Object.entries(generator.constant_params ?? {})) request[name.replace(/^input\./, "")] = value;
  return rules[generator.name]?.(request, inputs) ?? request;
}

// The rules that the facts describe in words.
const rules: Record<string, (request: Record<string, Json>, inputs: Record<string, unknown>) => Record<string, Json>> = {
  "fal-pixverse-lipsync": ({ text, ...request }) => (request.audio_url ? request : { ...request, ...(text ? { text } : {}) }),
  "fal-kling-video-ai-avatar-v2-standard": ({ prompt, ...request }) => (prompt === "." ? request : { ...request, ...(prompt ? { prompt } : {}) }),
  "kie-suno-v5-5": ({ callBackUrl: _, ...request }, { lyrics, instrumental, style }) => ({
    ...request,
    prompt: (lyrics && !instrumental ? lyrics : style) as Json,
  }),
  // The driver takes the model from the endpoint, and the address to call from the platform.
  "openai-whisper": (request) => ({ ...request, model: "whisper-1" }),
  "openai-dall-e-3": (request) => ({ ...request, model: "dall-e-3" }),
  // Mended: fal documents a ratio where the original sent a size and three parameters that fal does not list.
  "fal-nano-banana": ({ image_size, num_inference_steps: _s, guidance_scale: _g, enable_safety_checker: _c, ...request }) => ({
    ...request,
    aspect_ratio:
      { square_hd: "1:1", square: "1:1", portrait_4_3: "3:4", portrait_16_9: "9:16", landscape_4_3: "4:3", landscape_16_9: "16:9" }[
        String(image_size)
      ] ?? "",
  }),
};

function withoutNull(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutNull);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => (each === null || each === undefined ? [] : [[name, withoutNull(each)]])),
  );
}
