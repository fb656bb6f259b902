"use client";

import type { TagChange } from "@boards/client";
import { createContext, useContext } from "react";
import type { Target } from "./target";

/** A board to put results on. */
export interface BoardToFill {
  id: string;
  title: string;
}

/** What someone is asked for. */
export type Question = "tags" | "board" | "rating";

/**
 * What people do with results to keep them in order. Each can be undone, says what it did and what went wrong, and answers whether it is done or under way.
 * Many results are changed in the background.
 */
export interface Curation {
  star: (target: Target, isStarred: boolean) => Promise<boolean>;
  /** Null takes the rating away. */
  rate: (target: Target, rating: number | null) => Promise<boolean>;
  tag: (target: Target, change: TagChange) => Promise<boolean>;
  move: (target: Target, to: BoardToFill) => Promise<boolean>;
  copy: (target: Target, to: BoardToFill) => Promise<boolean>;
  trash: (target: Target) => Promise<boolean>;
  /** Gives the results as one zip: few at once, many when it has been written in the background; with their prompts inside their PNGs if wanted. */
  download: (target: Target, options?: { embedPrompts: boolean }) => void;
  /** Asks for tags, a board or a rating, and makes the change. `onLeave` is called before results leave the board. */
  ask: (what: Question, target: Target, onLeave?: () => void) => void;
}

/** Read by `useCuration`. */
export const CurationContext = createContext<Curation | null>(null);

/** What can be done with the results of this board to keep them in order. */
export function useCuration(): Curation {
  const curation = useContext(CurationContext);
  if (!curation) throw new Error("There is no CurationProvider above");
  return curation;
}
