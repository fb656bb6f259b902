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
  | "undo";

/** Kinds whose first commit hides everything from everyone, for good: there is nothing left to cancel. */
export const isIrrevocable = (kind: string): boolean => kind === "delete_board" || kind === "empty_trash";
