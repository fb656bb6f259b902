import type { Json } from "@/lib/generators/contract/define-generator";
import type { SimulatedJob } from "@/lib/testing/simulators/jobs";
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
import { requiredAtRunway } from "./required-fields";

const docUrl = "https://docs.dev.runwayml.com/api";
const apiHost = "api.dev.runwayml.com";
const uploadHost = "runway-uploads.simulated";
const cost = { credits: 25 };

/** Runway's tasks and uploads, version 2024-11-06: https://docs.dev.runwayml.com/api */
export const simulator: ProviderSimulator = {
  hosts: [apiHost, uploadHost],
  askedBy: "runway-gen-4-5-text-to-video",
  answers,
  requiredFields: (endpoint, { model }) => requiredAtRunway(endpoint, String(model)),

  async handle(request, desk) {
    const { host, method, path, headers } = request;
    if (host === uploadHost) return keep();
    if (!headers.authorization?.startsWith("Bearer ") || headers.authorization === "Bearer wrong")
      return { status: 401, body: { error: "The API key is not valid.", docUrl } };
    if (headers["x-runway-version"] !== "2024-11-06")
      return { status: 400, body: { error: "The X-Runway-Version header is missing or unknown.", docUrl } };
    if (path === "/v1/organization")
      return accountAnswer(desk, request, { creditBalance: headers.authorization === "Bearer no-credit" ? 0 : 4000, tier: {}, usage: {} });
    if (path === "/v1/uploads") return await beginUpload();
    const [, id] = /^\/v1\/tasks\/([0-9a-f-]+)$/.exec(path) ?? [];
    if (id === undefined) return method === "POST" ? await submit(path.replace("/v1/", "")) : null;
    const job = desk.book.jobs.get(id);
    if (!job || job.host !== apiHost) return { status: 404, body: { error: "Task not found", docUrl } };
    if (method === "DELETE") {
      // What has ended is deleted, and cannot be read any more.
      if (!desk.book.cancel(job)) desk.book.jobs.delete(id);
      return { status: 204, body: "" };
    }
    const fault = desk.statusFault(request, job);
    const broken = await faultBefore(fault);
    if (broken) return broken;
    if (fault?.kind === "malformed") return { headers: { "content-type": "application/json" }, body: "{" };
    return { body: fault?.kind === "unknown-status" ? { ...task(job, desk), status: "DREAMING" } : task(job, desk) };

    async function submit(endpoint: string): Promise<SimulatedAnswer> {
      const input = request.json();
      const shown = { ...input, prompt: input.promptText ?? "", aspect_ratio: input.ratio ?? "" };
      const fault = desk.submitFault(request, shown);
      const before = await faultBefore(fault);
      if (before) return before;
      if (fault?.kind === "bad-input") return invalid("promptText", "This prompt is not accepted");
      if (typeof input.model !== "string") return invalid("model", "Invalid input: expected string, received undefined");
      const local = Object.entries(input).find(([, value]) => addressesIn(value).some((each) => each.startsWith("http:")));
      if (local) return invalid(local[0], "Only HTTPS URLs are allowed.");
      if (headers.authorization === "Bearer no-credit")
        return { status: 400, body: { error: "You do not have enough credits to run this task.", docUrl } };
      const required = requiredAtRunway(endpoint, input.model);
      if (!required) return invalid("model", "Invalid input");
      const [missing] = lacking(required, input);
      if (missing) return invalid(missing, "Required");
      const job = desk.accept({ provider: "runway", endpoint }, request, shown, null, fault);
      if (!job) return { status: 404, body: { error: "Not found", docUrl } };
      return faultAfter(fault) ?? { body: { id: job.id, estimatedCost: cost } };
    }

    async function beginUpload(): Promise<SimulatedAnswer> {
      const fault = desk.faults.next(host, "upload");
      const broken = (await faultBefore(fault)) ?? faultAfter(fault);
      if (broken) return broken;
      const { filename, type } = request.json();
      if (typeof filename !== "string" || type !== "ephemeral") return invalid("filename", "Required");
      const key = desk.keepFile(Buffer.alloc(0), "application/octet-stream").split("/").at(-1) ?? "";
      return { body: { uploadUrl: `https://${uploadHost}/`, fields: { key }, runwayUri: `runway://${key}` } };
    }

    // The storage takes a form: what was signed, then the file.
    async function keep(): Promise<SimulatedAnswer> {
      const form = await new Response(new Uint8Array(request.body), { headers: { "content-type": headers["content-type"] ?? "" } }).formData();
      const [key, file] = [form.get("key"), form.get("file")];
      if (typeof key !== "string" || !(file instanceof Blob)) return { status: 403, body: "<Error><Code>AccessDenied</Code></Error>" };
      const bytes = Buffer.from(await file.arrayBuffer());
      await fetch(`${desk.url}/uploads/${key}`, { method: "PUT", headers: { "content-type": file.type }, body: bytes });
      return { status: 204, body: "" };
    }
  },
};

const invalid = (field: string, message: string): SimulatedAnswer => ({
  status: 400,
  body: { error: "Validation of body failed", issues: [{ code: "custom", message, path: [field] }], docUrl },
});

function addressesIn(value: Json): string[] {
  if (typeof value === "string") return /^\w+:\/\//.test(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(addressesIn) : [];
}

function task(job: SimulatedJob, desk: SimulatorDesk): Record<string, Json> {
  const at = { id: job.id, createdAt: new Date(job.acceptedAt).toISOString() };
  switch (desk.book.state(job)) {
    case "queued":
      return { ...at, status: desk.book.position(job) > 0 ? "THROTTLED" : "PENDING", estimatedCost: cost };
    case "running":
      return { ...at, status: "RUNNING", progress: desk.book.progress(job), estimatedCost: cost };
    case "succeeded":
      if (addressesIn(job.request).includes("runway://broken"))
        return { ...at, status: "FAILED", failureCode: "ASSET.INVALID", failure: "An input could not be used.", cost: { credits: 0 } };
      return { ...at, status: "SUCCEEDED", output: job.fault?.kind === "no-output" ? [] : desk.resultUrls(job), cost };
    case "cancelled":
      return { ...at, status: "CANCELLED", cost: { credits: 0 } };
    case "refused":
      return { ...at, status: "FAILED", failureCode: "SAFETY.INPUT.TEXT", failure: "The input was flagged by our content moderation system.", cost };
    case "failed":
      return {
        ...at,
        status: "FAILED",
        failureCode: "INTERNAL.BAD_OUTPUT.CODE01",
        failure: "An unexpected error occurred.",
        cost: { credits: 0 },
        ...endOf(job),
      };
  }
}
