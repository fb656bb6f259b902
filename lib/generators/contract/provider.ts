import type { ArtifactType, Json } from "./define-generator";
import type { ProviderDescription } from "./model-description";

/** An environment variable that sets a provider up for the whole installation. */
interface ProviderVariable {
  name: string;
  /** What of the access it holds; an address is checked when the server starts. */
  holds: keyof ProviderAccess;
  /** Whether the provider can do without it. */
  isOptional?: boolean;
  /** A sentence for .env.example, where the name does not say it. */
  description?: string;
}

/** How a provider is reached for one tenant. */
export interface ProviderAccess {
  apiKey: string;
  /** A server of one's own, without slash at the end; empty for providers that have one address. */
  baseUrl: string;
  /** Checks webhooks where the provider signs with a secret that its settings page shows. */
  webhookSecret: string;
}

/** A file of ours that a job takes, copied to this machine. */
export interface ProviderFile {
  path: string;
  mimeType: string;
  /** With its extension. */
  filename: string;
  durationSeconds: number | null;
}

/** One logical start. `jobId` is its idempotency key: however often it is tried, it is one job. */
export interface Submission {
  jobId: string;
  endpoint: string;
  artifactType: ArtifactType;
  /** The provider's own JSON. Artifacts are addresses from `upload`, or keys of `files` where there is no `upload`. */
  request: Record<string, Json>;
  files: Map<string, ProviderFile>;
  /** Where the provider may call us when the job ends; null when it cannot reach us. */
  webhookUrl: string | null;
}

/** A start whose answer never came. */
export interface LostSubmission extends Pick<Submission, "jobId" | "endpoint" | "request" | "webhookUrl"> {
  startedAt: Date;
  /** Whether a job at the provider is known to be another one of ours. */
  isOurs(externalJobId: string): Promise<boolean>;
}

/** What is kept of a started job; enough to ask for it in another process, days later. */
export interface JobHandle {
  externalJobId: string;
  endpoint: string;
}

/** What a provider says it counted, in its own units, as in `output_tokens`; dots nest. A generator's `billedUsd` knows their price. */
export type Usage = Record<string, number>;

/**
 * How a job stands. `result` is the provider's JSON; media in it are addresses, or `data:` addresses that are stored at once.
 * `billedUsd` is what was charged, where the provider speaks of money; some charge for what they refuse, too. Some send something blank in
 * place of an output that they refuse: its place is among `refusedOutputs`. `isPartlyRefused`: outputs are missing that were refused.
 */
export type JobStatus =
  | { state: "queued"; position?: number }
  | { state: "running"; progress?: number; message?: string }
  | { state: "succeeded"; result: Json; billedUsd?: number; usage?: Usage; refusedOutputs?: number[]; isPartlyRefused?: boolean }
  | { state: "failed"; reason: FailureReason; message?: string; raw?: string; billedUsd?: number; usage?: Usage }
  | { state: "cancelled" };

/** Rows of the error table that end a job at the provider. */
export const failureReasons = [
  "provider.failed",
  "provider.content_refused",
  "provider.bad_input",
  "provider.result_invalid",
  "provider.timed_out",
] as const;

export type FailureReason = (typeof failureReasons)[number];

/** A started job; one that the provider does within the call comes with its status. */
export interface StartedJob {
  externalJobId: string;
  status?: JobStatus;
}

/** A key that works, and what is left behind it where the provider says so. */
export interface WorkingKey {
  balance?: { amount: number; unit: "USD" | "credits" | "characters" };
}

/** A webhook as it came in: the body unparsed, since signatures cover its bytes. */
export interface WebhookRequest {
  headers: Headers;
  body: string;
}

/**
 * A driver, once for all models of a provider. Calls throw rows `provider.…` of the error table. What a provider says of a job that has
 * ended is answered by `status`, and never thrown as trouble that passes; the README beside each driver has the provider's answers.
 * `start` is billable: it throws `provider.outcome_unknown` whenever the job may have been accepted.
 */
export interface Provider {
  /** As generators name it. */
  name: string;
  /** The folder of its driver, where several providers share one. Default: `name`. */
  folder?: string | undefined;
  title: string;
  /** Where people get a key. */
  website: string;
  /** Where an admin adds credit. Default: `website`. */
  billingPage?: string;
  /** What sets it up for the installation: the first is its key or, for a server of one's own, its address. */
  variables: ProviderVariable[];
  /** Its models.ts; absent where people bring their own, as ComfyUI's workflows. */
  models?: object;
  /** Whether work costs nobody money, so that a start of unknown outcome may be repeated. */
  isFree?: boolean;
  /** Whether it is a server of one's own, known by its address. */
  isOwnServer?: boolean;
  /** Where each account has an address of its own: the hosts that admins may give, and an example. */
  accountAddress?: { hosts: RegExp; example: string };
  /** Whether it knows jobs by our ids, so that one can be stopped before its start has been answered. */
  knowsOurIds?: boolean;
  /** Whether its webhooks can only be verified with a secret that an admin copies from its settings page: without one, none are asked for. */
  takesWebhookSecret?: boolean;
  /** Jobs at a time for one key, unless settings say otherwise. */
  concurrency: number;
  /** Within how many seconds a start has its answer, or never gets one. Default 60; providers that work within the call need more. */
  callSeconds?: number;
  start(access: ProviderAccess, submission: Submission): Promise<StartedJob>;
  status(access: ProviderAccess, job: JobHandle): Promise<JobStatus>;
  /** Whether it was stopped; `false` when it is too late or the provider cannot. */
  cancel(access: ProviderAccess, job: JobHandle): Promise<boolean>;
  /** Looks for a job whose start had no answer: its external id, or null when it certainly does not exist. Absent when the provider shows no way. */
  find?(access: ProviderAccess, submission: LostSubmission): Promise<string | null>;
  /** Gives the provider a file; absent when files travel within `start`. */
  upload?(access: ProviderAccess, file: ProviderFile): Promise<{ url: string; expiresInSeconds: number | null }>;
  /** A model's id and the address of its page, for people who add one. Given with `describe`. */
  modelExample?: { id: string; page: string };
  /** One of its models by id or page address, for people who add it; see model-description.ts. Absent where models are not described. */
  describe?(access: ProviderAccess, idOrAddress: string): Promise<ProviderDescription>;
  /** The external id of the job that a webhook speaks of. Throws `provider.webhook_refused`. Absent when there are no webhooks. */
  verifyWebhook?(access: ProviderAccess, request: WebhookRequest): Promise<{ externalJobId: string }>;
  /**
   * Proves a key by the cheapest call that needs one. Throws `provider.not_configured` where it is refused, and `provider.no_credit` where
   * nothing is left.
   */
  testKey?(access: ProviderAccess): Promise<WorkingKey>;
  /** Headers that a result's address asks for. */
  resultHeaders?(access: ProviderAccess, url: string): Record<string, string>;
}
