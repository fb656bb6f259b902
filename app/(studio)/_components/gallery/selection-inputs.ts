import type { BoardGeneration } from "@boards/client";
import { createContext, useContext } from "react";

/** Several results as inputs of the generator that is chosen. */
export interface SelectionInputs {
  /** Why none of these can be put in, if so. */
  reasonAgainst: (generations: readonly BoardGeneration[]) => string | undefined;
  /** Puts in what fits, says what did not, and can be undone. */
  add: (generations: readonly BoardGeneration[]) => void;
}

/** Given by the prompt bar of a board. */
export const SelectionInputsContext = createContext<SelectionInputs | null>(null);

/** How what is selected becomes inputs; null where nobody may generate. */
export const useSelectionInputs = (): SelectionInputs | null => useContext(SelectionInputsContext);
