import { artifactSlotsOf } from "../artifact-slots";
import { artifactFor, type FieldSchema, sample } from "../default-submit";
import type { Generator, Json } from "../define-generator";
import { inputSchemaOf } from "../input-schema";

export { defaultSubmit } from "../default-submit";

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

/** A value for every field that there is. */
export function everyField(generator: Generator): Record<string, unknown> {
  const { properties } = inputSchemaOf(generator) as { properties: Record<string, FieldSchema> };
  const slots = new Set(artifactSlotsOf(generator).map((slot) => slot.field));
  const entries = Object.entries(properties);
  return Object.fromEntries(entries.map(([field, schema], index) => [field, slots.has(field) ? artifactFor(schema, index) : sample(schema)]));
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
