import * as z from "zod";
import { say } from "@/lib/messages/say";

/** A board holds at most this many. */
export const maximumViews = 50;

const name = z.string().trim().min(1, say("reasons.boardView.nameMissing")).max(60, say("reasons.boardView.nameTooLong"));
const filter = z.string().max(4000, say("reasons.boardView.filterTooLong"));

/** A filter of a board that people come back to, under a name: what the address holds behind its question mark. */
export const boardView = z.object({ name, filter });
export type BoardView = z.infer<typeof boardView>;

/** The saved views among a board's settings, in the order of their names. What stands there and is none is left out. */
export function viewsOf(settings: unknown): BoardView[] {
  const { views } = (settings ?? {}) as { views?: unknown };
  const found = Array.isArray(views) ? views.flatMap((view) => boardView.safeParse(view).data ?? []) : [];
  return found.slice(0, maximumViews).sort((one, other) => one.name.localeCompare(other.name));
}
