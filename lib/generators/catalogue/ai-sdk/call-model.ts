import type * as Ai from "ai";
import type { Json } from "@/lib/generators/contract/define-generator";
import { addressOf, markedBytes } from "./watched-call";

/** A provider of the AI SDK: its models by what they make. `model` is the provider's own id. */
export interface AiSdkModels {
  imageModel?(model: string): Exclude<Ai.ImageModel, string>;
  videoModel?(model: string): Parameters<typeof Ai.experimental_startVideo>[0]["model"];
  speechModel?(model: string): Ai.SpeechModel;
  transcriptionModel?(model: string): Ai.TranscriptionModel;
  languageModel?(model: string): Exclude<Ai.LanguageModel, string>;
}

/** What the first half of an endpoint may be, as in `image:grok-imagine-image`. */
export type ModelKind = "image" | "video" | "speech" | "transcription" | "text";

/** What a model made, and what its provider told beside it. */
export interface Made {
  result: { [key: string]: Json };
  usage?: object;
  metadata?: unknown;
}

/** A request of ours: the AI SDK's own words for its settings, files as `data:` addresses. */
export type ModelRequest = Record<string, Json>;

type Call = (ai: typeof Ai, models: AiSdkModels, model: string, request: never) => Promise<Made>;

const bytesOf = (address: string) => Buffer.from(address.slice(address.indexOf(",") + 1), "base64");

/** One call for each kind. Nothing is ever tried again here. https://ai-sdk.dev/docs/reference/ai-sdk-core (read 2026-11-26 in the package's `docs`) */
export const callModel: Record<ModelKind, Call> = {
  async image(ai, models, model, { prompt, images, mask, n = 1, ...settings }: ImageRequest) {
    const {
      images: made,
      calls,
      usage,
    } = await ai
      .generateImage({
        ...settings,
        model: found(models.imageModel)(model),
        prompt: images ? { text: prompt, images, ...(mask ? { mask } : {}) } : prompt,
        n,
        // One call, or some of it is paid for and lost when another fails.
        maxImagesPerCall: n,
        maxRetries: 0,
      })
      .catch(orNothing(ai.NoImageGeneratedError, { images: [], calls: [], usage: {} }));
    return { result: { images: made.map((image) => ({ url: addressOf(image) })) }, usage, metadata: calls[0]?.providerMetadata };
  },

  async video(ai, models, model, request: VideoRequest) {
    const { videos, providerMetadata } = await ai
      .experimental_generateVideo({
        ...videoSettings(request),
        model: found(models.videoModel)(model),
        maxRetries: 0,
        download: async ({ url }) => ({ data: markedBytes(String(url)), mediaType: "video/mp4" }),
      })
      .catch(orNothing(ai.NoVideoGeneratedError, { videos: [], providerMetadata: {} }));
    const urls = videos.map((video) => ({ url: addressOf(video) }));
    return { result: { videos: urls }, usage: usageIn(providerMetadata), metadata: providerMetadata };
  },

  async speech(ai, models, model, settings: SpeechRequest) {
    const { audio, providerMetadata } = await ai.generateSpeech({ ...settings, model: found(models.speechModel)(model), maxRetries: 0 });
    return { result: { audio: { url: addressOf(audio) } }, metadata: providerMetadata };
  },

  async transcription(ai, models, model, { audio, ...settings }: { audio: string }) {
    const { text, durationInSeconds, providerMetadata } = await ai
      .transcribe({ ...settings, audio: bytesOf(audio), model: found(models.transcriptionModel)(model), maxRetries: 0 })
      .catch(orNothing(ai.NoTranscriptGeneratedError, { text: "", durationInSeconds: undefined, providerMetadata: {} }));
    const usage = durationInSeconds === undefined ? {} : { seconds: durationInSeconds };
    return { result: { text }, usage, metadata: providerMetadata };
  },

  async text(ai, models, model, { prompt, images = [], ...settings }: TextRequest) {
    const given = images.map((data) => ({ type: "file" as const, mediaType: "image", data }));
    const content = [{ type: "text" as const, text: prompt }, ...given];
    const { text, usage, providerMetadata, finishReason } = await ai.generateText({
      ...settings,
      messages: [{ role: "user", content }],
      model: found(models.languageModel)(model),
      maxRetries: 0,
    });
    return { result: { text, finishReason }, usage, metadata: providerMetadata };
  },
};

interface ImageRequest {
  prompt: string;
  images?: string[];
  mask?: string;
  n?: number;
}

interface VideoRequest {
  prompt?: string;
  image?: string;
  lastFrame?: string;
  references?: string[];
}

interface SpeechRequest {
  text: string;
}

interface TextRequest {
  prompt: string;
  images?: string[];
}

/** Starts a video at a provider whose models say how to ask for it later: `operation` is JSON. */
export async function startVideo(ai: typeof Ai, models: AiSdkModels, model: string, request: ModelRequest, jobId: string): Promise<Json> {
  const { operation, warnings } = await ai.experimental_startVideo({
    ...videoSettings(request as VideoRequest),
    model: found(models.videoModel)(model),
    maxRetries: 0,
    headers: { "idempotency-key": jobId },
  });
  // The other functions tell by themselves.
  const { AI_SDK_LOG_WARNINGS: tell } = globalThis;
  if (typeof tell === "function") tell({ warnings, provider: "", model });
  return operation as Json;
}

/** How a video stands that was started before. */
export function videoStatus(ai: typeof Ai, models: AiSdkModels, model: string, operation: Json) {
  return ai.experimental_getVideoStatus(found(models.videoModel)(model), { operation: operation as never, maxRetries: 0 });
}

function videoSettings({ prompt = "", image, lastFrame, references, ...settings }: VideoRequest) {
  const frames = [
    ...(image ? [{ image, frameType: "first_frame" as const }] : []),
    ...(lastFrame ? [{ image: lastFrame, frameType: "last_frame" as const }] : []),
  ];
  return { ...settings, prompt, ...(frames.length > 0 ? { frameImages: frames } : {}), ...(references ? { inputReferences: references } : {}) };
}

/** What a provider of videos has counted, in its own words; empty where it tells nothing. */
export function usageIn(metadata: unknown): object {
  const [own] = Object.values((metadata ?? {}) as Record<string, { usage?: object } | null>);
  return own?.usage ?? {};
}

function found<Factory>(factory: Factory | undefined): Factory {
  if (!factory) throw new Error("the package has no models of this kind");
  return factory;
}

interface KindOfError {
  isInstance(error: unknown): boolean;
}

// An answer without a result is an answer: what to say of it is the product's to know.
const orNothing =
  <Nothing>(kind: KindOfError, nothing: Nothing) =>
  (error: unknown): Nothing => {
    if (kind.isInstance(error)) return nothing;
    throw error;
  };
