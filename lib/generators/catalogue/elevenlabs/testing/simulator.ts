import type { ArtifactType, Json } from "@/lib/generators/contract/define-generator";
import {
  accountAnswer,
  drop,
  faultAfter,
  faultBefore,
  type ProviderSimulator,
  type SimulatedAnswer,
} from "@/lib/testing/simulators/provider-simulator";
import { inputOf } from "@/lib/testing/simulators/request-input";
import { answers } from "./answers";

/** ElevenLabs' speech, sound, music and Scribe, all within the call: https://elevenlabs.io/docs/api-reference */
export const simulator: ProviderSimulator = {
  hosts: ["api.elevenlabs.io"],
  askedBy: "elevenlabs-eleven-v3",
  answers,

  async handle(request, desk) {
    const { method, path, headers } = request;
    const key = headers["xi-api-key"];
    if (!key) return refusal(401, "needs_authorization", "Neither authorization header nor xi-api-key received, please provide one.");
    if (key === "wrong") return refusal(401, "invalid_api_key", "Invalid API key");
    if (key === "empty") return refusal(401, "quota_exceeded", "This request exceeds your quota of 10000. You have 0 credits remaining.");
    if (path === "/v1/user/subscription") {
      if (key === "restricted")
        return refusal(401, "missing_permissions", "The API key you used is missing the permission user_read to execute this operation.");
      return accountAnswer(desk, request, {
        tier: "creator",
        character_count: 12_000,
        character_limit: 100_000,
        allowed_to_extend_character_limit: false,
      });
    }
    const [, operation = "", voice] = /^\/v1\/([a-z-]+)(?:\/([^/]+))?$/.exec(path) ?? [];
    const needed = needs[operation];
    const isVoiced = operation === "text-to-speech" || operation === "speech-to-speech";
    if (method !== "POST" || !needed || isVoiced !== (voice !== undefined)) return null;
    const input: Record<string, Json> = { ...(await inputOf(request)), ...(voice ? { voice_id: voice } : {}) };
    const shown = { ...input, prompt: wordsOf(input) };
    const fault = desk.submitFault(request, shown);
    const before = await faultBefore(fault);
    if (before)
      return before === drop || fault?.kind === "answer"
        ? before
        : { ...before, ...refusal(before.status ?? 500, ...(troubles[before.status ?? 500] ?? troubles[500])) };
    const missing = needed.find((field) => input[field] === undefined);
    if (missing) return { status: 422, body: { detail: [{ loc: ["body", missing], msg: "Field required", type: "missing" }] } };
    if (fault?.kind === "bad-input") return refusal(400, "invalid_parameters", "This prompt is not accepted");
    if (fault?.kind === "refuse") return operation === "music" ? badPrompt : againstPolicy;
    const job = desk.accept({ provider: "elevenlabs", endpoint: operation }, request, shown, null, fault);
    if (!job) return null;
    await desk.book.ended(job);
    const after = faultAfter(fault);
    if (after) return after;
    if (fault?.kind === "fail") return refusal(500, "internal_error", "The sound could not be made.");
    const answerHeaders = { "request-id": job.id, ...costHeaders(operation, input) };
    if (operation === "speech-to-text") return { headers: answerHeaders, body: transcript(input.diarize === "true", fault?.kind === "no-output") };
    if (fault?.kind === "wrong-type") return { headers: { "content-type": "text/html" }, body: "<html><body>Sign in</body></html>" };
    const kind: ArtifactType = fault?.kind === "lying" ? "image" : "audio";
    const { bytes } = await desk.media(kind, wordsOf(input));
    const body = fault?.kind === "no-output" ? Buffer.alloc(0) : fault?.kind === "huge" ? Buffer.alloc(140_000_000) : bytes;
    return { headers: { ...answerHeaders, "content-type": "audio/mpeg" }, body };
  },
};

/** The operations, and what each must be sent. */
const needs: Record<string, string[]> = {
  "text-to-speech": ["text"],
  "text-to-dialogue": ["inputs"],
  "sound-generation": ["text"],
  music: ["prompt"],
  "speech-to-speech": ["audio"],
  "audio-isolation": ["audio"],
  "speech-to-text": ["file", "model_id"],
};

const troubles: Record<number, [code: string, message: string]> & { 500: [string, string] } = {
  429: ["concurrent_limit_exceeded", "Too many concurrent requests."],
  500: ["internal_error", "An unexpected error occurred."],
  503: ["service_unavailable", "The service is temporarily unavailable."],
};

function refusal(status: number, code: string, message: string): SimulatedAnswer {
  const type = status === 401 ? "authentication_error" : status === 403 ? "authorization_error" : status < 500 ? "validation_error" : "server_error";
  return { status, body: { detail: { type, code, message, status: code, request_id: crypto.randomUUID(), param: null } } };
}

const againstPolicy = refusal(
  403,
  "content_against_policy",
  "We are sorry but text you are trying to use may violate our Terms of Service and has been blocked.",
);
const badPrompt: SimulatedAnswer = {
  status: 400,
  body: {
    detail: {
      status: "bad_prompt",
      message: "Your prompt appears to have violated our Terms of Service. Please try again with a different prompt.",
      data: { prompt_suggestion: "A cheerful song" },
    },
  },
};

function wordsOf({ text, prompt, inputs }: Record<string, Json>): string {
  const lines = Array.isArray(inputs) ? inputs.map((line) => String((line as Record<string, Json>).text)).join(" ") : "";
  return String(text ?? prompt ?? lines);
}

// What ElevenLabs does not count in characters comes without the header.
function costHeaders(operation: string, input: Record<string, Json>): Record<string, string> {
  const perCharacter = input.model_id === "eleven_flash_v2_5" ? 0.5 : 1;
  if (operation.startsWith("text-to-")) return { "character-cost": String(Math.ceil(wordsOf(input).length * perCharacter)) };
  if (operation !== "sound-generation") return {};
  return { "character-cost": String(input.duration_seconds ? Math.ceil(Number(input.duration_seconds) * 11) : 100) };
}

function transcript(isDiarized: boolean, isSilent: boolean): Json {
  const lines = isSilent ? [] : ["Is this a simulated ear?", "It is, and it hears well."];
  const words = lines.flatMap((line, speaker) =>
    line.split(/(?<= )/).map((text, index) => ({
      text: `${index === 0 && speaker > 0 ? " " : ""}${text}`,
      start: index,
      end: index + 1,
      type: "word",
      logprob: -0.1,
      ...(isDiarized ? { speaker_id: `speaker_${speaker}` } : {}),
    })),
  );
  return {
    language_code: "eng",
    language_probability: 0.98,
    text: lines.join(" "),
    words,
    transcription_id: crypto.randomUUID(),
    audio_duration_secs: 90,
  };
}
