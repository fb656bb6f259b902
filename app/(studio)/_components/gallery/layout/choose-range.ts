import type { Arrangement } from "./box";
import { lineHeight } from "./place-tiles";

/** A stretch of the gallery. */
export interface Range {
  from: number;
  to: number;
}

/** So many tiles exist at a time, with some fifteen elements each. */
const mostTiles = 100;

/** How much beyond the screen is rendered on either side, in screens: less where many small tiles are on it. */
export function overscan(screen: number, { kind, width, tileSize, gap }: Arrangement): number {
  const onScreen = kind === "list" ? screen / (lineHeight + gap) : (width * screen) / (tileSize + gap) ** 2;
  return Math.min(Math.max((mostTiles / Math.max(1, onScreen) - 1) / 2, 0.15), 1);
}

/** What is to be rendered when the screen shows this position; the range there is as long as that covers the screen with some room. */
export function chooseRange(now: Range, position: number, screen: number, arrangement: Arrangement): Range {
  const beyond = overscan(screen, arrangement) * screen;
  const room = beyond / 3;
  const isCovered = now.from <= Math.max(0, position - room) && now.to >= position + screen + room;
  const isExcessive = now.to - now.from > screen + 3 * beyond;
  if (isCovered && !isExcessive) return now;
  return { from: Math.max(0, position - beyond), to: position + screen + beyond };
}
