import { artifactSlotsOf } from "./artifact-slots";
import type { DeclarativeGenerator, Json } from "./define-generator";
import { marksOf } from "./field-marks";

/**
 * The provider's JSON for these inputs. A field goes under its own name, or where its mark `wire` says (`input.image_urls` nests);
 * what is not set is not sent. `addressOf` gives what stands for an artifact's generation id.
 */
export function buildRequest(
  generator: DeclarativeGenerator,
  inputs: Record<string, unknown>,
  addressOf: (generationId: string) => string,
): Record<string, Json> {
  const slots = new Map(artifactSlotsOf(generator).map((slot) => [slot.field, slot]));
  const request: Record<string, Json> = {};
  for (const [field, schema] of Object.entries(generator.input.shape)) {
    const { wire = field, isSent = true, isSingle = false, omit = [] } = marksOf(schema) as WireMarks;
    const value = inputs[field] as Json | undefined;
    if (!isSent || value === null || value === undefined || omit.includes(value as string)) continue;
    if (Array.isArray(value) && value.length === 0) continue;
    const sent = slots.has(field) ? (Array.isArray(value) ? value.map((id) => addressOf(String(id))) : addressOf(String(value))) : withoutNull(value);
    put(request, wire, isSingle && Array.isArray(sent) ? (sent[0] as Json) : sent);
  }
  for (const [path, value] of Object.entries(generator.constants ?? {})) put(request, path, value);
  return generator.request?.(request, inputs) ?? request;
}

/** How a field travels, in its `.meta()`. */
interface WireMarks {
  /** The provider's name for it; dots nest. */
  wire?: string;
  /** False for an input that the provider does not know. */
  isSent?: boolean;
  /** A list of one, sent as that one. */
  isSingle?: boolean;
  /** Values that are as good as none. */
  omit?: string[];
}

function put(target: Record<string, Json>, path: string, value: Json) {
  const steps = path.split(".");
  const last = steps.pop() ?? path;
  let place = target;
  for (const step of steps) {
    // A name such as `constructor` would lead out of the request, into what every object inherits.
    if (!Object.hasOwn(place, step)) place[step] = {};
    place = place[step] as Record<string, Json>;
  }
  place[last] = value;
}

// Inside objects, too, what is not set is not sent.
function withoutNull(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutNull);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== null && each !== undefined);
  return Object.fromEntries(entries.map(([name, each]) => [name, withoutNull(each)]));
}
