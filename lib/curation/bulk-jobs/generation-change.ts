import * as z from "zod";

/** What to do with each generation, as a job keeps it. */
export const generationChange = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("trash") }),
  z.object({ kind: z.literal("restore") }),
  z.object({ kind: z.literal("delete") }),
  z.object({ kind: z.literal("star") }),
  z.object({ kind: z.literal("unstar") }),
  z.object({ kind: z.literal("rate"), rating: z.int().min(1).max(5).nullable() }),
  z.object({ kind: z.literal("move"), boardId: z.uuid() }),
  z.object({ kind: z.literal("copy"), boardId: z.uuid() }),
  z.object({ kind: z.literal("tag"), add: z.array(z.uuid()), remove: z.array(z.uuid()) }),
]);

/** One of these changes. */
export type GenerationChange = z.infer<typeof generationChange>;

/** What takes back a change of some generations. */
export interface Inverse {
  change: GenerationChange;
  generationIds: string[];
}
