import type { BulkJobKind } from "@/lib/curation/bulk-jobs/bulk-job-kinds";
import { changedGenerationPieces } from "@/lib/curation/bulk-jobs/changed-generation-pieces";
import { deletedBoardPieces } from "@/lib/curation/bulk-jobs/deleted-board-pieces";
import { emptiedTrashPieces } from "@/lib/curation/bulk-jobs/emptied-trash-pieces";
import { exportedPieces } from "@/lib/curation/bulk-jobs/exported-pieces";
import { importedPieces } from "@/lib/curation/bulk-jobs/imported-pieces";
import type { Pieces } from "@/lib/curation/bulk-jobs/pieces";
import { undonePieces } from "@/lib/curation/bulk-jobs/undone-pieces";

/** How the pieces of each kind of job are done. */
export const piecesOf = (kind: string): Pieces => others[kind as BulkJobKind] ?? changedGenerationPieces;

const others: Partial<Record<BulkJobKind, Pieces>> = {
  delete_board: deletedBoardPieces,
  empty_trash: emptiedTrashPieces,
  undo: undonePieces,
  export: exportedPieces,
  import: importedPieces,
};
