import { isDeepStrictEqual } from "node:util";
import type { LostSubmission, ProviderAccess } from "@/lib/generators/contract/provider";
import { transport } from "@/lib/generators/transport/transport";
import { BoardsError } from "@/lib/platform/errors";

interface PastRequest {
  request_id: string;
  sent_at: string;
  json_input?: unknown;
}

const clockSkewMs = 60_000;
const searchedPages = 5;

/**
 * Looks through fal's list of past requests for one with our inputs, sent when ours was. The list has no requests that still run: not to
 * find it proves nothing. https://fal.ai/docs/platform-apis/v1/models/requests/by-endpoint (read 2026-11-25)
 */
export async function findLost({ apiKey }: ProviderAccess, { endpoint, request, startedAt, isOurs }: LostSubmission): Promise<string> {
  const send = transport();
  let cursor: string | null = null;
  for (let page = 1; page <= searchedPages; page++) {
    const query = new URLSearchParams({
      endpoint_id: endpoint,
      start: new Date(startedAt.getTime() - clockSkewMs).toISOString(),
      expand: "payloads",
      limit: "100",
      ...(cursor ? { cursor } : {}),
    });
    const response = await send(`https://api.fal.ai/v1/models/requests/by-endpoint?${query}`, { headers: { authorization: `Key ${apiKey}` } });
    const { items, next_cursor } = (await response.json()) as { items: PastRequest[]; next_cursor?: string | null };
    for (const { request_id, sent_at, json_input } of items) {
      const isThen = Math.abs(Date.parse(sent_at) - startedAt.getTime()) < clockSkewMs;
      // Two jobs with the same inputs at the same time: one that is known to be another of ours is not the lost one.
      if (isThen && isDeepStrictEqual(json_input, request) && !(await isOurs(request_id))) return request_id;
    }
    cursor = next_cursor ?? null;
    if (!cursor) break;
  }
  throw new BoardsError("provider.outcome_unknown");
}
