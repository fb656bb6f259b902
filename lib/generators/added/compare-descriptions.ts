import type { ModelDescription } from "./model-description";

/** One thing that a provider changed about a model. */
export interface DescriptionChange {
  kind: "added" | "removed" | "changed";
  /** As in `image_size` or `elements.strength`; `output` for what it makes, `title`, `price` and the like for the whole. */
  field: string;
  /** For people: a sentence without full stop, as in "takes 1 to 8, no longer 1 to 4". */
  change: string;
  /** Whether requests that were right before may be refused now. */
  isBreaking: boolean;
}

/** What a provider has changed between two readings of one model, in the order of its form. Empty when requests and results are the same. */
export function compareDescriptions(_before: ModelDescription, _after: ModelDescription): DescriptionChange[] {
  return [];
}
