import type { BoardGeneration } from "@boards/client";

/** What each kind of finished artifact is shown with. */
export interface TileProps {
  generation: BoardGeneration;
  /** In CSS pixels. */
  box: { width: number; height: number };
  name: string;
  /** Whether the pointer or the focus is on it. */
  isActive: boolean;
  tabIndex: 0 | -1;
  onOpen: () => void;
}

/** Below it, in CSS pixels, the buttons of a tile would lie over the one that selects it, and stand below each other instead. */
export const narrowTile = 160;
