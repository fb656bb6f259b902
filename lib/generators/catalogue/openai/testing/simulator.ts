import type { Json } from "@/lib/generators/contract/define-generator";
import type { FaultKind } from "@/lib/testing/simulators/faults";
import {
  accountAnswer,
  faultAfter,
  faultBefore,
  type ProviderSimulator,
  promptOf,
  type SimulatedAnswer,
  type SimulatedRequest,
  type SimulatorDesk,
  wordsIn,
} from "@/lib/testing/simulators/provider-simulator";
import { answers } from "./answers";

const refusal = {
  status: 400,
  body: { error: { message: "Your request was rejected by the safety system.", type: "image_generation_user_error", code: "moderation_blocked" } },
};

/** What OpenAI's operations must be sent, as the types of its client have it (openai 6, read 2026-11-26). */
const requiredFields: Record<string, string[]> = {
  "images.generate": ["prompt"],
  "images.edit": ["image", "prompt"],
  "audio.transcriptions": ["file", "model"],
  "audio.speech": ["input", "model", "voice"],
  "chat.completions": ["messages", "model"],
};

/** OpenAI's images, sound and chat, all within the call: https://platform.openai.com/docs/api-reference */
export const simulator: ProviderSimulator = {
  hosts: ["api.openai.com"],
  askedBy: "openai-gpt-image-2-6-flare",
  answers,
  requiredFields: (endpoint) => requiredFields[endpoint],
  handle: (request, desk) => handleOpenAi(request, desk),
};

/** The same HTTP, for servers that speak OpenAI's. */
export async function handleOpenAi(request: SimulatedRequest, desk: SimulatorDesk, provider = "openai"): Promise<SimulatedAnswer | null> {
  const { method, path, headers, body } = request;
  if (headers.authorization === "Bearer wrong")
    return { status: 401, body: { error: { message: "Incorrect API key provided", code: "invalid_api_key" } } };
  if (method === "GET" && path.endsWith("/v1/models"))
    return accountAnswer(desk, request, { object: "list", data: [{ id: "gpt-6-luna", object: "model", owned_by: "system" }] });
  const isForm = headers["content-type"]?.startsWith("multipart/") ?? false;
  const input = isForm ? fieldsIn(body) : request.json();
  const fault = desk.submitFault(request, input);
  const before = await faultBefore(fault);
  if (before) return before;
  if (fault?.kind === "refuse") return refusal;
  if (fault?.kind === "bad-input")
    return { status: 400, body: { error: { message: "This prompt is not accepted", type: "invalid_request_error", param: "prompt" } } };
  const operation = operations[path.replace(/^.*\/v1/, "")];
  if (!operation) return null;
  const missing = (requiredFields[operation.endpoint] ?? []).find((field) => input[field] === undefined && !hasFile(body, field));
  if (missing) {
    const message = `Missing required parameter: '${missing}'.`;
    return { status: 400, body: { error: { message, type: "invalid_request_error", param: missing, code: "missing_required_parameter" } } };
  }
  const job = desk.accept({ provider, endpoint: operation.endpoint }, request, input, null, fault);
  if (job) await desk.book.ended(job);
  return faultAfter(fault) ?? (await operation.answer(input, desk, fault?.kind));
}

interface Operation {
  endpoint: string;
  answer(input: Record<string, Json>, desk: SimulatorDesk, fault?: FaultKind): Promise<SimulatedAnswer>;
}

const images = async (input: Record<string, Json>, desk: SimulatorDesk, fault?: FaultKind): Promise<SimulatedAnswer> => {
  const made = Array.from({ length: Number(input.n ?? 1) }, async (_, index) => {
    const { bytes } = await desk.media(fault === "lying" ? "audio" : "image", `${promptOf(input)} ${index + 1}`, 1);
    return { b64_json: bytes.toString("base64") };
  });
  return { body: { created: Math.floor(Date.now() / 1000), data: await Promise.all(made), usage: imageUsage(made.length) } };
};

const imageUsage = (count: number) => ({
  input_tokens: 20,
  input_tokens_details: { text_tokens: 20, image_tokens: 0 },
  output_tokens: 1000 * count,
  total_tokens: 20 + 1000 * count,
});

const heard = "This is what a simulated ear has heard.";

const operations: Record<string, Operation> = {
  "/images/generations": { endpoint: "images.generate", answer: images },
  "/images/edits": { endpoint: "images.edit", answer: images },
  "/audio/transcriptions": {
    endpoint: "audio.transcriptions",
    answer: async ({ model }) => {
      const tokens = {
        type: "tokens",
        input_tokens: 50,
        input_token_details: { text_tokens: 10, audio_tokens: 40 },
        output_tokens: 10,
        total_tokens: 60,
      };
      return { body: { text: heard, usage: model === "whisper-1" ? { type: "duration", seconds: 90 } : tokens } };
    },
  },
  "/audio/speech": {
    endpoint: "audio.speech",
    answer: async (input, desk) => ({ headers: { "content-type": "audio/wav" }, body: (await desk.media("audio", promptOf(input))).bytes }),
  },
  "/chat/completions": {
    endpoint: "chat.completions",
    answer: async ({ messages }, _desk, fault) => {
      const asked = (messages as { content?: Json }[]).at(-1)?.content ?? "";
      const content = fault === "lying" ? "<svg onload='alert(1)'/>" : `A simulated answer to: ${wordsIn(asked)}`;
      const message = fault === "blank" ? { role: "assistant", content: null, refusal: "I cannot help with that." } : { role: "assistant", content };
      return {
        body: {
          id: "chatcmpl-simulated",
          object: "chat.completion",
          choices: [{ index: 0, message, finish_reason: "stop" }],
          usage: { prompt_tokens: 10, completion_tokens: 20, total_tokens: 30, prompt_tokens_details: { cached_tokens: 4 } },
        },
      };
    },
  },
};

const hasFile = (body: Buffer, field: string) => new RegExp(`name="${field}(\\[\\])?"; filename=`).test(body.toString("latin1"));

/** The text fields of a multipart body. */
function fieldsIn(body: Buffer): Record<string, Json> {
  const fields: Record<string, Json> = {};
  for (const [, name = "", value = ""] of body.toString("latin1").matchAll(/name="([^"]+)"\r\n\r\n([^\r]*)\r\n/g)) fields[name] = value;
  return fields;
}
