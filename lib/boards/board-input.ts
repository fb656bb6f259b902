import { z } from "zod";
import { foldText } from "@/lib/platform/text/fold-text";

const title = z.string().trim().min(1, "Title cannot be empty").max(255, "Title takes at most 255 characters");
const description = z.string().max(10_000, "Description takes at most 10,000 characters");
const settings = z
  .record(z.string(), z.unknown(), "Settings must be an object")
  .refine((value) => JSON.stringify(value).length <= 65_536, "Settings take at most 64 KiB");

/** What a search reads of a board, folded. */
export const searchTextOfBoard = (board: { title: string; description?: string | null }) => foldText(`${board.title}\n${board.description ?? ""}`);

/** What a new board needs. */
export const newBoard = z.object({ title, description: description.nullish(), isPublic: z.boolean().default(false), settings: settings.nullish() });

/** What may change; an absent or null field stays as it is, an empty description clears it. */
export const boardChanges = z.object({
  title: title.nullish(),
  description: description.nullish(),
  isPublic: z.boolean().nullish(),
  settings: settings.nullish(),
});
