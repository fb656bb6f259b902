import type { Json } from "@/lib/generators/contract/define-generator";
import { jsonObject } from "@/lib/generators/contract/json-object";
import type { JobStatus, Provider, ProviderAccess, StartedJob, Submission, Usage } from "@/lib/generators/contract/provider";
import { askAccount, workingKey } from "@/lib/generators/transport/ask-account";
import { bytesWithin } from "@/lib/generators/transport/bounded-body";
import { formOf } from "@/lib/generators/transport/form-body";
import { codesIn, isErrorBody, saidIn, transport, unstarted } from "@/lib/generators/transport/transport";
import { BoardsError } from "@/lib/platform/errors";
import * as models from "./models";
import { explain, rules } from "./refusals";
import { isTranscript, transcriptOf } from "./transcript";

const address = "https://api.elevenlabs.io/v1";
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
    if (!operations.has(endpoint)) throw new BoardsError("provider.bad_input", { raw: `no operation ${endpoint}` });
    const response = await call(access, submission);
    try {
      return endpoint === "speech-to-text" ? await written(response, jobId) : await heard(response, jobId);
    } catch (error) {
      // An answer that broke off, or that cannot be read, was made and is paid for.
      throw error instanceof BoardsError ? error : new BoardsError("provider.outcome_unknown", { raw: String(error).slice(0, 1000), cause: error });
    }
  },

  status: async () => {
    throw new BoardsError("provider.outcome_unknown");
  },

  cancel: async () => false,

  // https://elevenlabs.io/docs/api-reference/user/subscription/get: for keys that may read the user; any other key is known all the same.
  async testKey({ apiKey }) {
    const answer = await askAccount(`${address}/user/subscription`, { "xi-api-key": apiKey }, rules).catch((error) => {
      if (error instanceof BoardsError && codesIn(saidIn(error).body).includes("missing_permissions")) return {} as Record<string, Json>;
      throw error;
    });
    const { character_limit: limit, character_count: used, allowed_to_extend_character_limit: mayExceed } = answer;
    if (typeof limit !== "number" || typeof used !== "number") return {};
    return mayExceed === true && used >= limit ? {} : workingKey(limit - used, "characters");
  },
};

// https://elevenlabs.io/docs/api-reference/introduction (read 2026-11-25)
const sendsFiles = new Set(["speech-to-speech", "audio-isolation", "speech-to-text"]);
const operations = new Set([...sendsFiles, "text-to-speech", "text-to-dialogue", "sound-generation", "music"]);

/** The voice is part of the address and the format follows it; all else is the body. */
async function call({ apiKey }: ProviderAccess, { endpoint, request, files }: Submission): Promise<Response> {
  const { voice_id: voice, output_format: format, ...body } = request;
  const url = new URL(`${address}/${endpoint}${voice === undefined ? "" : `/${encodeURIComponent(String(voice))}`}`);
  if (format !== undefined) url.searchParams.set("output_format", String(format));
  const send = transport({ isBillable: true, timeoutSeconds: callSeconds, rules, explain });
  const key = { "xi-api-key": apiKey };
  if (sendsFiles.has(endpoint)) return send(url, { method: "POST", headers: key, body: await formOf({ request: body, files }) });
  return send(url, { method: "POST", headers: { ...key, "content-type": "application/json" }, body: JSON.stringify(body) });
}

async function heard(response: Response, jobId: string): Promise<StartedJob> {
  const { headers } = response;
  const [mimeType = ""] = (headers.get("content-type") ?? "audio/mpeg").split(";");
  if (mimeType === "application/json") throw unstarted(await jsonWithin(response), rules);
  if (!/^(audio\/|application\/octet-stream)/.test(mimeType)) throw new Error(`an answer of type ${mimeType}`);
  const bytes = await bytesWithin(response.body, largestSoundBytes);
  const externalJobId = headers.get("request-id") ?? jobId;
  if (!bytes) return { externalJobId, status: tooLarge };
  const audio: Json = bytes.length > 0 ? { url: `data:${mimeType};base64,${bytes.toString("base64")}` } : {};
  return { externalJobId, status: succeeded({ audio }, creditsIn(headers)) };
}

async function written(response: Response, jobId: string): Promise<StartedJob> {
  const answer = await jsonWithin(response);
  if (isErrorBody(answer)) throw unstarted(answer, rules);
  if (!isTranscript(answer)) throw new Error(`an answer without text: ${JSON.stringify(answer)?.slice(0, 500)}`);
  const { audio_duration_secs: seconds } = answer;
  const usage = typeof seconds === "number" ? { audio_duration_secs: seconds } : creditsIn(response.headers);
  return { externalJobId: response.headers.get("request-id") ?? jobId, status: succeeded({ text: transcriptOf(answer) }, usage) };
}

async function jsonWithin({ body }: Response) {
  return jsonObject((await bytesWithin(body, largestSoundBytes))?.toString("utf8") ?? "");
}

const succeeded = (result: Json, usage: Usage | undefined): JobStatus => ({ state: "succeeded", result, ...(usage ? { usage } : {}) });

const tooLarge: JobStatus = { state: "failed", reason: "provider.result_invalid", raw: `more than ${largestSoundBytes} bytes` };

// The reference has it under the first name; copies of the same page have the second.
function creditsIn(headers: Headers): Usage | undefined {
  const header = headers.get("character-cost") ?? headers.get("x-character-count");
  return header !== null && Number.isFinite(Number(header)) ? { character_cost: Number(header) } : undefined;
}
