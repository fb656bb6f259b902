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
import { answers } from "./answers";

const submitHost = "api.bfl.ai";
/** The cluster that does every job here, and the region that it belongs to. */
const pollingHosts = ["api.eu2.bfl.ai", "api.eu.bfl.ai"];
const credits = 4.5;

/** Black Forest Labs' own API: https://docs.bfl.ai/api-reference */
export const simulator: ProviderSimulator = {
  hosts: [submitHost, "*.bfl.ai"],
  askedBy: "bfl-flux-2-pro",
  answers,

  async handle(request, desk) {
    const { host, method, path, headers, query } = request;
    if (!headers["x-key"]) return { status: 403, body: { detail: "Not authenticated" } };
    if (headers["x-key"] === "wrong") return { status: 422, body: { detail: "Invalid API key format" } };
    if (headers["x-key"] === "empty") return { status: 402, body: { detail: "Insufficient credits" } };
    if (path === "/v1/credits") return accountAnswer(desk, request, { credits: 840 });
    if (path === "/v1/get_result") return await result(query.get("id") ?? "");
    return method === "POST" && host === submitHost ? await submit(path.replace("/v1/", "")) : null;

    async function submit(endpoint: string): Promise<SimulatedAnswer> {
      const input = request.json();
      const fault = desk.submitFault(request, input);
      const before = await faultBefore(fault);
      if (before) return before;
      if (fault?.kind === "bad-input") return invalid("prompt", "This prompt is not accepted");
      const missing = (endpoint === "flux-pro-1.0-fill" ? ["image"] : ["prompt"]).find((field) => typeof input[field] !== "string");
      if (missing) return invalid(missing, "Field required");
      const job = desk.accept({ provider: "bfl", endpoint }, request, input, null, fault);
      if (!job) return { status: 404, body: { detail: "Not Found" } };
      const polling_url = `https://${pollingHosts[0]}/v1/get_result?id=${job.id}`;
      return faultAfter(fault) ?? { body: { id: job.id, polling_url, cost: credits, input_mp: 1, output_mp: 1 } };
    }

    async function result(id: string): Promise<SimulatedAnswer> {
      const fault = desk.statusFault(request, desk.book.jobs.get(id));
      const broken = await faultBefore(fault);
      if (broken) return broken;
      if (fault?.kind === "malformed") return { headers: { "content-type": "application/json" }, body: "{" };
      const job = pollingHosts.includes(host) ? desk.book.jobs.get(id) : undefined;
      if (job?.host !== submitHost) return { status: 404, body: { ...answer(id, "Task not found"), result: null } };
      return { body: fault?.kind === "unknown-status" ? answer(id, "Dreaming") : state(job, desk) };
    }
  },
};

const invalid = (field: string, msg: string): SimulatedAnswer => ({
  status: 422,
  body: { detail: [{ loc: ["body", field], msg, type: "value_error" }] },
});

const answer = (id: string, status: string, more: Record<string, Json> = {}): Record<string, Json> => ({
  id,
  status,
  result: null,
  progress: null,
  details: null,
  preview: null,
  ...more,
});

function state(job: SimulatedJob, desk: SimulatorDesk): Record<string, Json> {
  switch (desk.book.state(job)) {
    case "succeeded":
      return answer(job.id, "Ready", { result: desk.result(job), ...(job.endpoint.startsWith("flux-2") ? {} : { cost: 4 }) });
    case "refused":
      return answer(job.id, "Request Moderated", { details: { "Moderation Reasons": ["Derivative Works Filter"] } });
    case "failed":
      return answer(job.id, "Error", { details: { error: "Generation failed" }, ...endOf(job) });
    case "running":
      return answer(job.id, "Pending", { progress: desk.book.progress(job) });
    default:
      return answer(job.id, "Pending");
  }
}
