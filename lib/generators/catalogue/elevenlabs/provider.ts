import type { ElevenLabs, ElevenLabsClient } from "@elevenlabs/elevenlabs-js";
import type { Json } from "@/lib/generators/contract/define-generator";
import { jsonObject } from "@/lib/generators/contract/json-object";
import type { JobStatus, Provider, ProviderAccess, StartedJob, Submission, Usage } from "@/lib/generators/contract/provider";
import { askAccount, workingKey } from "@/lib/generators/transport/ask-account";
import { bytesWithin } from "@/lib/generators/transport/bounded-body";
import { fileBlob } from "@/lib/generators/transport/file-blob";
import { codesIn, isErrorBody, saidIn, transport, unstarted } from "@/lib/generators/transport/transport";
import { BoardsError } from "@/lib/platform/errors";
import * as models from "./models";
import { explain, rules } from "./refusals";
import { transcriptOf } from "./transcript";

const callSeconds = 600;
/** Far more than the longest piece of music. */
const largestSoundBytes = 134_217_728;

/** ElevenLabs works within the call: there is no job to ask for later, and a call whose answer is lost cannot be looked up. */
export const elevenlabs: Provider = {
  name: "elevenlabs",
  title: "ElevenLabs",
  website: "https://elevenlabs.io/app/settings/api-keys",
  billingPage: "https://elevenlabs.io/app/subscription",
  variables: [{ name: "ELEVENLABS_API_KEY", holds: "apiKey" }],
  models,
  // What the Creator plan allows; the plans differ.
  concurrency: 5,
  callSeconds,

  async start(access, submission) {
    const { endpoint, jobId } = submission;
    const sound = sounds[endpoint];
    if (!sound && endpoint !== "speech-to-text") throw new BoardsError("provider.bad_input", { raw: `no operation ${endpoint}` });
    const sent = { count: 0 };
    const [client, request] = await Promise.all([clientFor(access, sent), withFiles(submission)]);
    try {
      return sound ? await heard(sound(client, request), jobId) : await written(client.speechToText.convert(request), jobId);
    } catch (error) {
      throw sorted(error, sent.count > 0);
    }
  },

  status: async () => {
    throw new BoardsError("provider.outcome_unknown");
  },

  cancel: async () => false,

  // https://elevenlabs.io/docs/api-reference/user/subscription/get: for keys that may read the user; any other key is known all the same.
  async testKey({ apiKey }) {
    const answer = await askAccount("https://api.elevenlabs.io/v1/user/subscription", { "xi-api-key": apiKey }, rules).catch((error) => {
      if (error instanceof BoardsError && codesIn(saidIn(error).body).includes("missing_permissions")) return {} as Record<string, Json>;
      throw error;
    });
    const { character_limit: limit, character_count: used, allowed_to_extend_character_limit: mayExceed } = answer;
    if (typeof limit !== "number" || typeof used !== "number") return {};
    return mayExceed === true && used >= limit ? {} : workingKey(limit - used, "characters");
  },
};

async function clientFor({ apiKey }: ProviderAccess, sent: { count: number }): Promise<ElevenLabsClient> {
  // Thousands of modules: loaded by whoever needs them, not by every page that knows of providers.
  const { ElevenLabsClient } = await import("@elevenlabs/elevenlabs-js");
  const send = transport({ isBillable: true, timeoutSeconds: callSeconds, rules, explain });
  const fetch: typeof send = (...request) => {
    sent.count++;
    return send(...request);
  };
  return new ElevenLabsClient({ apiKey, maxRetries: 0, timeoutInSeconds: callSeconds + 5, fetch });
}

/** A call under way, as the client has it: its headers say what it cost. */
interface Call<Data> {
  withRawResponse(): Promise<{ data: Data; rawResponse: { headers: Headers } }>;
}

type Voiced<Request> = Request & { voiceId: string };

