import * as z from "zod";
import { say } from "@/lib/messages/say";
import { foldText } from "@/lib/platform/text/fold-text";

const title = z.string().trim().min(1, say("reasons.board.titleMissing")).max(255, say("reasons.board.titleTooLong"));
const description = z.string().max(10_000, say("reasons.board.descriptionTooLong"));
const settings = z
  .record(z.string(), z.unknown(), say("reasons.board.settingsNoObject"))
  .refine((value) => JSON.stringify(value).length <= 65_536, say("reasons.board.settingsTooLarge"));

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
