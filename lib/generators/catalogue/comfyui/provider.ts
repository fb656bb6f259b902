import type { Json } from "@/lib/generators/contract/define-generator";
import { jsonObject } from "@/lib/generators/contract/json-object";
import type { JobStatus, Provider, ProviderAccess } from "@/lib/generators/contract/provider";
import { askAccount } from "@/lib/generators/transport/ask-account";
import { fileBlob } from "@/lib/generators/transport/file-blob";
import { transport } from "@/lib/generators/transport/transport";
import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";
import { explainRefusal, type HistoryEntry, readEntry } from "./read-history";

const uploadLifeSeconds = 86_400;

/**
 * A ComfyUI server of one's own. https://docs.comfy.org/development/comfyui-server/comms_routes and `server.py` of
 * https://github.com/Comfy-Org/ComfyUI (read 2026-11-25). It has no keys; one that is set here is for what guards it.
 */
export const comfyui: Provider = {
  name: "comfyui",
  title: "ComfyUI",
  website: "https://docs.comfy.org",
  variables: [
    { name: "COMFYUI_URL", holds: "baseUrl", description: "The address of your ComfyUI server." },
    { name: "COMFYUI_API_KEY", holds: "apiKey", isOptional: true },
  ],
  isFree: true,
  knowsOurIds: true,
  isOwnServer: true,
  // It works on one after the other; a second one waits there, so that no time is lost in between.
  concurrency: 2,

  async start(access, { jobId, request }) {
    // A start whose answer was lost is repeated: what is there already does not run twice.
    const known = await idOf(access, jobId);
    if (known) return { externalJobId: known };
    const text = await post(access, "/prompt", JSON.stringify({ ...request, prompt_id: jobId, client_id: jobId }), true);
    const externalJobId = jsonObject(text)?.prompt_id;
    if (typeof externalJobId !== "string" || !externalJobId) throw new BoardsError("provider.outcome_unknown", { raw: text.slice(0, 1000) });
    return { externalJobId };
  },

  async status(access, { externalJobId, endpoint }) {
    const { entry, status } = await lookUp(access, externalJobId);
    if (entry) return readEntry(entry, access.baseUrl, endpoint.replace("outputs:", "").split(","));
    return status ?? { state: "failed", reason: "provider.failed", message: say("reasons.provider.comfyui.jobLost") };
  },

  async cancel(access, { externalJobId }) {
    const isIn = async () => (await queue(access)).find(({ id }) => id === externalJobId);
    const before = await isIn();
    if (!before) return false;
    if (!before.isRunning) await post(access, "/queue", JSON.stringify({ delete: [externalJobId] }));
    // It may have begun meanwhile. Older servers stop whatever runs, so that it must be this one.
    const after = await isIn();
    if (after?.isRunning) await post(access, "/interrupt", JSON.stringify({ prompt_id: externalJobId }));
    return Boolean(after) || !before.isRunning;
  },

  find: (access, { jobId }) => idOf(access, jobId),

  // `server.py`: the machine that it runs on.
  async testKey(access) {
    await askAccount(`${access.baseUrl}/system_stats`, keyHeaders(access));
    return {};
  },

  // Videos and sounds enter the same way. Nothing expires there, but people tidy up.
  async upload(access, file) {
    const form = new FormData();
    form.set("image", await fileBlob(file));
    const text = await post(access, "/upload/image", form);
    const { name, subfolder } = jsonObject(text) ?? {};
    if (typeof name !== "string" || !name) throw new BoardsError("provider.unavailable", { raw: text.slice(0, 1000) });
    return { url: subfolder ? `${subfolder}/${name}` : name, expiresInSeconds: uploadLifeSeconds };
  },

  resultHeaders: (access, url) => (url.startsWith(`${access.baseUrl}/`) ? keyHeaders(access) : {}),
};

const keyHeaders = ({ apiKey }: ProviderAccess): Record<string, string> => (apiKey ? { authorization: `Bearer ${apiKey}` } : {});

interface QueueItem {
  id: string;
  /** Servers from before `prompt_id` could be chosen know our id as the client's. */
  clientId: unknown;
  isRunning: boolean;
  /** How many wait before it. */
  position: number;
}

/** The id under which a job of ours is there, if it is. */
async function idOf(access: ProviderAccess, jobId: string): Promise<string | null> {
  const { entry, status, id } = await lookUp(access, jobId, true);
  return entry || status ? id : null;
}

/** A job that has ended has an entry in the history, any other is in the queue; one that is in neither does not exist. */
async function lookUp(access: ProviderAccess, id: string, isClientId = false): Promise<{ id: string; entry?: HistoryEntry; status?: JobStatus }> {
  const ended = await history(access, id);
  if (ended) return { id, entry: ended };
  const item = (await queue(access)).find((each) => each.id === id || (isClientId && each.clientId === id));
  if (item) return { id: item.id, status: item.isRunning ? { state: "running" } : { state: "queued", position: item.position } };
  // It may have ended between the two questions.
  const entry = await history(access, id);
  return { id, ...(entry ? { entry } : {}) };
}

async function history(access: ProviderAccess, id: string): Promise<HistoryEntry | undefined> {
  return (await get(access, `/history/${encodeURIComponent(id)}`))[id] as HistoryEntry | undefined;
}

async function queue(access: ProviderAccess): Promise<QueueItem[]> {
  const answer = await get(access, "/queue");
  const { queue_running: running, queue_pending: pending } = answer;
  if (!Array.isArray(running) || !Array.isArray(pending))
    throw new BoardsError("provider.unavailable", { raw: JSON.stringify(answer).slice(0, 500) });
  // The pending ones come as a heap, the next one first and the others in no order.
  const inLine = (pending as QueueTuple[]).toSorted(([one], [other]) => one - other);
  const itemOf = ([, id, , extra]: QueueTuple, isRunning: boolean, position: number) => ({ id, clientId: extra?.client_id, isRunning, position });
  return [...(running as QueueTuple[]).map((each) => itemOf(each, true, 0)), ...inLine.map((each, position) => itemOf(each, false, position))];
}

/** number, id, workflow, extra data, outputs. */
type QueueTuple = [number, string, Json, { client_id?: string } | null, Json];

async function get(access: ProviderAccess, path: string): Promise<Record<string, Json>> {
  const response = await transport()(`${access.baseUrl}${path}`, { headers: keyHeaders(access) });
  const text = await response.text().catch(() => "");
  const answer = jsonObject(text);
  if (!answer) throw new BoardsError("provider.unavailable", { raw: `${path}: ${text.slice(0, 500)}` });
  return answer;
}

async function post(access: ProviderAccess, path: string, body: string | FormData, isBillable = false): Promise<string> {
  const isFile = body instanceof FormData;
  const send = transport({ isBillable, explain: explainRefusal, timeoutSeconds: isFile ? 300 : 60 });
  const headers = { ...keyHeaders(access), ...(isFile ? {} : { "content-type": "application/json" }) };
  const response = await send(`${access.baseUrl}${path}`, { method: "POST", headers, body });
  return response.text().catch(() => "");
}
