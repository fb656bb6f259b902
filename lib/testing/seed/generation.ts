import { v7 as uuidv7 } from "uuid";
import { db } from "@/lib/platform/db/client";
import type { Generation, Prisma } from "@/prisma/generated/client";
import { rows } from "./rows";

/** Whose a generation is, and the board it lies on: `{ ...viewer, boardId }`. */
export interface Place {
  tenantId: string;
  userId: string;
  boardId: string;
}
export type GenerationColumns = Partial<Prisma.GenerationCreateManyInput>;

/** The row of a completed image by `sketch`, a batch of its own; other columns are taken as they are. */
export function generationRow({ tenantId, userId, boardId }: Place, columns: GenerationColumns = {}) {
  const id = columns.id ?? uuidv7();
  const usual = { generatorName: "sketch", artifactType: "image", inputParams: {}, status: "completed", batchId: id };
  return { tenantId, userId, boardId, ...usual, ...columns, id };
}

/** Writes one of these rows down, as if it had been made. */
export const seedGeneration = (place: Place, columns?: GenerationColumns): Promise<Generation> =>
  db().generation.create({ data: generationRow(place, columns) });

/** Writes so many down, each with columns by its number; answers their ids. */
export async function seedGenerations(place: Place, count: number, columnsOf: (index: number) => GenerationColumns = () => ({})): Promise<string[]> {
  const data = rows(count, (index) => generationRow(place, columnsOf(index)));
  await db().generation.createMany({ data });
  return data.map(({ id }) => id);
}
