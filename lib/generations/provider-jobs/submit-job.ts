import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { type JobPlan, planElsewhere, planFor } from "@/lib/generations/provider-jobs/job-plan";
import { acceptedStates, isOneOf, unansweredStates } from "@/lib/generations/provider-jobs/job-states";
import { moveJob } from "@/lib/generations/provider-jobs/move-job";
import { type PlacedInputs, placeInputs } from "@/lib/generations/provider-jobs/place-inputs";
import { recordStatus } from "@/lib/generations/provider-jobs/record-status";
import { showProgress } from "@/lib/generations/show-progress";
import { expectSilence } from "@/lib/generations/while-at-work";
import { generatorOf } from "@/lib/generators/added-models/find-generators";
import { findGenerator } from "@/lib/generators/catalogue/registry";
import type { StartedJob } from "@/lib/generators/contract/provider";
import { breakerDelay, noteOutcome } from "@/lib/generators/provider-keys/provider-health";
import { timeLimitSeconds } from "@/lib/generators/settings/generator-settings";
import { say } from "@/lib/messages/say";
import { db, type Transaction } from "@/lib/platform/db/client";
import { sqlList } from "@/lib/platform/db/sql-list";
import { env } from "@/lib/platform/env";
import { BoardsError, type ErrorReason } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { checkStorage } from "@/lib/platform/storage/check-storage";
import { Prisma } from "@/prisma/generated/client";

/** What a try to start a batch's job came to. */
export type Submitted =
  | { state: "submitted"; jobId: string }
  /** Nothing was accepted; to be tried again. */
  | { state: "later"; seconds: number }
  /** It may have been accepted: never repeated blindly, see look-for-job.ts. */
  | { state: "unknown"; jobId: string };

type Generation = Prisma.GenerationGetPayload<object>;
type Job = Prisma.ProviderJobGetPayload<object>;

const usualPauseSeconds = 15;
const recordTries = 5;

/**
 * Starts a batch's job at its provider, at most once. The intent is committed before the call and the handle right after it, so that
 * whoever comes here after a crash finds one of them: the handle is used, an intent alone is a start of unknown outcome.
 */
export async function submitJob(batchId: string): Promise<Submitted> {
  const generation = await db().generation.findFirst({ where: { batchId, status: { in: liveStatuses } }, orderBy: { batchIndex: "asc" } });
  if (!generation) throw new BoardsError("generation.cancelled");
  const last = await db().providerJob.findFirst({ where: { batchId }, orderBy: { attempt: "desc" } });
  // Also of one that has ended: looking at it tells how.
  if (last && isOneOf(acceptedStates, last.state)) return { state: "submitted", jobId: last.id };
  if (last && isOneOf(unansweredStates, last.state)) {
    await moveJob(last.id, { to: "unknown" });
    return { state: "unknown", jobId: last.id };
  }
  const generator = await generatorOf(last?.state === "refused" ? last : generation);
  return startBy(await planFor(generation, generator), generation, last);
}

async function startBy(plan: JobPlan, generation: Generation, last: Job | null, failoverNote?: string): Promise<Submitted> {
  const pauseSeconds = await breakerDelay(plan.keyId);
  if (pauseSeconds > 0) {
    const error = new BoardsError("provider.unavailable", { retryAfterSeconds: pauseSeconds, raw: "the circuit breaker is open" });
    return notNow(error, plan, generation, last);
  }
  // What is paid for must have a place to go to.
  await checkStorage();
  const placed = await placeInputs(plan);
  try {
    const job = await writeIntent(plan, placed.request, generation, last, failoverNote);
    // Another run of this very step got here first.
    return job ? await start(job, plan, generation, placed) : await submitJob(generation.batchId);
  } finally {
    await placed.close();
  }
}

async function start(job: Job, plan: JobPlan, generation: Generation, { request, files }: PlacedInputs): Promise<Submitted> {
  const { provider, access, generator, keyId } = plan;
  const { endpoint, webhookUrl, id: jobId } = job;
  let started: StartedJob;
  try {
    started = await provider.start(access, { jobId, endpoint, artifactType: generator.artifactType, request, files, webhookUrl });
  } catch (error) {
    // What is not understood may have cost money.
    const said = error instanceof BoardsError ? error : new BoardsError("provider.outcome_unknown", { raw: String(error), cause: error });
    const known = withSuccessor(said, plan);
    const { reason, raw } = known;
    log.warn({ batchId: job.batchId, jobId, provider: provider.name, reason, raw }, "provider did not start a job");
    await noteOutcome(keyId, known);
    const isUnknown = reason === "provider.outcome_unknown" && !provider.isFree;
    // Whoever recorded a handle meanwhile knows better.
    const move = { to: isUnknown ? "unknown" : "refused", from: "intent", data: { errorCode: reason, errorRaw: raw ?? null } } as const;
    await whileDatabaseIsAway({ jobId, reason }, () => moveJob(jobId, move));
    return isUnknown ? { state: "unknown", jobId } : notNow(known, plan, generation, { ...job, state: "refused" });
  }
  const { externalJobId, status } = started;
  // Losing what was accepted would lose the money. Of a job that was done within the call nothing but this answer exists, so it is
  // written down whole or, after a crash, not at all: then it is of unknown outcome.
  await whileDatabaseIsAway({ jobId, externalJobId }, () =>
    status ? recordStatus({ ...job, externalJobId }, plan, status) : record(job, externalJobId),
  );
  await noteOutcome(keyId);
  return { state: "submitted", jobId };
}

