/** What bulk jobs do. */
export type BulkJobKind =
  | "delete_board"
  | "empty_trash"
  | "trash"
  | "restore"
  | "delete"
  | "move"
  | "copy"
  | "star"
  | "unstar"
  | "rate"
  | "tag"
  | "undo"
  | "export"
  | "import";

/** Kinds that write and read archives, for which nobody's other jobs wait. */
export const archiveKinds: BulkJobKind[] = ["export", "import"];

/** Kinds whose first commit hides everything from everyone, for good: there is nothing left to cancel. */
export const isIrrevocable = (kind: string): boolean => kind === "delete_board" || kind === "empty_trash";
