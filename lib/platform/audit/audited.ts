import { AsyncLocalStorage } from "node:async_hooks";
import { countRepeat } from "@/lib/platform/audit/repeats";
import {
  type AuditEnd,
  type AuditFact,
  auditLine,
  beginAuditEntry,
  dropAuditEntry,
  endAuditEntry,
  writeAuditEntry,
} from "@/lib/platform/audit/write-audit-entry";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { databaseErrorOf } from "@/lib/platform/db/database-error";
import { log } from "@/lib/platform/log";
import type { Prisma } from "@/prisma/generated/client";

/** Where something happens, other than in the viewer's tenant, and who does what to whom there. */
interface Place {
  tenantId: string;
  userId?: string | null;
  targetType?: string;
  targetId?: string;
}

interface Scene {
  /** Where it happens instead. */
  place?: Place;
  /** Where it is told, too. */
  others: Place[];
  /** What waits for `auditWithin` to be told. */
  untold?: AuditFact;
  /** The line that tells of it. */
  id?: string;
}

// Each bundle of Next.js evaluates this module for itself.
const kept = globalThis as { boardsAudit?: AsyncLocalStorage<Scene> };
kept.boardsAudit ??= new AsyncLocalStorage<Scene>();
const scenes = kept.boardsAudit;

/** Says where what is being done happens, when that is not the viewer's tenant: its line of the audit log stands there. */
export function happensIn(place: Place): void {
  const scene = scenes.getStore();
  if (scene) scene.place = place;
}

/** Says that what is being done concerns another tenant, too: its admins find a line as well. */
export function concerns(place: Place): void {
  scenes.getStore()?.others.push(place);
}

/**
 * The statement that tells the audit log of what is being done, for the transaction that does it: both are there or neither. Only what was `audited`
 * with `isToldWithin` waits for it.
 */
export function auditWithin(target: Omit<AuditEnd, "outcome">): Prisma.Sql[] {
  const scene = scenes.getStore();
  if (!scene?.untold) return [];
  const { id, insert } = auditLine(scene.untold, { outcome: "ok", ...target });
  scene.id = id;
  return [insert];
}

/** Says that the transaction of `auditWithin` was taken back, and with it the line. */
export function takeAuditBack(): void {
  const scene = scenes.getStore();
  if (scene?.untold) delete scene.id;
}

interface Audited<T> {
  viewer: Viewer | null;
  /** As the interface calls it. */
  action: string;
  details?: unknown;
  /** No line before: the work sends `auditWithin` with its transaction. */
  isToldWithin?: boolean;
  /** What it was about: of null when it failed. */
  targetOf?(result: T | null): Omit<AuditEnd, "outcome">;
  /** The name of an error. */
  reasonOf?(error: unknown): string;
}

const usualReason = (error: unknown) => databaseErrorOf(error)?.reason ?? "internal.unexpected";
// So many refusals of one kind and person in an hour have a line each; of those after them only the hundredth, the thousandth and so on.
const refusalsTold = 10;

/**
 * Does `work` and tells the audit log: a line before anything is done, and how it ended afterwards; or one line with the work (`isToldWithin`). Of
 * nobody only what succeeded is told, where `work` says that it happened. Whoever is refused over and over does not fill the log.
 */
export async function audited<T>(given: Audited<T>, work: () => Promise<T>): Promise<T> {
  const { viewer, action, details, isToldWithin = false, targetOf = () => ({}), reasonOf = usualReason } = given;
  const scene: Scene = { others: [] };
  const fact = { action, details };
  const own = viewer && { ...fact, tenantId: viewer.tenantId, userId: viewer.userId };
  if (own && isToldWithin) scene.untold = own;
  else if (own) scene.id = await beginAuditEntry(own);
  try {
    const result = await scenes.run(scene, work);
    const end = { outcome: "ok", ...targetOf(result) };
    const { place, others } = scene;
    if (scene.id && !isToldWithin) await endAuditEntry(scene.id, { ...end, ...place });
    else if (!scene.id && own) await writeAuditEntry({ ...own, ...end, ...place });
    else if (!own && place) await writeAuditEntry({ ...fact, ...end, ...place });
    for (const other of others) await writeAuditEntry({ ...fact, ...end, userId: viewer?.userId, ...other });
    return result;
  } catch (error) {
    if (own && viewer) await endRefused(scene, own, viewer, { outcome: reasonOf(error), ...targetOf(null) });
    throw error;
  }
}

async function endRefused(scene: Scene, fact: AuditFact, viewer: Viewer, end: AuditEnd): Promise<void> {
  try {
    const { times, isTold } = await countRepeat(`${viewer.userId} ${fact.action} ${end.outcome}`, { first: refusalsTold });
    const details = times > refusalsTold ? { details: { ...Object(fact.details), timesThisHour: times } } : {};
    // A line that its transaction took back with it is not there to be ended.
    if (scene.untold) return isTold ? await writeAuditEntry({ ...fact, ...end, ...details }) : undefined;
    if (!scene.id) return;
    if (isTold) await endAuditEntry(scene.id, { ...end, ...details });
    else await dropAuditEntry(scene.id);
  } catch (error) {
    // The refusal itself is what the caller hears of.
    log.error({ err: error, auditEntryId: scene.id, ...end }, "could not complete an audit entry");
  }
}