// https://elevenlabs.io/docs/api-reference/introduction (read 2026-11-25); requests have the client's names.
const sounds: Record<string, (client: ElevenLabsClient, request: never) => Call<ReadableStream<Uint8Array>>> = {
  "text-to-speech": (client, { voiceId, ...request }: Voiced<ElevenLabs.BodyTextToSpeechFull>) => client.textToSpeech.convert(voiceId, request),
  "text-to-dialogue": (client, request) => client.textToDialogue.convert(request),
  "sound-generation": (client, request) => client.textToSoundEffects.convert(request),
  music: (client, request) => client.music.compose(request),
  "speech-to-speech": (client, { voiceId, ...request }: Voiced<ElevenLabs.BodySpeechToSpeechV1SpeechToSpeechVoiceIdPost>) =>
    client.speechToSpeech.convert(voiceId, request),
  "audio-isolation": (client, request) => client.audioIsolation.convert(request),
};

async function heard(call: Call<ReadableStream<Uint8Array>>, jobId: string): Promise<StartedJob> {
  const { data, rawResponse } = await call.withRawResponse();
  const { headers } = rawResponse;
  const [mimeType = ""] = (headers.get("content-type") ?? "audio/mpeg").split(";");
  if (mimeType === "application/json") throw unstarted(jsonObject((await bytesWithin(data, largestSoundBytes))?.toString("utf8") ?? ""), rules);
  if (!/^(audio\/|application\/octet-stream)/.test(mimeType)) throw new Error(`an answer of type ${mimeType}`);
  const bytes = await bytesWithin(data, largestSoundBytes);
  const externalJobId = headers.get("request-id") ?? jobId;
  if (!bytes) return { externalJobId, status: tooLarge };
  const audio: Json = bytes.length > 0 ? { url: `data:${mimeType};base64,${bytes.toString("base64")}` } : {};
  return { externalJobId, status: succeeded({ audio }, creditsIn(headers)) };
}

async function written(call: Call<ElevenLabs.SpeechToTextConvertResponse>, jobId: string): Promise<StartedJob> {
  const { data, rawResponse } = await call.withRawResponse();
  if (isErrorBody(data)) throw unstarted(data, rules);
  if (!("text" in data) || typeof data.text !== "string") throw new Error(`an answer without text: ${JSON.stringify(data).slice(0, 500)}`);
  const { audioDurationSecs } = data;
  const usage = audioDurationSecs === undefined ? creditsIn(rawResponse.headers) : { audio_duration_secs: audioDurationSecs };
  return { externalJobId: rawResponse.headers.get("request-id") ?? jobId, status: succeeded({ text: transcriptOf(data) }, usage) };
}

const succeeded = (result: Json, usage: Usage | undefined): JobStatus => ({ state: "succeeded", result, ...(usage ? { usage } : {}) });

const tooLarge: JobStatus = { state: "failed", reason: "provider.result_invalid", raw: `more than ${largestSoundBytes} bytes` };

// The reference has it under the first name; copies of the same page have the second.
function creditsIn(headers: Headers): Usage | undefined {
  const header = headers.get("character-cost") ?? headers.get("x-character-count");
  return header !== null && Number.isFinite(Number(header)) ? { character_cost: Number(header) } : undefined;
}

function sorted(error: unknown, isSent: boolean): BoardsError {
  // The client wraps what its fetch throws.
  const known = error instanceof BoardsError ? error : (error as { cause?: unknown }).cause;
  if (known instanceof BoardsError) return known;
  // The client checks requests itself.
  if (!isSent) return new BoardsError("provider.bad_input", { raw: String(error).slice(0, 1000), cause: error });
  // An answer that broke off, or that cannot be read, was made and is paid for.
  return new BoardsError("provider.outcome_unknown", { raw: String(error).slice(0, 1000), cause: error });
}

async function withFiles({ request, files }: Submission): Promise<never> {
  const entries = Object.entries(request).map(async ([name, value]) => {
    const file = typeof value === "string" ? files.get(value) : undefined;
    return [name, file ? await fileBlob(file) : value] as const;
  });
  return Object.fromEntries(await Promise.all(entries)) as never;
}
