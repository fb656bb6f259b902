import { archiveKey } from "@/lib/curation/board-archives/archive-keys";
import { env } from "@/lib/platform/env";
import { signStorageUrl } from "@/lib/platform/storage/signed-url";
import type { BulkJob } from "@/prisma/generated/client";

const dayMs = 24 * 3600 * 1000;

interface Arguments {
  boardId?: string;
  title?: string;
  change?: { boardId?: string };
}

/** The board that a job is about; null when it is not about one. */
export function boardOfJob({ arguments: given }: BulkJob): string | null {
  const { boardId, change } = given as Arguments;
  return boardId ?? change?.boardId ?? null;
}

/** The title of that board when the job was started, where the job keeps it. */
export const titleOfJob = ({ arguments: given }: BulkJob): string | null => (given as Arguments).title ?? null;

/** For how long what an export wrote is kept, in milliseconds. */
export const archiveKeptMs = (): number => env().retention.archiveDays * dayMs;

/** Until when the archive of an export can be downloaded; null without one. */
export function archiveExpiry({ kind, state, endedAt }: BulkJob): Date | null {
  return kind === "export" && state === "completed" && endedAt ? new Date(endedAt.getTime() + archiveKeptMs()) : null;
}

/** The address of the archive of an export, for as long as it is kept; null without one. */
export function archiveUrl(job: BulkJob): string | null {
  const until = archiveExpiry(job);
  if (!until || until <= new Date()) return null;
  return signStorageUrl(archiveKey(job), { download: true, filename: titleOfJob(job) ?? "board", mimeType: "application/zip", until });
}
