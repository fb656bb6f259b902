import { Readable } from "node:stream";
import { fetchRemoteFile } from "@/lib/artifacts/fetch-remote-file";
import { env } from "@/lib/env";
import { BoardsError } from "@/lib/errors";
import { simulatorUrl } from "@/lib/generators/simulation";
import { redirected } from "@/lib/generators/transport";
import type { JobPlan } from "@/lib/provider-jobs/job-plan";

/** Opens a provider's file as a stream. Addresses that lead inside are refused, except on a server that an admin set up as this provider. */
export async function fetchResult(url: string, { provider, access }: Pick<JobPlan, "provider" | "access">): Promise<Readable> {
  const headers = provider.resultHeaders?.(access, url) ?? {};
  const trusted = [simulatorUrl(), access.baseUrl].filter((each): each is string => Boolean(each));
  const isTrusted = URL.canParse(url) && trusted.some((each) => new URL(each).origin === new URL(url).origin);
  if (isTrusted) return fetchTrusted(redirected(url), headers);
  try {
    return await fetchRemoteFile(url, { maxBytes: env().maxResultSizeBytes, headers });
  } catch (error) {
    if (error instanceof BoardsError && error.reason === "artifact.download_failed") throw passing(error.message);
    throw error;
  }
}

async function fetchTrusted(url: string, headers: Record<string, string>): Promise<Readable> {
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(600_000) }).catch((error: Error) => {
    throw passing(error.message);
  });
  if (response.ok && response.body) return Readable.fromWeb(response.body as never);
  await response.body?.cancel();
  // Gone is gone: asking again will not bring it back.
  if (response.status === 404 || response.status === 410 || response.status === 403)
    throw new BoardsError("provider.result_invalid", { raw: `${response.status} for the result's address` });
  throw passing(`${response.status} for the result's address`);
}

const passing = (raw: string) => new BoardsError("provider.unavailable", { message: "The provider's result could not be fetched", raw });
