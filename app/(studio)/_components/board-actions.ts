"use client";

import type { BoardGeneration, GeneratorForm } from "@boards/client";
import { createContext, useContext } from "react";

/** What the page does for its tiles. */
export interface BoardCallbacks {
  /** Opens the viewer; null closes it. */
  view: (id: string | null) => void;
  /** Puts a result into the prompt bar, as an input. */
  use: (generation: BoardGeneration) => void;
  /** Loads a generation's settings into the prompt bar. */
  reuse: (generation: BoardGeneration) => void;
}

/** What people do with a tile. The functions stay the same for as long as the board is shown, so that no tile is rendered for them. */
export interface BoardActions extends BoardCallbacks {
  mayGenerate: boolean;
  /** Whether several results can be downloaded at once. */
  mayExport: boolean;
  /** Whether someone is signed in: stars and ratings are for people with an account. */
  isSignedIn: boolean;
  /** Whether results of several boards are shown, so that each leads to its own. */
  leadsToBoards: boolean;
  /** The provider that this generator lacks a key of; null when it can be used. */
  keylessProvider: (generatorName: string) => string | null;
  /** Asks for the key of a provider; null for those who may not add one. */
  addKey: ((providerName: string) => void) | null;
  /** The generator of the same model at another provider; null when there is none. */
  otherProvider: (generatorName: string) => GeneratorForm | null;
  /** Cancels it once, however often that is asked: see `useIsCanceling`. */
  cancel: (id: string) => void;
  retry: (id: string) => void;
  regenerate: (id: string) => void;
  /** Downloads its file. Asks for the address each time: a signed one expires within two hours, and a page may be open for longer. */
  download: (id: string) => void;
  /** Saves a frame of a video as an image beside it. */
  saveFrame: (id: string, position: "FIRST" | "LAST") => void;
  /** Moves it to the trash, with a way back. */
  trash: (id: string) => void;
  /** Opens the menu of a tile at an element, which gets the focus back. */
  openMenu: (generation: BoardGeneration, anchor: HTMLElement) => void;
}

/** Read by `useBoardActions`. */
export const BoardActionsContext = createContext<BoardActions | null>(null);

/** Read by `useIsCanceling`: apart from the actions, which stay the same. */
export const CancelingContext = createContext<ReadonlySet<string>>(new Set());

/** Whether someone here has asked to cancel this generation, and the server hasn't answered yet. */
export const useIsCanceling = (id: string): boolean => useContext(CancelingContext).has(id);

/** What can be done with the tiles of this board. */
export function useBoardActions(): BoardActions {
  const actions = useContext(BoardActionsContext);
  if (!actions) throw new Error("There is no BoardActionsProvider above");
  return actions;
}
