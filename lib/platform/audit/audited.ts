import { AsyncLocalStorage } from "node:async_hooks";
import { countRepeat } from "@/lib/platform/audit/repeats";
import { type AuditEnd, beginAuditEntry, dropAuditEntry, endAuditEntry, writeAuditEntry } from "@/lib/platform/audit/write-audit-entry";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { databaseErrorOf } from "@/lib/platform/db/database-error";
import { log } from "@/lib/platform/log";

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

interface Audited<T> {
  viewer: Viewer | null;
  /** As the interface calls it. */
  action: string;
  details?: unknown;
  /** What it was about: of null when it failed. */
  targetOf?(result: T | null): Omit<AuditEnd, "outcome">;
  /** The name of an error. */
  reasonOf?(error: unknown): string;
}

const usualReason = (error: unknown) => databaseErrorOf(error)?.reason ?? "internal.unexpected";
// So many refusals of one kind and person in an hour have a line each; of those after them only the hundredth, the thousandth and so on.
const refusalsTold = 10;

/**
 * Does `work` and tells the audit log: a line before anything is done, and how it ended afterwards. Of nobody only what succeeded is told, where
 * `work` says that it happened. Whoever is refused over and over does not fill the log.
 */
export async function audited<T>(given: Audited<T>, work: () => Promise<T>): Promise<T> {
  const { viewer, action, details, targetOf = () => ({}), reasonOf = usualReason } = given;
  const scene: Scene = { others: [] };
  const fact = { action, details };
  const id = viewer && (await beginAuditEntry({ ...fact, tenantId: viewer.tenantId, userId: viewer.userId }));
  try {
    const result = await scenes.run(scene, work);
    const end = { outcome: "ok", ...targetOf(result) };
    const { place, others } = scene;
    if (id) await endAuditEntry(id, { ...end, ...place });
    else if (place) await writeAuditEntry({ ...fact, ...end, ...place });
    for (const other of others) await writeAuditEntry({ ...fact, ...end, userId: viewer?.userId, ...other });
    return result;
  } catch (error) {
    if (id && viewer) await endRefused(id, viewer, given, { outcome: reasonOf(error), ...targetOf(null) });
    throw error;
  }
}

async function endRefused(id: string, viewer: Viewer, { action, details }: { action: string; details?: unknown }, end: AuditEnd): Promise<void> {
  try {
    const { times, isTold } = await countRepeat(`${viewer.userId} ${action} ${end.outcome}`, { first: refusalsTold });
    if (!isTold) await dropAuditEntry(id);
    else await endAuditEntry(id, { ...end, ...(times > refusalsTold ? { details: { ...Object(details), timesThisHour: times } } : {}) });
  } catch (error) {
    // The refusal itself is what the caller hears of.
    log.error({ err: error, auditEntryId: id, ...end }, "could not complete an audit entry");
  }
}
