import { createBulkJob } from "@/lib/curation/bulk-jobs/create-bulk-job";
import type { Viewer } from "@/lib/platform/caller/viewer";
import type { BulkJob } from "@/prisma/generated/client";

/**
 * Deletes for good what is in the viewer's trash now: their boards, which can't be restored from now on, and the trashed generations that they may
 * delete on boards that they own or are a member of.
 */
export function emptyTrash(viewer: Viewer): Promise<BulkJob> {
  return createBulkJob(viewer, {
    kind: "empty_trash",
    arguments: {},
    atOnce: async (tx) => {
      const where = { tenantId: viewer.tenantId, ownerId: viewer.userId, trashedAt: { not: null }, deletedAt: null };
      await tx.board.updateMany({ where, data: { deletedAt: new Date() } });
    },
  });
}
