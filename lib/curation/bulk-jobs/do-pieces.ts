import { archiveKinds } from "@/lib/curation/bulk-jobs/bulk-job-kinds";
import { piecesOf } from "@/lib/curation/bulk-jobs/job-pieces";
import type { MoveOn } from "@/lib/curation/bulk-jobs/pieces";
import { sessionViewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { BoardsError } from "@/lib/platform/errors";
import type { BulkJob } from "@/prisma/generated/client";

/** One step of the workflow begins pieces for this long. */
const stepMs = 10_000;

/** Someone else moved the job on, or it was canceled: this piece is taken back. */
class Overtaken extends Error {}

/** Whether a bulk job has more pieces to do, and if so, whether an earlier one of the same person has to end first. */
export type Progress = "ended" | "more" | "waits";

/**
 * Does pieces of a bulk job for some seconds and answers how it stands. Each piece is one short transaction that also moves the job on, so
 * that whatever is killed, nothing is done twice and nothing is left out.
 */
export async function doPieces(jobId: string, forMs = stepMs): Promise<Progress> {
  const end = Date.now() + forMs;
  return asInstallation(async () => {
    if (await isBehindAnother(jobId)) return "waits";
    do {
      if (!(await doPiece(jobId))) return "ended";
    } while (Date.now() < end);
    return "more";
  });
}

// A later job may depend on an earlier one: restoring what is being trashed would miss what is trashed next.
async function isBehindAnother(jobId: string): Promise<boolean> {
  const job = await db().bulkJob.findUnique({ where: { id: jobId } });
  if (job?.state !== "running") return false;
  const { userId, createdAt, id } = job;
  const earlier = { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] };
  const first = await db().bulkJob.findFirst({
    where: { userId, state: "running", kind: { notIn: archiveKinds }, ...earlier },
    select: { id: true },
  });
  // Its run is not lost: see resumeQuietBulkJobs.
  if (first) await db().bulkJob.updateMany({ where: { id }, data: { updatedAt: new Date() } });
  return first !== null;
}

/** Does one piece of a job that runs, and completes the job when that was the last. Answers whether it has more. */
export async function doPiece(jobId: string): Promise<boolean> {
  const job = await db().bulkJob.findUnique({ where: { id: jobId } });
  if (job?.state !== "running") return false;
  const pieces = piecesOf(job.kind);
  const work = { job, viewer: await viewerOf(job) };
  if (job.total === null) await db().bulkJob.updateMany({ where: { id: jobId }, data: { total: await pieces.count(work) } });
  try {
    if (await pieces.doNext(work, moveOnFrom(job))) return true;
  } catch (error) {
    if (error instanceof Overtaken) return true;
    throw error;
  }
  await db().bulkJob.updateMany({ where: { id: jobId, state: "running" }, data: { state: "completed", endedAt: new Date() } });
  return false;
}

/** Moves the job on from where it was when the piece began, and nowhere else. */
function moveOnFrom({ id, done, cursorId }: BulkJob): MoveOn {
  return async (tx, advance) => {
    const { count } = await tx.bulkJob.updateMany({
      where: { id, state: "running", done, cursorId },
      data: {
        done: { increment: advance.done },
        skipped: { increment: advance.skipped ?? 0 },
        ...(advance.cursor ? { cursorId: advance.cursor.id, cursorCreatedAt: advance.cursor.createdAt } : {}),
        updatedAt: new Date(),
      },
    });
    if (count === 0) throw new Overtaken();
  };
}

async function viewerOf({ userId }: BulkJob) {
  const user = await db().user.findUniqueOrThrow({ where: { id: userId } });
  if (user.disabledAt) throw new BoardsError("auth.disabled");
  return sessionViewer(user);
}
