import type { Readable } from "node:stream";
import { type FetchFailure, fetchRemoteFile } from "@/lib/generations/artifacts/fetch-remote-file";
import { mostKeptBytes } from "@/lib/generations/artifacts/store-artifact";
import type { JobPlan } from "@/lib/generations/provider-jobs/job-plan";
import { simulatorUrl } from "@/lib/generators/contract/simulation";
import { redirected } from "@/lib/generators/transport/transport";
import { say } from "@/lib/messages/say";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";

/** Opens a provider's file as a stream. Addresses that lead inside are refused, except on a server that an admin set up as this provider. */
export async function fetchResult(url: string, { provider, access }: Pick<JobPlan, "provider" | "access">): Promise<Readable> {
  const headers = provider.resultHeaders?.(access, url) ?? {};
  const maxBytes = mostKeptBytes(env().maxResultSizeBytes);
  const failure = goneOrPassing(provider.title);
  const own = [simulatorUrl(), access.baseUrl].flatMap((each) => (each ? [new URL(each).origin] : []));
  const isOwn = URL.canParse(url) && own.includes(new URL(url).origin);
  if (!isOwn) return fetchRemoteFile(url, { maxBytes, headers, failure });
  return fetchRemoteFile(redirected(url), { maxBytes, headers, ownOrigins: own, failure });
}

// Gone is gone: asking again will not bring it back.
const goneOrPassing =
  (provider: string) =>
  ({ status, message, cause }: FetchFailure): BoardsError =>
    status && [403, 404, 410].includes(status)
      ? new BoardsError("provider.result_invalid", { raw: `${status} for the result's address` })
      : new BoardsError("provider.unavailable", {
          message: say("reasons.provider.resultAway", { provider }),
          raw: message ?? (cause instanceof Error ? cause.message : undefined),
        });
