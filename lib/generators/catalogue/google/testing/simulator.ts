import type { Json } from "@/lib/generators/contract/define-generator";
import type { SimulatedJob } from "@/lib/testing/simulators/jobs";
import {
  accountAnswer,
  endOf,
  faultAfter,
  faultBefore,
  type ProviderSimulator,
  type SimulatedAnswer,
  type SimulatedRequest,
  type SimulatorDesk,
} from "@/lib/testing/simulators/provider-simulator";
import { lacking } from "@/lib/testing/simulators/required-fields";
import { answers } from "./answers";

type Body = Record<string, Json>;

/** Google's errors: https://ai.google.dev/gemini-api/docs/troubleshooting */
const refused = (code: number, status: string, message: string, details: Json[] = []): SimulatedAnswer => ({
  status: code,
  body: { error: { code, message, status, details } },
});
const unknownKey = refused(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.", [
  { "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason: "API_KEY_INVALID", domain: "googleapis.com" },
]);
const unservedAccount = refused(
  400,
  "FAILED_PRECONDITION",
  "Gemini API free tier is not available in your country. Please enable billing on your project.",
);
const badInput = refused(400, "INVALID_ARGUMENT", "Request contains an invalid argument: this prompt is not accepted.");
const notFound = (what: string) => refused(404, "NOT_FOUND", `${what} is not found for API version v1.`);

/** The Gemini API: content within the call, interactions in the background, files. https://ai.google.dev/api */
export const simulator: ProviderSimulator = {
  hosts: ["generativelanguage.googleapis.com"],
  askedBy: "google-nano-banana-2-1",
  answers,

  async handle(request, desk) {
    const { method, headers } = request;
    const key = headers["x-goog-api-key"];
    if (!key) return refused(403, "PERMISSION_DENIED", "Method doesn't allow unregistered callers (callers without established identity).");
    if (key === "wrong") return unknownKey;
    if (key === "unserved") return unservedAccount;
    const path = request.path.replace("/v1", "");
    if (request.path === "/v1beta/models") return accountAnswer(desk, request, { models: [{ name: "models/gemini-3.8-flash" }] });
    const [, model = "", action] = /^\/models\/([^/:]+):(\w+)$/.exec(path) ?? [];
    if (action) return submit(request, desk, `${model}:${action}`);
    if (method === "POST" && path === "/interactions") return submit(request, desk, `${request.json().model}:createInteraction`);
    // As at Google's, the address of a file leads on to where it lies.
    const [, fileId, place] = /^\/files\/([0-9a-f-]{36})-(\d+):download$/.exec(path) ?? [];
    if (fileId) return { status: 302, headers: { location: `${desk.url}/files/${fileId}/${place}` }, body: {} };
    const [, id = "", isCancel] = /^\/interactions\/([0-9a-f-]+)(\/cancel)?$/.exec(path) ?? [];
    const job = desk.book.jobs.get(id);
    if (!job) return notFound(path);
    if (isCancel)
      return desk.book.cancel(job) ? { body: await interaction(job, desk) } : refused(400, "INVALID_ARGUMENT", "The interaction has ended.");
    const fault = desk.statusFault(request, job);
    const broken = await faultBefore(fault);
    if (broken) return broken;
    if (fault?.kind === "unknown-status") return { body: { id: job.id, status: "dreaming" } };
    return { body: await interaction(job, desk) };
  },
};

/** Asks for `<model>:<method>`; Vertex, too, speaks this way. */
export async function submit(request: SimulatedRequest, desk: SimulatorDesk, endpoint: string, provider = "google"): Promise<SimulatedAnswer> {
  const body = request.json();
  const input = { ...body, prompt: wordsOf(body), aspectRatio: ratioOf(body) };
  const isContent = endpoint.endsWith(":generateContent");
  const fault = desk.submitFault(request, input);
  const before = await faultBefore(fault);
  if (before) return before;
  if (fault?.kind === "bad-input") return badInput;
  const missing = { generateContent: "contents", createInteraction: "input" }[endpoint.split(":")[1] ?? ""];
  if (missing && lacking([missing], body).length > 0) return refused(400, "INVALID_ARGUMENT", `* ${missing}: ${missing} is not specified`);
  const job = desk.accept({ provider, endpoint }, request, input, null, fault);
  if (!job) return notFound(`models/${endpoint.split(":")[0]}`);
  if (isContent) await desk.book.ended(job);
  const after = faultAfter(fault);
  if (after) return after;
  return { body: isContent ? await content(job, desk, input.prompt) : await interaction(job, desk) };
}

