import type { BoardGeneration } from "@boards/client";

/** Progress is told in such steps, in percent. */
const step = 25;

type Told = Pick<BoardGeneration, "status" | "progress">;
/** Names of sentences in the catalogue. */
type Sentence = "started" | "progress" | "ready" | "failed" | "cancelled";

const ends: Partial<Record<string, Sentence>> = { COMPLETED: "ready", FAILED: "failed", CANCELLED: "cancelled" };

/** How far a generation is in steps, in percent. */
export const percentOf = ({ progress }: Told): number => Math.floor(progress / step) * step;

/** What of a generation is told now, when this was the last that was known of it: that it has started, each step of its progress, and how it ended. */
export function tellChange(before: Told | undefined, now: Told): Sentence[] {
  const sentences: Sentence[] = before ? [] : ["started"];
  const end = now.status === before?.status ? undefined : ends[now.status];
  if (end) sentences.push(end);
  const isFurther = before?.status === "PROCESSING" && now.status === "PROCESSING" && percentOf(now) > percentOf(before);
  return isFurther ? [...sentences, "progress"] : sentences;
}
