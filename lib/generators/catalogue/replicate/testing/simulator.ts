import { createHmac } from "node:crypto";
import type { Json } from "@/lib/generators/contract/define-generator";
import { simulatedWebhookSecret } from "@/lib/generators/provider-keys/provider-access";
import type { SimulatedJob } from "@/lib/testing/simulators/jobs";
import { refusedBy } from "@/lib/testing/simulators/models/simulated-model";
import {
  accountAnswer,
  endOf,
  faultAfter,
  faultBefore,
  type ProviderSimulator,
  type SimulatedAnswer,
  type SimulatorDesk,
} from "@/lib/testing/simulators/provider-simulator";
import { lacking } from "@/lib/testing/simulators/required-fields";
import { answers } from "./answers";

/** What Replicate's models must be sent, by the schema on each model's API page (read 2026-11-26). */
const requiredAtReplicate = (endpoint: string): string[] => (endpoint.startsWith("cjwbw/wav2lip") ? ["face", "audio"] : ["prompt"]);

/** Replicate's predictions, files and webhooks: https://replicate.com/docs/reference/http */
export const simulator: ProviderSimulator = {
  hosts: ["api.replicate.com"],
  askedBy: "replicate-flux-pro",
  answers,
  requiredFields: requiredAtReplicate,

  async handle(request, desk) {
    const { method, headers } = request;
    if (!headers.authorization?.startsWith("Bearer ") || headers.authorization === "Bearer wrong")
      return { status: 401, body: { detail: "You did not pass a valid authentication token" } };
    const path = request.path.replace("/v1", "");
    if (path === "/account")
      return accountAnswer(desk, request, { type: "organization", username: "acme", name: "Acme", github_url: "https://github.com/acme" });
    if (path === "/webhooks/default/secret") return { body: { key: simulatedWebhookSecret } };
    if (path === "/files") {
      const url = desk.keepFile(fileIn(request.body), "application/octet-stream");
      return { status: 201, body: { id: url.split("/").at(-1), urls: { get: url } } };
    }
    const [, model] = /^\/models\/(.+)\/predictions$/.exec(path) ?? [];
    if (method === "POST" && (model || path === "/predictions")) return submit(model);
    const [, named] = /^\/models\/([^/]+\/[^/]+)$/.exec(path) ?? [];
    const [, ofModel, version] = /^\/models\/([^/]+\/[^/]+)(?:\/versions\/([0-9a-f]+))?$/.exec(path) ?? [];
    const described = ofModel ? desk.findModel("replicate", ofModel) : undefined;
    if (described && (version === undefined || version === described.version))
      return { body: version ? described.record.latest_version : described.record };
    if (ofModel && (version !== undefined || ofModel.startsWith("samples/")))
      return { status: 404, body: { detail: "The requested resource could not be found." } };
    if (named) return { body: { owner: named.split("/")[0], name: named.split("/")[1], latest_version: { id: `${named}-version` } } };
    if (path === "/predictions") {
      const ours = [...desk.book.jobs.values()].filter(({ host }) => host === request.host).sort((one, other) => other.acceptedAt - one.acceptedAt);
      return { body: { next: null, previous: null, results: ours.slice(0, 100).map((job) => prediction(job, desk)) } };
    }
    const [, id = "", action] = /^\/predictions\/([0-9a-f-]+)(?:\/(cancel))?$/.exec(path) ?? [];
    const job = desk.book.jobs.get(id);
    if (!job) return { status: 404, body: { detail: "Not found" } };
    if (action) desk.book.cancel(job);
    else {
      const fault = desk.statusFault(request, job);
      const broken = await faultBefore(fault);
      if (broken) return broken;
      if (fault?.kind === "unknown-status") return { body: { ...prediction(job, desk), status: "dreaming" } };
    }
    return { body: prediction(job, desk) };

    async function submit(model: string | undefined): Promise<SimulatedAnswer> {
      const body = request.json();
      const input = body.input as Record<string, Json>;
      const fault = desk.submitFault(request, input);
      const before = await faultBefore(fault);
      if (before) return before;
      if (fault?.kind === "bad-input")
        return { status: 422, body: { title: "Input validation failed", detail: "- input.prompt: This prompt is not accepted" } };
      const known = desk.findModel("replicate", model ?? String(body.version));
      const problems = known ? refusedBy(known, input) : [];
      if (problems.length > 0) {
        const detail = problems.map(({ path, message }) => `- input.${path.join(".")}: ${message}\n`).join("");
        return { status: 422, body: { title: "Input validation failed", detail, status: 422 } };
      }
      const endpoint = known?.modelId ?? model ?? String(body.version).replace(/-version$/, "");
      const missing = input ? lacking(known ? [] : requiredAtReplicate(endpoint), input) : ["input"];
      if (missing.length > 0)
        return {
          status: 422,
          body: { title: "Input validation failed", detail: missing.map((field) => `- input: ${field} is required\n`).join(""), status: 422 },
        };
      const job = desk.accept({ provider: "replicate", endpoint }, request, input, typeof body.webhook === "string" ? body.webhook : null, fault);
      if (!job) return { status: 404, body: { detail: "The requested resource could not be found." } };
      return faultAfter(fault) ?? { status: 201, body: prediction(job, desk) };
    }
  },

  async webhook(job, desk) {
    const body = JSON.stringify(prediction(job, desk));
    const timestamp = String(Math.floor(Date.now() / 1000));
    const secret = Buffer.from(simulatedWebhookSecret.replace("whsec_", ""), "base64");
    const signature = createHmac("sha256", secret).update(`${job.id}.${timestamp}.${body}`).digest("base64");
    return { headers: { "webhook-id": job.id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` }, body };
  },
};

/** What Replicate counts for its bill. */
function metricsOf({ artifactType, request }: SimulatedJob, count: number): Record<string, Json> {
  const times = { predict_time: 4, total_time: 5 };
  const { duration = 5, generate_audio = true } = request;
  if (artifactType === "image") return { ...times, image_output_count: count };
  return artifactType === "video" ? { ...times, video_output_duration_seconds: Number(duration), with_audio: generate_audio } : times;
}

function prediction(job: SimulatedJob, desk: SimulatorDesk): Record<string, Json> {
  const state = desk.book.state(job);
  const status = { queued: "starting", running: "processing", succeeded: "succeeded", failed: "failed", refused: "failed", cancelled: "canceled" }[
    state
  ];
  const urls = desk.resultUrls(job);
  return {
    id: job.id,
    model: job.endpoint,
    version: "hidden",
    input: job.request,
    output:
      state === "succeeded" && job.fault?.kind !== "no-output" ? (job.answer ? desk.result(job) : urls.length > 1 ? urls : (urls[0] ?? null)) : null,
    error:
      state === "refused"
        ? "The input or output was flagged as sensitive. Please try again with different inputs. (E005)"
        : state === "failed"
          ? "The model failed"
          : null,
    ...(state === "succeeded" ? { metrics: metricsOf(job, urls.length) } : {}),
    logs: state === "running" ? `${Math.round(desk.book.progress(job) * 100)}%|███` : "",
    status,
    webhook: job.webhookUrl,
    created_at: new Date(job.acceptedAt).toISOString(),
    urls: { get: `https://api.replicate.com/v1/predictions/${job.id}`, cancel: `https://api.replicate.com/v1/predictions/${job.id}/cancel` },
    ...endOf(job),
  };
}

/** The first file of a multipart body. */
function fileIn(body: Buffer): Buffer {
  const start = body.indexOf("\r\n\r\n");
  const boundary = body.subarray(0, body.indexOf("\r\n"));
  const end = body.indexOf(boundary, start);
  return body.subarray(start + 4, end > 0 ? end - 2 : undefined);
}
