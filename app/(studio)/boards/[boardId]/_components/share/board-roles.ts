import type { BoardRole } from "@boards/client";

/** What members of a board can be, from the least to the most. */
export const boardRoles: BoardRole[] = ["VIEWER", "EDITOR", "ADMIN"];
