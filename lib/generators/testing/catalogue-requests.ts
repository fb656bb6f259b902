import { brokenRules } from "@boards/client/input-rules";
import { artifactSlotsOf } from "../contract/artifact-slots";
import { artifactFor, defaultSubmit, type FieldSchema, sample } from "../contract/default-submit";
import type { Generator, Json } from "../contract/define-generator";
import { fieldsIn } from "../contract/input-rules";
import { inputSchemaOf } from "../contract/input-schema";
import { parseInputs } from "../contract/parse-inputs";

export { defaultSubmit } from "../contract/default-submit";

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

/** Where a test says that an artifact lies. */
export const addressOf = (generationId: string) => `https://files.example/${generationId}`;

/** A value for every field that there is, whether or not they go together. Of names within an object that exclude each other, the one at `kept`. */
function everyField(generator: Generator, kept: number): Record<string, unknown> {
  const { properties } = inputSchemaOf(generator) as { properties: Record<string, FieldSchema> };
  const slots = new Set(artifactSlotsOf(generator).map((slot) => slot.field));
  const entries = Object.entries(properties);
  const all = Object.fromEntries(entries.map(([field, schema], index) => [field, slots.has(field) ? artifactFor(schema, index) : sample(schema)]));
  for (const [field, names] of exclusiveNames(generator))
    for (const name of names.filter((_, index) => index !== kept)) delete (all[field] as Record<string, Json>)[name];
  return all;
}

const exclusiveNames = (generator: Generator): [string, readonly string[]][] =>
  (generator.rules ?? []).flatMap(({ properties = {} }) =>
    Object.entries(properties).flatMap(([field, inner]) => (inner.not?.required ? [[field, inner.not.required] as [string, readonly string[]]] : [])),
  );

/** Inputs that a generator takes, which hold a value for each of these fields between them: one set, or more where rules keep some apart. */
export function everyInput(generator: Generator, fields = Object.keys(generator.input.shape)): Record<string, unknown>[] {
  const most = Math.max(1, ...exclusiveNames(generator).map(([, names]) => names.length));
  return Array.from({ length: most }, (_, kept) => setsOf(generator, everyField(generator, kept), fields)).flat();
}

function setsOf(generator: Generator, all: Record<string, unknown>, fields: string[]): Record<string, unknown>[] {
  const needed = Object.keys(defaultSubmit(generator));
  const sets: Record<string, unknown>[] = [];
  for (let left = fields; left.length > 0; ) {
    const set: Record<string, unknown> = {};
    for (const field of [...needed, ...left]) set[field] = all[field];
    // What a rule does not let through waits for the next set.
    for (let faults = faultsIn(generator, set); faults.length > 0; faults = faultsIn(generator, set)) for (const field of faults) delete set[field];
    const taken = left.filter((field) => field in set);
    if (taken.length === 0) throw new Error(`${generator.name}: nothing lets ${left} through`);
    left = left.filter((field) => !(field in set));
    sets.push(set);
  }
  return sets;
}

/** The inputs that rules are broken by, those that must be given excepted. */
function faultsIn(generator: Generator, raw: Record<string, unknown>): string[] {
  const parsed = parseInputs(generator, raw);
  if (parsed.ok) return [];
  const needed = Object.keys(defaultSubmit(generator));
  const [first] = brokenRules(generator.rules, { ...defaultsOf(generator), ...raw });
  if (!first) throw new Error(`${generator.name}: ${JSON.stringify(parsed.problems)}`);
  const fault = [first.field, ...fieldsIn(first)].find((field) => field in raw && !needed.includes(field));
  if (!fault) throw new Error(`${generator.name} cannot keep: ${first.description}`);
  return [fault];
}

const defaultsOf = (generator: Generator) => {
  const { properties } = inputSchemaOf(generator) as { properties: Record<string, FieldSchema> };
  return Object.fromEntries(Object.entries(properties).map(([field, schema]) => [field, schema.default]));
};

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

const durationAsText = ({ duration, ...request }: Record<string, Json>) => ({ ...request, duration: String(duration) });

// The rules that the facts describe in words.
const rules: Record<string, (request: Record<string, Json>, inputs: Record<string, unknown>) => Record<string, Json>> = {
  "fal-pixverse-lipsync": ({ text, ...request }) => (request.audio_url ? request : { ...request, ...(text ? { text } : {}) }),
  "fal-kling-video-ai-avatar-v2-standard": ({ prompt, ...request }) => (prompt === "." ? request : { ...request, ...(prompt ? { prompt } : {}) }),
  "kie-suno-v5-5": ({ callBackUrl: _, ...request }, { lyrics, instrumental, style }) => ({
    ...request,
    prompt: (lyrics && !instrumental ? lyrics : style) as Json,
  }),
  // Mended: fal takes these numbers as text alone.
  "fal-wan-25-preview-text-to-video": durationAsText,
  "fal-bytedance-seedance-v1-5-pro-text-to-video": durationAsText,
  "fal-bytedance-seedance-v1-5-pro-image-to-video": durationAsText,
  // Mended: fal takes a style or its codes, not both.
  "fal-ideogram-character": ({ style, ...request }) => (request.style_codes ? request : { ...request, style: style as Json }),
  // The driver takes the model from the endpoint, and the address to call from the platform.
  "openai-whisper": (request) => ({ ...request, model: "whisper-1" }),
  "openai-dall-e-3": (request) => ({ ...request, model: "dall-e-3" }),
  // Mended: fal documents words where the original sent a number.
  "fal-flux-pro-ultra": (request) => ({ ...request, safety_tolerance: String(request.safety_tolerance) }),
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
