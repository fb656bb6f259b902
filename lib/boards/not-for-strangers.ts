import type { GraphqlContext } from "@/lib/platform/graphql/context";
import { type FieldGuard, guarded } from "@/lib/platform/graphql/guarded-fields";
import type { Board, Generation } from "@/prisma/generated/client";

type BoardRow = Pick<Board, "id">;
type GenerationRow = Pick<Generation, "boardId" | "tenantId" | "userId">;

/** `extensions: boardFieldNotForStrangers(instead)` on a field of a board: strangers to the board are answered `instead`. */
export const boardFieldNotForStrangers = (instead: () => unknown): { guard: FieldGuard } =>
  guarded<BoardRow>(({ id }, { loaders }) => loaders.isFamiliar.load(id), instead);

/** `extensions: notForStrangers(instead)` on a field of a generation: strangers to its board are answered `instead`, but for whoever made it. */
export const notForStrangers = <Row extends GenerationRow = Generation>(instead?: (row: Row) => unknown): { guard: FieldGuard } =>
  guarded<Row>(isFamiliarGeneration, instead);

function isFamiliarGeneration({ boardId, tenantId, userId }: GenerationRow, { viewer, loaders }: GraphqlContext) {
  if (!viewer || viewer.tenantId !== tenantId) return false;
  return viewer.userId === userId || loaders.isFamiliar.load(boardId);
}