/** A model that is gone, with the one to use instead where that is known. */
function withSuccessor(error: BoardsError, { generator, provider }: JobPlan): BoardsError {
  const successor = error.reason === "provider.model_gone" ? findGenerator(generator.deprecated?.use ?? "") : undefined;
  if (!successor) return error;
  return new BoardsError(error.reason, {
    message: say("reasons.provider.modelGoneUse", {
      provider: provider.title,
      successor: successor.title,
    }),
    raw: error.raw,
  });
}

async function record({ id, batchId }: Job, externalJobId: string) {
  await db().$transaction(async (tx) => {
    await moveJob(id, { to: "submitted", data: { externalJobId, errorCode: null, errorRaw: null } }, tx);
    await tx.generation.updateMany({ where: { batchId }, data: { externalJobId } });
  });
}

async function whileDatabaseIsAway(what: object, write: () => Promise<unknown>) {
  for (let tried = 1; ; tried++) {
    try {
      return await write();
    } catch (error) {
      log.error({ ...what, err: error }, "could not record a provider's response");
      if (tried === recordTries) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** tried));
    }
  }
}

// One row a logical start: a start that was refused is tried again under the same key.
async function writeIntent(
  plan: JobPlan,
  sent: PlacedInputs["request"],
  { batchId, tenantId }: Generation,
  last: Job | null,
  failoverNote?: string,
): Promise<Job | null> {
  const { generator, inputs, provider, keyId, access } = plan;
  const now = new Date();
  const request = sent as Prisma.InputJsonObject;
  if (last?.state === "refused" && last.generatorName === generator.name) {
    const again = { errorCode: null, errorRaw: null, startedAt: now, keyId };
    const isFirst = await whileWanted(batchId, (tx) => moveJob(last.id, { to: "intent", data: { ...again, request } }, tx));
    return isFirst ? { ...last, ...again, state: "intent" } : null;
  }
  const { webhookBaseUrl } = env();
  // A webhook that could not be verified is not asked for.
  const isCallable = webhookBaseUrl && provider.verifyWebhook && (!provider.takesWebhookSecret || access.webhookSecret);
  const id = crypto.randomUUID();
  const data = {
    id,
    batchId,
    tenantId,
    attempt: (last?.attempt ?? 0) + 1,
    providerName: provider.name,
    generatorName: generator.name,
    generatorVersion: generator.added?.version ?? null,
    endpoint: typeof generator.endpoint === "string" ? generator.endpoint : generator.endpoint(inputs),
    request,
    keyId,
    webhookUrl: isCallable ? `${webhookBaseUrl}/api/webhooks/${provider.name}/${id}` : null,
    startedAt: now,
    deadlineAt: last?.deadlineAt ?? new Date(now.getTime() + (await timeLimitSeconds(tenantId, generator)) * 1000),
    failoverNote: failoverNote ?? null,
  };
  try {
    return await whileWanted(batchId, (tx) => tx.providerJob.create({ data }));
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") return null;
    throw error;
  }
}

// A cancel either finds the intent or keeps it from being written: what was given back is not spent afterwards.
async function whileWanted<T>(batchId: string, write: (tx: Transaction) => Promise<T>): Promise<T> {
  return db().$transaction(async (tx) => {
    const wanted = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM boards.generations WHERE batch_id = ${batchId}::uuid AND status IN (${sqlList(liveStatuses)}) LIMIT 1 FOR SHARE`;
    if (wanted.length === 0) throw new BoardsError("generation.cancelled");
    return write(tx);
  });
}

/** What no other request at this provider would meet better, but one elsewhere may. */
const refusedForAll: ErrorReason[] = ["provider.not_configured", "provider.no_credit", "provider.model_gone"];

/** Nothing was accepted: another provider where that is switched on, else a pause, as long as the time limit allows. */
async function notNow(error: BoardsError, plan: JobPlan, generation: Generation, last: Job | null): Promise<Submitted> {
  const { batchId } = generation;
  const mayMove = error.row.retry || refusedForAll.includes(error.reason);
  if (mayMove && env().isFailoverOn) {
    const jobs = await db().providerJob.findMany({ where: { batchId }, select: { generatorName: true } });
    const other = await planElsewhere(generation, [plan.generator.name, ...jobs.map((job) => job.generatorName)]);
    if (other) {
      log.info({ batchId, from: plan.generator.name, to: other.generator.name }, "failover");
      return startBy(other, generation, last, `${plan.generator.name}: ${error.message}`);
    }
  }
  const isFree = error.reason === "provider.outcome_unknown";
  if (!error.row.retry && !isFree) throw error;
  const deadlineAt =
    last?.deadlineAt ??
    new Date((generation.startedAt ?? generation.createdAt).getTime() + (await timeLimitSeconds(generation.tenantId, plan.generator)) * 1000);
  const seconds = error.retryAfterSeconds ?? usualPauseSeconds;
  if (Date.now() + seconds * 1000 > deadlineAt.getTime())
    throw new BoardsError("provider.timed_out", { message: say("reasons.provider.notFree", { provider: plan.provider.title }), raw: error.raw });
  const progressMessage = pauseSentence(plan.provider, error.reason, seconds);
  await showProgress(batchId, { phase: "initializing", progressMessage });
  await expectSilence(batchId, seconds);
  return { state: "later", seconds };
}

/** What people read while nothing is accepted and it is tried again. */
export function pauseSentence({ title }: { title: string }, reason: ErrorReason, seconds = usualPauseSeconds): string {
  return say("reasons.progress.pause", { provider: title, why: reason === "provider.rate_limited" ? "busy" : "unavailable", seconds });
}
