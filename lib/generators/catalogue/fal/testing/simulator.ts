import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { isBlank, type SimulatedJob } from "@/lib/testing/simulators/jobs";
import { refusedBy } from "@/lib/testing/simulators/models/simulated-model";
import {
  accountAnswer,
  faultAfter,
  faultBefore,
  type ProviderSimulator,
  type SimulatedAnswer,
  type SimulatedRequest,
  type SimulatorDesk,
} from "@/lib/testing/simulators/provider-simulator";
import { lacking } from "@/lib/testing/simulators/required-fields";
import { answers } from "./answers";
import { requiredAtFal } from "./required-fields";

const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const refused = {
  detail: [{ loc: ["body", "prompt"], msg: "The content could not be processed because it was flagged.", type: "content_policy_violation" }],
};

/** fal's queue, storage and webhooks: https://docs.fal.ai/model-apis/model-endpoints/queue */
export const simulator: ProviderSimulator = {
  hosts: ["queue.fal.run", "rest.fal.ai", "rest.alpha.fal.ai", "api.fal.ai"],
  askedBy: "fal-flux-2",
  answers,
  requiredFields: requiredAtFal,

  async handle(request, desk) {
    const { host, method, path, headers } = request;
    if (path === "/.well-known/jwks.json") return { body: { keys: [publicKey.export({ format: "jwk" })] } };
    // Who asks for models needs no key: https://fal.ai/docs/platform-apis/v1/models
    if (host === "api.fal.ai" && path === "/v1/models") {
      const fault = desk.faults.next(host, "status");
      if (fault?.kind === "malformed") return { headers: { "content-type": "application/json" }, body: "{" };
      return (await faultBefore(fault)) ?? models(request, desk);
    }
    if (!headers.authorization?.startsWith("Key ") || headers.authorization === "Key wrong")
      return { status: 401, body: { detail: "Invalid API key" } };
    if (path === "/v1/account/billing") return billing();
    if (host === "api.fal.ai") return (await faultBefore(desk.faults.next(host, "status"))) ?? platform(request, desk);
    if (host !== "queue.fal.run") return storage();
    const [, app = "", id = "", action = ""] = /^\/(.+)\/requests\/([0-9a-f-]+)(?:\/(status|cancel))?$/.exec(path) ?? [];
    if (!app && method === "POST") return submit();
    const job = desk.book.jobs.get(id);
    if (!job?.endpoint.startsWith(app)) return { status: 404, body: { detail: "Request not found" } };
    if (action === "cancel")
      return desk.book.cancel(job)
        ? { status: 202, body: { status: "CANCELLATION_REQUESTED" } }
        : { status: 400, body: { status: "ALREADY_COMPLETED" } };
    const fault = desk.statusFault(request, job);
    const broken = await faultBefore(fault);
    if (broken) return broken;
    if (fault?.kind === "malformed") return { headers: { "content-type": "application/json" }, body: "{" };
    return action === "status" ? status(job, fault?.kind === "unknown-status") : result(job);

    async function billing(): Promise<SimulatedAnswer> {
      if (headers.authorization === "Key api-scope")
        return { status: 403, body: { error: { type: "authorization_error", message: "This endpoint requires an Admin API key" } } };
      const credits = { current_balance: headers.authorization === "Key empty" ? 0 : 12.4, currency: "USD" };
      return accountAnswer(desk, request, { username: "simulated", credits });
    }

    function storage(): SimulatedAnswer | null {
      if (path !== "/storage/upload/initiate") return null;
      const url = desk.keepFile(Buffer.alloc(0), String(request.json().content_type));
      return { body: { upload_url: url, file_url: url } };
    }

    async function submit(): Promise<SimulatedAnswer> {
      const input = request.json();
      const fault = desk.submitFault(request, input);
      const before = await faultBefore(fault);
      if (before) return before;
      if (fault?.kind === "bad-input")
        return { status: 422, body: { detail: [{ loc: ["body", "prompt"], msg: "This prompt is not accepted", type: "value_error" }] } };
      const described = desk.findModel("fal", path.slice(1));
      const problems = described
        ? refusedBy(described, input).map((each) => ({ loc: ["body", ...each.path], msg: each.message, type: "value_error" }))
        : [];
      if (problems.length > 0) return { status: 422, body: { detail: problems } };
      const missing = lacking(requiredAtFal(path.slice(1)) ?? [], input).map((field) => ({
        loc: ["body", field],
        msg: "Field required",
        type: "missing",
        input,
      }));
      if (missing.length > 0) return { status: 422, body: { detail: missing } };
      const job = desk.accept({ provider: "fal", endpoint: path.slice(1) }, request, input, request.query.get("fal_webhook"), fault);
      if (!job) return { status: 404, body: { detail: `Application ${path.slice(1)} not found` } };
      return (
        faultAfter(fault) ?? { body: { status: "IN_QUEUE", request_id: job.id, gateway_request_id: job.id, queue_position: desk.book.position(job) } }
      );
    }

    function status(job: SimulatedJob, isUnknown: boolean): SimulatedAnswer {
      const at = { request_id: job.id };
      if (isUnknown) return { body: { ...at, status: "DREAMING" } };
      const state = desk.book.state(job);
      if (state === "queued") return { body: { ...at, status: "IN_QUEUE", queue_position: desk.book.position(job) } };
      if (state !== "running") return { body: { ...at, status: "COMPLETED", logs: [], ...job.fault?.answer?.statusFields } };
      const percent = Math.round(desk.book.progress(job) * 100);
      return { body: { ...at, status: "IN_PROGRESS", logs: [{ message: `${percent}%|${"█".repeat(percent / 10)}`, level: "INFO" }] } };
    }

    function result(job: SimulatedJob): SimulatedAnswer {
      const state = desk.book.state(job);
      if (job.fault?.answer?.at === "result") return job.fault.answer;
      if (state === "refused") return { status: 422, body: refused };
      if (state === "failed") return { status: 422, body: { detail: "The model failed on this input" } };
      if (state !== "succeeded") return { status: 400, body: { detail: "Request is still in progress" } };
      const flags = Array.from({ length: job.outputCount }, (_, place) => isBlank(job, place));
      const body = { ...(desk.result(job) as object), ...(flags.includes(true) ? { has_nsfw_concepts: flags } : {}) };
      return { headers: { "x-fal-request-id": job.id, "x-fal-billable-units": String(job.outputCount) }, body };
    }
  },

  async webhook(job, desk) {
    const isWell = desk.book.state(job) === "succeeded";
    const body = JSON.stringify({
      request_id: job.id,
      gateway_request_id: job.id,
      status: isWell ? "OK" : "ERROR",
      payload: isWell ? desk.result(job) : refused,
    });
    return { headers: signedByFal(job.id, body), body };
  },
};

