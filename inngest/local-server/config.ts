import * as z from "zod";
import type { AppHandler } from "./call-app";
import { signingKeyPattern } from "./signatures";

const environmentSchema = z.object({
  DATABASE_URL: z.string().min(1),
  DATABASE_DIRECT_URL: z.string().min(1).optional(),
  INNGEST_EVENT_KEY: z.string().min(1),
  INNGEST_SIGNING_KEY: z.string().regex(signingKeyPattern, "must be an even number of hex digits, optionally after signkey-<environment>-"),
  INNGEST_LOCAL_PORT: z.coerce.number().int().min(0).max(65_535).default(8288),
  INNGEST_LOCAL_APP_URL: z.url().optional(),
  INNGEST_LOCAL_RETRY_BASE_MS: z.coerce.number().int().min(1).default(1_000),
  INNGEST_LOCAL_RETENTION_DAYS: z.coerce.number().min(0.01).default(14),
  INNGEST_LOCAL_LOG_LEVEL: z.string().default("info"),
});

/** What the local server needs to know; `main.ts` reads it from the environment, tests write it down. */
export type LocalServerOptions = {
  /** Postgres that holds the state, in the schemas inngest_local and inngest_local_worker. */
  databaseUrl: string;
  /** Events are accepted at /e/<eventKey> only. */
  eventKey: string;
  /** Signs the calls to the app and authorizes its syncs: hex digits, optionally after signkey-<environment>-. */
  signingKey: string;
  /** Port on 127.0.0.1, or the next one that is free; 0 takes any. */
  port: number;
  /** Where the app serves Inngest, as in http://127.0.0.1:3000/api/inngest; the server then asks it to sync. */
  appUrl?: string;
  /** Instead of `appUrl`: makes the app in this process, which is called without a connection. Told where the server listens. */
  app?: (server: { url: string; fetch: typeof fetch }) => Promise<AppHandler>;
  /** Delay before the first retry; each further one doubles it, up to five minutes. */
  retryBaseMilliseconds?: number;
  /** What a run's event and the results of its steps take together at most: 32 MB, as at Inngest. */
  largestStateBytes?: number;
  /** How long ended runs and their events are kept. */
  retentionDays?: number;
  /** How long a stop waits for calls in flight. */
  shutdownMilliseconds?: number;
  logLevel?: string;
  /** Called when the server cannot go on, as when Postgres went away; restart it. */
  onFatal?: (reason: Error) => void;
};

/** Reads the options from environment variables; throws an error that names every wrong one. */
export function readOptions(environment: Record<string, string | undefined>): LocalServerOptions {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    throw new Error(`The local Inngest server cannot start:\n${z.prettifyError(parsed.error)}`);
  }
  const values = parsed.data;
  return {
    // It holds a lock for as long as it runs, which no pooler keeps.
    databaseUrl: values.DATABASE_DIRECT_URL ?? values.DATABASE_URL,
    eventKey: values.INNGEST_EVENT_KEY,
    signingKey: values.INNGEST_SIGNING_KEY,
    port: values.INNGEST_LOCAL_PORT,
    appUrl: values.INNGEST_LOCAL_APP_URL,
    retryBaseMilliseconds: values.INNGEST_LOCAL_RETRY_BASE_MS,
    retentionDays: values.INNGEST_LOCAL_RETENTION_DAYS,
    logLevel: values.INNGEST_LOCAL_LOG_LEVEL,
  };
}
