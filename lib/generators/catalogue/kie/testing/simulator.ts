import { createHmac } from "node:crypto";
import type { Json } from "@/lib/generators/contract/define-generator";
import { simulatedWebhookSecret } from "@/lib/generators/provider-keys/provider-access";
import type { SimulatedJob } from "@/lib/testing/simulators/jobs";
import {
  accountAnswer,
  endOf,
  faultAfter,
  faultBefore,
  type ProviderSimulator,
  type SimulatedAnswer,
} from "@/lib/testing/simulators/provider-simulator";
import { lacking } from "@/lib/testing/simulators/required-fields";
import { answers } from "./answers";
import { requiredAtKie } from "./required-fields";

const ok = (data: unknown): SimulatedAnswer => ({ body: { code: 200, msg: "success", data } });
/** Kie says what is wrong with a code in an answer of status 200. */
const wrong = (code: number, msg: string): SimulatedAnswer => ({ body: { code, msg, data: null } });
const refusal = "Your prompt was flagged as violating content policies.";

/** What a task of the market costs in credits. */
export const simulatedCredits = 4;

/** Kie's jobs, dedicated and Suno endpoints: https://docs.kie.ai */
export const simulator: ProviderSimulator = {
  hosts: ["api.kie.ai", "kieai.redpandaai.co"],
  askedBy: "kie-veo3",
  answers,
  requiredFields: (endpoint, input) => requiredAtKie(endpoint, input).filter((field) => field !== "callBackUrl"),

  async handle(request, desk) {
    const { method, headers, query } = request;
    if (!headers.authorization?.startsWith("Bearer ") || headers.authorization === "Bearer wrong")
      return wrong(401, "You do not have access permissions");
    const path = request.path.replace("/api/v1", "");
    if (path === "/api/file-stream-upload") return ok({ downloadUrl: desk.keepFile(request.body, "application/octet-stream") });
    if (path === "/chat/credit")
      return accountAnswer(desk, request, { code: 200, msg: "success", data: headers.authorization === "Bearer empty" ? 0 : 1240 });
    if (method === "POST") return submit();
    const job = desk.book.jobs.get(query.get("taskId") ?? "");
    if (!job) return wrong(404, "The record does not exist");
    const fault = desk.statusFault(request, job);
    const broken = await faultBefore(fault);
    if (broken) return broken;
    return ok(fault?.kind === "unknown-status" ? { taskId: job.id, state: "dreaming", status: "DREAMING", successFlag: 9 } : record(job, path));

    async function submit(): Promise<SimulatedAnswer> {
      const body = request.json();
      const isMarket = path === "/jobs/createTask";
      const input = (isMarket ? body.input : body) as Record<string, Json>;
      const fault = desk.submitFault(request, input);
      if (fault?.kind === "rate-limit") return wrong(429, "Rate limited");
      const before = await faultBefore(fault);
      if (before) return before;
      if (fault?.kind === "refuse") return wrong(400, refusal);
      if (fault?.kind === "bad-input") return wrong(422, "This prompt is not accepted");
      const kinds: Record<string, string> = {
        "/generate": "suno:",
        "/generate/sounds": "suno:sounds",
        "/veo/generate": "veo",
        "/aleph/generate": "aleph",
      };
      const endpoint = isMarket ? `market:${body.model}` : (kinds[path] ?? "");
      if (isMarket && (typeof body.model !== "string" || !input)) return wrong(422, "Validation Error - model and input are required");
      const [missing] = lacking(requiredAtKie(endpoint, input), input);
      if (missing) return wrong(422, `Validation Error - ${missing} is required`);
      const address = typeof body.callBackUrl === "string" && !body.callBackUrl.includes(".invalid/") ? body.callBackUrl : null;
      const job = desk.accept({ provider: "kie", endpoint }, request, input, address, fault);
      if (!job) return wrong(422, "The model is not supported");
      return faultAfter(fault) ?? ok({ taskId: job.id });
    }

    function record(job: SimulatedJob, at: string): Json {
      const state = desk.book.state(job);
      const isOver = state !== "queued" && state !== "running";
      const isWell = state === "succeeded";
      const result = isWell ? (desk.result(job) as Record<string, Json>) : {};
      const errorMessage = state === "refused" ? refusal : isOver && !isWell ? "The model failed" : null;
      if (at === "/jobs/recordInfo")
        return {
          taskId: job.id,
          state: isWell ? "success" : isOver ? "fail" : state === "queued" ? "queuing" : "generating",
          failMsg: errorMessage,
          ...(isWell ? { creditsConsumed: simulatedCredits } : {}),
          ...result,
          ...endOf(job),
        };
      if (at === "/generate/record-info")
        return {
          taskId: job.id,
          status: isWell
            ? "SUCCESS"
            : state === "refused"
              ? "SENSITIVE_WORD_ERROR"
              : isOver
                ? "GENERATE_AUDIO_FAILED"
                : state === "queued"
                  ? "PENDING"
                  : "FIRST_SUCCESS",
          errorMessage,
          ...result,
          ...endOf(job),
        };
      return { taskId: job.id, successFlag: isWell ? 1 : isOver ? 3 : 0, errorMessage, ...result, ...endOf(job) };
    }
  },

  async webhook(job, desk) {
    const isWell = desk.book.state(job) === "succeeded";
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac("sha256", simulatedWebhookSecret).update(`${job.id}.${timestamp}`).digest("base64");
    const body = JSON.stringify({ code: isWell ? 200 : 501, msg: isWell ? "success" : "failed", data: { taskId: job.id } });
    return { headers: { "x-webhook-timestamp": timestamp, "x-webhook-signature": signature }, body };
  },
};
