import type { Json } from "@/lib/generators/contract/define-generator";
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
import { inputOf } from "@/lib/testing/simulators/request-input";
import { answers } from "./answers";

/** Ideogram's API v2, as jobs: https://developer.ideogram.ai/v2/llms.txt */
export const simulator: ProviderSimulator = {
  hosts: ["api.ideogram.ai"],
  askedBy: "ideogram-4-5",
  answers,

  async handle(request, desk) {
    const { method, path, headers } = request;
    const key = headers["api-key"];
    if (!key || key === "wrong") return { status: 401, body: { message: "Access denied. Please verify you have valid authorization headers" } };
    if (key === "empty") return { status: 402, body: { error: "Insufficient credits.", reject_reason: "insufficient_funds" } };
    const [, id] = /^\/v2\/generations\/([\w-]+)$/.exec(path) ?? [];
    if (id) return generation(request, desk, id);
    const endpoint = path.replace("/v2/", "");
    const needed = needs[endpoint];
    if (request.query.get("dry_run") === "true")
      return accountAnswer(desk, request, {
        object: "price_quote",
        billing_identifier: "ideogram_4_5_generate",
        quantity: 1,
        usd_micros: 60_000,
        credit_millis: 6000,
        qualifier: "exact",
      });
    return method === "POST" && needed ? submit(request, desk, endpoint, needed) : null;
  },
};

/** What each endpoint must be sent. */
const needs: Record<string, string[]> = {
  "image/generate/ideogram-4-5": ["prompt"],
  "image/precise-edit/ideogram-4-5": ["prompt", "image"],
  "image/remove-background/ideogram-1": ["image"],
};

async function submit(request: SimulatedRequest, desk: SimulatorDesk, endpoint: string, needed: string[]): Promise<SimulatedAnswer> {
  const input = await inputOf(request);
  const fault = desk.submitFault(request, input);
  const before = await faultBefore(fault);
  if (before) return before;
  const missing = needed.find((field) => !input[field]);
  if (missing) return { status: 400, body: { error: `${missing} is required` } };
  if (input.async !== "true") return { status: 400, body: { error: "This simulator knows requests with `async` only" } };
  if (fault?.kind === "bad-input") return { status: 400, body: { error: "This prompt is not accepted" } };
  const job = desk.accept({ provider: "ideogram", endpoint }, request, { ...input, n: input.num_images ?? 1 }, null, fault);
  if (!job) return { status: 404, body: { error: "Not found" } };
  return faultAfter(fault) ?? { body: { generation_id: job.id, seed: 12_345 } };
}

async function generation(request: SimulatedRequest, desk: SimulatorDesk, id: string): Promise<SimulatedAnswer> {
  const job = desk.book.jobs.get(id);
  const fault = desk.statusFault(request, job);
  const broken = await faultBefore(fault);
  if (broken) return broken;
  if (!job) return { status: 404, body: { error: "Generation not found" } };
  const record: Record<string, Json> = { generation_id: id, created: new Date(job.acceptedAt).toISOString() };
  if (fault?.kind === "unknown-status") return { body: { ...record, status: "dreaming" } };
  switch (desk.book.state(job)) {
    case "refused":
      return { body: { ...record, status: "failed", failure_reason: "content_policy_violation" } };
    case "failed":
      return { body: { ...record, status: "failed", failure_reason: "internal_error", ...endOf(job) } };
    case "succeeded": {
      const urls = job.fault?.kind === "no-output" ? [] : desk.resultUrls(job);
      const data = urls.map((url) => ({ object_type: "image", url, prompt: "a fox", resolution: "2048x2048", seed: 1, is_image_safe: true }));
      return { body: { ...record, status: "completed", response_type: "url", data } };
    }
    default:
      return { body: { ...record, status: "pending" } };
  }
}
