import type { Json } from "@/lib/generators/contract/define-generator";
import {
  accountAnswer,
  endOf,
  faultAfter,
  faultBefore,
  type ProviderSimulator,
  promptOf,
  type SimulatedAnswer,
  type SimulatedRequest,
  type SimulatorDesk,
} from "@/lib/testing/simulators/provider-simulator";
import { inputOf } from "@/lib/testing/simulators/request-input";
import { answers } from "./answers";

const error = (status: number, name: string, sentence: string): SimulatedAnswer => ({
  status,
  body: { id: crypto.randomUUID().replaceAll("-", ""), name, errors: [sentence] },
});

/** Stability AI's images within the call, and sound as a job: https://platform.stability.ai/docs/api-reference */
export const simulator: ProviderSimulator = {
  hosts: ["api.stability.ai"],
  askedBy: "stability-stable-image-ultra",
  answers,

  async handle(request, desk) {
    const { method, path, headers } = request;
    const key = headers.authorization;
    if (!key || key === "Bearer wrong") return error(401, "unauthorized", "missing or invalid api key");
    if (path === "/v1/user/balance") return accountAnswer(desk, request, { credits: key === "Bearer empty" ? 0 : 633.68 });
    if (key === "Bearer empty") return error(402, "payment_required", "You lack sufficient credits to make this request.");
    const [, resultId] = /^\/v2beta\/audio\/results\/([\w-]+)$/.exec(path) ?? [];
    if (resultId) return result(request, desk, resultId);
    const endpoint = path.replace("/v2beta/", "");
    const needed = needs[endpoint];
    return method === "POST" && needed ? submit(request, desk, endpoint, needed) : null;
  },
};

/** What each endpoint must be sent. */
const needs: Record<string, string[]> = {
  "stable-image/generate/ultra": ["prompt"],
  "stable-image/generate/core": ["prompt"],
  "stable-image/generate/sd3": ["prompt"],
  "stable-image/upscale/fast": ["image"],
  "audio/stable-audio/text-to-audio": ["prompt"],
};

async function submit(request: SimulatedRequest, desk: SimulatorDesk, endpoint: string, needed: string[]): Promise<SimulatedAnswer> {
  if (!request.headers["content-type"]?.startsWith("multipart/")) return error(400, "bad_request", "content-type: must be multipart/form-data");
  const input = await inputOf(request);
  const fault = desk.submitFault(request, input);
  const before = await faultBefore(fault);
  if (before) return before;
  const missing = needed.find((field) => !input[field]) ?? (input.image && endpoint.includes("generate") && !input.strength ? "strength" : undefined);
  if (missing) return error(400, "bad_request", `${missing}: is required`);
  if (fault?.kind === "bad-input") return error(400, "bad_request", "prompt: this prompt is not accepted");
  if (fault?.kind === "refuse") return error(403, "content_moderation", "Your request was flagged by our content moderation system.");
  const job = desk.accept({ provider: "stability", endpoint }, request, input, null, fault);
  if (!job) return error(404, "not_found", "the requested resource does not exist");
  if (endpoint.startsWith("audio/")) return faultAfter(fault) ?? { status: 202, body: { id: job.id } };
  await desk.book.ended(job);
  const after = faultAfter(fault);
  if (after) return after;
  if (fault?.kind === "fail") return error(500, "internal_error", "An unexpected server error has occurred, please try again later.");
  const { bytes } = await desk.media(fault?.kind === "lying" ? "audio" : "image", promptOf(input), ratioOf(input));
  const image = fault?.kind === "no-output" ? "" : bytes.toString("base64");
  return { body: { image, finish_reason: "SUCCESS", seed: 343_940_597, ...endOf(job) } };
}

async function result(request: SimulatedRequest, desk: SimulatorDesk, id: string): Promise<SimulatedAnswer> {
  const job = desk.book.jobs.get(id);
  const fault = desk.statusFault(request, job);
  const broken = await faultBefore(fault);
  if (broken) return broken;
  if (fault?.kind === "unknown-status") return { body: { status: "dreaming" } };
  if (!job) return error(404, "not_found", "id: not found");
  const state = desk.book.state(job);
  if (state === "queued" || state === "running") return { status: 202, body: { id, status: "in-progress" } };
  const { bytes, mimeType } = await desk.media("audio", promptOf(job.request));
  const finished = String(endOf(job).finish_reason ?? "SUCCESS");
  const headers = { "content-type": mimeType, "finish-reason": finished, seed: "343940597" };
  return { headers, body: job.fault?.kind === "no-output" ? Buffer.alloc(0) : bytes };
}

function ratioOf({ aspect_ratio: ratio }: Record<string, Json>): number {
  const [across = 1, up = 1] = String(ratio ?? "1:1")
    .split(":")
    .map(Number);
  return across / up;
}