/** The words of a request, whichever way it is made. */
function wordsOf(body: Body): string {
  const texts: string[] = [];
  const walk = (value: Json | undefined) => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === "object" && value !== null) {
      for (const name of ["text", "prompt"]) if (typeof value[name] === "string") texts.push(value[name]);
      Object.values(value).forEach(walk);
    }
  };
  for (const name of ["contents", "input"]) walk(body[name]);
  return texts.join(" ");
}

function ratioOf(body: Body): string {
  const [, ratio = ""] = /"(?:aspectRatio|aspect_ratio)":"(\d+:\d+)"/.exec(JSON.stringify(body)) ?? [];
  return ratio;
}

/** https://ai.google.dev/api/generate-content#generatecontentresponse */
async function content(job: SimulatedJob, desk: SimulatorDesk, words: string): Promise<Body> {
  const { artifactType, fault } = job;
  const kind = { image: "IMAGE", audio: "AUDIO" }[artifactType as string] ?? "TEXT";
  const usage = { promptTokenCount: 20, promptTokensDetails: [{ modality: "TEXT", tokenCount: 20 }], totalTokenCount: 20 };
  const stopped = (finishReason: string): Body => ({
    candidates: [{ index: 0, finishReason, finishMessage: "Unable to show the generated content." }],
    usageMetadata: usage,
  });
  if (fault?.answer) return { usageMetadata: usage, ...endOf(job) };
  if (fault?.kind === "refuse")
    return artifactType === "image" ? stopped("IMAGE_SAFETY") : { promptFeedback: { blockReason: "PROHIBITED_CONTENT" }, usageMetadata: usage };
  if (fault?.kind === "fail") return stopped(artifactType === "image" ? "IMAGE_OTHER" : "OTHER");
  const parts: Json[] = fault?.kind === "no-output" ? [] : await partsOf(job, desk, words);
  const counted = { IMAGE: 1120, AUDIO: 320, TEXT: 40 }[kind] ?? 0;
  const details = { candidatesTokenCount: counted, candidatesTokensDetails: [{ modality: kind, tokenCount: counted }], thoughtsTokenCount: 100 };
  return {
    candidates: [{ index: 0, content: { role: "model", parts }, finishReason: "STOP" }],
    usageMetadata: { ...usage, ...details, totalTokenCount: 120 + counted },
    modelVersion: job.endpoint.split(":")[0] ?? "",
    responseId: job.id,
  };
}

async function partsOf({ artifactType, fault, request }: SimulatedJob, desk: SimulatorDesk, words: string): Promise<Json[]> {
  if (artifactType === "text") return [{ text: `A simulated answer to: ${words}` }];
  const isOther = fault?.kind === "lying";
  const { mimeType } = await desk.media(artifactType, words);
  const { bytes } = await desk.media(isOther ? (artifactType === "image" ? "audio" : "image") : artifactType, words, shapeOf(request));
  const data = fault?.kind === "wrong-type" ? Buffer.from("<html><body>Sign in</body></html>") : bytes;
  return [{ text: "A thought about it", thought: true }, { inlineData: { mimeType, data: data.toString("base64") } }];
}

function shapeOf({ aspectRatio }: Body): number {
  const [across, up] = String(aspectRatio).split(":").map(Number);
  return across && up ? across / up : 1;
}

/** https://ai.google.dev/api/interactions-api; asked for later, a video comes within the answer. */
async function interaction(job: SimulatedJob, desk: SimulatorDesk): Promise<Body> {
  const state = desk.book.state(job);
  const status = {
    queued: "in_progress",
    running: "in_progress",
    succeeded: "completed",
    failed: "failed",
    refused: "failed",
    cancelled: "cancelled",
  }[state];
  const base = {
    id: job.id,
    object: "interaction",
    model: job.endpoint.split(":")[0] ?? "",
    status,
    created: new Date(job.acceptedAt).toISOString(),
  };
  if (job.fault?.answer) return { ...base, steps: [], ...endOf(job) };
  if (state === "failed") return { ...base, errors: [{ code: "internal", message: "The model failed." }], steps: [] };
  if (state === "refused")
    return { ...base, errors: [{ code: "content_blocked", message: "The prompt was blocked by the safety filters." }], steps: [] };
  if (state !== "succeeded") return base;
  const isOther = job.fault?.kind === "lying";
  const { bytes } = await desk.media(isOther ? "image" : "video", String(job.request.prompt));
  const video = { type: "video", mime_type: "video/mp4", data: bytes.toString("base64") };
  const usage = {
    total_input_tokens: 20,
    total_output_tokens: 46_336,
    output_tokens_by_modality: [{ modality: "video", tokens: 46_336 }],
    total_thought_tokens: 0,
  };
  return { ...base, steps: [{ type: "model_output", content: job.fault?.kind === "no-output" ? [] : [video] }], usage };
}
