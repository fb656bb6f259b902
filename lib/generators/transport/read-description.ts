import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";
import { cutText } from "@/lib/platform/text/characters";
import type { Json } from "../contract/define-generator";
import { largestSchemaBytes } from "../contract/model-description";
import { providerName } from "./provider-name";
import { saidIn } from "./transport";

/** What a provider may take to answer, in seconds, until its last byte. */
export const describeSeconds = 20;
/** A description has texts, examples and prices beside its schema. */
const largestAnswerBytes = 4 * 1024 * 1024;

/** The JSON of a description. Throws `model.undescribed` when it is too large or no JSON, and `provider.unavailable` when it breaks off. */
export async function readDescription(response: Response): Promise<Json> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      if (size > largestAnswerBytes) throw tooLarge(largestAnswerBytes);
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof BoardsError) throw cause;
    throw new BoardsError("provider.unavailable", { raw: String(cause), isSilence: true });
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8")) as Json;
  } catch {
    throw new BoardsError("model.undescribed", { message: say("reasons.model.descriptionNoJson", { provider: providerName }) });
  }
}

/** The OpenAPI document in a description. Throws `model.undescribed` when there is none, or one that is too large to be kept. */
export function schemaIn(value: unknown): Record<string, Json> {
  const document = objectIn(value);
  if (Object.keys(objectIn(objectIn(document.components).schemas)).length === 0)
    throw new BoardsError("model.undescribed", { message: say("reasons.model.noSchema", { provider: providerName }) });
  if (Buffer.byteLength(JSON.stringify(document)) > largestSchemaBytes) throw tooLarge(largestSchemaBytes);
  return document;
}

/** The object that a value is; an empty one for anything else. */
export const objectIn = (value: unknown): Record<string, Json> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, Json>) : {};

/** The start of the text that a value is, without spaces around it; empty for anything else. */
export const textIn = (value: unknown, maximum = 200): string => (typeof value === "string" ? cutText(value.trim(), maximum) : "");

/** What to throw for a call that failed: a model that is not there has a sentence of its own. */
export const unlessMissing = (error: unknown, modelId: string): unknown =>
  error instanceof BoardsError && [404, 410].includes(saidIn(error).status) ? unknownModel(modelId, error.raw) : error;

/** The error for an id that names no model, or one of someone else's. */
export const unknownModel = (modelId: string, raw?: string) =>
  new BoardsError("model.unknown", {
    field: "model",
    message: say("reasons.model.missing", { model: modelId }),
    ...(raw === undefined ? {} : { raw }),
  });

const tooLarge = (bytes: number) =>
  new BoardsError("model.undescribed", {
    message: say("reasons.model.descriptionTooLarge", { provider: providerName, limit: Math.round(bytes / 1024) }),
  });