/** US dollars for one unit of any simulated model. */
export const simulatedUnitUsd = 0.05;

function models({ query }: SimulatedRequest, desk: SimulatorDesk): SimulatedAnswer {
  const found = query.getAll("endpoint_id").map((id) => {
    const model = desk.findModel("fal", id);
    // What fal does not know comes back without what is known of others.
    if (!model) return { endpoint_id: id };
    return { endpoint_id: id, metadata: model.record, ...(query.get("expand") === "openapi-3.0" ? { openapi: model.schema } : {}) };
  });
  return { body: { models: found, next_cursor: null, has_more: false } };
}

/** Prices and past requests: https://fal.ai/docs/platform-apis/v1 */
function platform({ path, query }: SimulatedRequest, desk: SimulatorDesk): SimulatedAnswer | null {
  const endpoint = query.get("endpoint_id") ?? "";
  if (path === "/v1/models/pricing") {
    const described = desk.findModel("fal", endpoint)?.price ?? { unit_price: simulatedUnitUsd, unit: "image" };
    const prices = [{ endpoint_id: endpoint, ...described, currency: "USD" }];
    return { body: { prices, next_cursor: null, has_more: false } };
  }
  if (path !== "/v1/models/requests/by-endpoint") return null;
  const since = Date.parse(query.get("start") ?? "");
  const ended = [...desk.book.jobs.values()].filter(
    (job) =>
      job.host === "queue.fal.run" && job.endpoint === endpoint && job.acceptedAt >= since && !["queued", "running"].includes(desk.book.state(job)),
  );
  const items = ended.map((job) => ({
    request_id: job.id,
    endpoint_id: job.endpoint,
    sent_at: new Date(job.acceptedAt).toISOString(),
    started_at: new Date(job.startsAt).toISOString(),
    ended_at: new Date(job.endsAt).toISOString(),
    status_code: desk.book.state(job) === "succeeded" ? 200 : 422,
    json_input: job.request,
  }));
  return { body: { items, next_cursor: null, has_more: false } };
}

/** fal's headers over a body. https://docs.fal.ai/model-apis/model-endpoints/webhooks */
export function signedByFal(requestId: string, body: string, timestamp = Math.floor(Date.now() / 1000)): Record<string, string> {
  const message = [requestId, "simulated-user", timestamp, createHash("sha256").update(body).digest("hex")].join("\n");
  return {
    "x-fal-webhook-request-id": requestId,
    "x-fal-webhook-user-id": "simulated-user",
    "x-fal-webhook-timestamp": String(timestamp),
    "x-fal-webhook-signature": sign(null, Buffer.from(message), privateKey).toString("hex"),
  };
}
