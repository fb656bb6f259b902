import type { GenerateContentResponse, Interactions, Part } from "@google/genai";
import type { Json } from "@/lib/generators/contract/define-generator";
import type { JobStatus, Usage } from "@/lib/generators/contract/provider";
import { failedBecause } from "@/lib/generators/transport/transport";
import { BoardsError } from "@/lib/platform/errors";
import { wavOf } from "./pcm-wav";

/** What Google says when it is the content that it does not want. */
export const refusalWords = /safety|blocked|blocklist|prohibited|responsible ai|usage guidelines|content[ _]polic|sensitive|violat/i;

// https://ai.google.dev/api/generate-content#FinishReason
const refusals = new Set([
  "SAFETY",
  "RECITATION",
  "BLOCKLIST",
  "PROHIBITED_CONTENT",
  "SPII",
  "IMAGE_SAFETY",
  "IMAGE_PROHIBITED_CONTENT",
  "IMAGE_RECITATION",
  "MODEL_ARMOR",
]);

/** An answer of `generateContent`: its media under `media[].url`, its words under `text`. */
export function readContent({ candidates, promptFeedback, usageMetadata }: GenerateContentResponse): JobStatus {
  if (promptFeedback?.blockReason) return failure("provider.content_refused", promptFeedback);
  const [{ content, finishReason, finishMessage } = {}] = candidates ?? [];
  // Thoughts are sketches on the way: also their images are not the result.
  const parts = (content?.parts ?? []).filter(({ thought }) => !thought);
  const media = parts.flatMap(mediaOf);
  const text = parts.map((part) => part.text ?? "").join("");
  if (media.length === 0 && finishReason && finishReason !== "STOP" && !(text && finishReason === "MAX_TOKENS"))
    return {
      ...failure(refusals.has(finishReason) ? "provider.content_refused" : "provider.failed", { finishReason, finishMessage, text }),
      usage: usageOf(usageMetadata),
    };
  return { state: "succeeded", result: { media, text }, usage: usageOf(usageMetadata) };
}

function mediaOf({ inlineData }: Part): { url: string }[] {
  const { data, mimeType = "application/octet-stream" } = inlineData ?? {};
  if (!data) return [];
  const isBare = /^audio\/(l16|pcm)/i.test(mimeType);
  const [bytes, mediaType] = isBare ? [wavOf(Buffer.from(data, "base64"), mimeType).toString("base64"), "audio/wav"] : [data, mimeType];
  return [{ url: `data:${mediaType};base64,${bytes}` }];
}

/** An interaction that runs at Google's: its films under `media[].url`. */
export function readInteraction({ status, steps = [], errors, usage }: Interactions.Interaction): JobStatus {
  switch (status) {
    case "queued":
      return { state: "queued" };
    case "in_progress":
      return { state: "running" };
    case "cancelled":
      return { state: "cancelled" };
    case "completed":
    case "failed":
    case "incomplete":
    case "budget_exceeded": {
      const outputs = steps.flatMap((step) => (step.type === "model_output" ? [step] : []));
      const media = outputs.flatMap(({ content = [] }) => content.flatMap((each) => (each.type === "video" ? videoOf(each) : [])));
      if (status === "completed" && media.length > 0) return { state: "succeeded", result: { media }, usage: usageOf(usage) };
      const said = { status, errors, output: outputs.map(({ content, error }) => ({ content, error })) };
      const isRefused = refusalWords.test(JSON.stringify(said));
      if (status === "completed" && !isRefused) return { state: "succeeded", result: said as unknown as Json, usage: usageOf(usage) };
      return { ...failure(isRefused ? "provider.content_refused" : "provider.failed", said), usage: usageOf(usage) };
    }
    default:
      throw new BoardsError("provider.unavailable", { raw: `unknown status ${String(status)}` });
  }
}

const videoOf = ({ data, uri, mime_type = "video/mp4" }: Interactions.VideoContent): { url: string }[] =>
  data ? [{ url: `data:${mime_type};base64,${data}` }] : uri ? [{ url: uri }] : [];

function failure(reason: "provider.content_refused" | "provider.failed", said: object) {
  const raw = JSON.stringify(said).slice(0, 4000);
  const { errors, message, finishMessage } = said as { errors?: { message?: string }[]; message?: string; finishMessage?: string };
  const words = reason === "provider.failed" ? failedBecause(message ?? finishMessage ?? errors?.[0]?.message) : undefined;
  return { state: "failed" as const, reason, ...(words ? { message: words } : {}), raw };
}

/** Google's counts, in its own words; those by kind of content as in `candidatesTokensDetails.IMAGE`. */
function usageOf(metadata: object = {}): Usage {
  const counts = Object.entries(metadata).flatMap(([name, value]): [string, number][] => {
    if (typeof value === "number") return [[name, value]];
    const byKind = (Array.isArray(value) ? value : []) as { modality?: string; tokenCount?: number; tokens?: number }[];
    return byKind.flatMap(({ modality, tokenCount, tokens }) => (modality ? [[`${name}.${modality}`, tokenCount ?? tokens ?? 0]] : []));
  });
  return Object.fromEntries(counts);
}
