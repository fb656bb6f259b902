import { createHash } from "node:crypto";
import type { ModelDescription } from "@/lib/generators/contract/model-description";
import { compareDescriptions, type DescriptionChange } from "@/lib/generators/model-schemas/compare-descriptions";
import { type MappedModel, type MappingChoices, mapModel } from "@/lib/generators/model-schemas/map-model";
import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";
import { compareWorkflows, mapWorkflow } from "./map-workflow";

/** What is kept of one version of an added model: a provider's description, with what only a person knew of it, or a file. */
export type ModelSource = { description: ModelDescription; choices: MappingChoices } | WorkflowSource;

/** A ComfyUI workflow as it was uploaded. */
export interface WorkflowSource {
  /** Without its ending. */
  fileName: string;
  workflow: string;
}

/** What a source says, ready to be shown and to be made a generator. */
export interface ReadSource extends MappedModel {
  provider: string;
  /** At the provider, as in `fal-ai/flux/dev`; of a workflow the name of its file. */
  modelId: string;
  title: string;
  description: string;
  page: string | null;
  /** Whether its provider advises against it. */
  isRetired: boolean;
  /** What the provider says of its price, word for word: it may count what no price here can. */
  priceSaid: string | null;
}

/** The source that a row keeps. */
export const sourceOf = ({ source }: { source: unknown }): ModelSource => source as ModelSource;

/** Reads a source. The same one always gives the same generator. Throws `input.invalid` for a workflow that cannot be read. */
export function readSource(source: ModelSource): ReadSource {
  if ("workflow" in source) return mapWorkflow(source);
  const { description, choices } = source;
  const { provider, modelId, title, page, isRetired, priceSaid } = description;
  return { ...mapModel(description, choices), provider, modelId, title, description: description.description, page, isRetired, priceSaid };
}

/** What is different in the newer of two sources of one model. */
export function compareSources(before: ModelSource, after: ModelSource): DescriptionChange[] {
  if ("workflow" in before && "workflow" in after) return compareWorkflows(before, after);
  if ("description" in before && "description" in after) return compareDescriptions(before.description, after.description);
  throw new BoardsError("internal.unexpected");
}

/** SHA-256 in hex of what a source says, however its fields are ordered and on whichever day it was read. */
export function fingerprintOf(source: ModelSource): string {
  const said = "workflow" in source ? source : { ...source, description: { ...source.description, readOn: "" } };
  return createHash("sha256").update(JSON.stringify(said, sortedFields)).digest("hex");
}

const sortedFields = (_name: string, value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/** Throws `model.unusable` with what stands in the way of a source's use. */
export function insistOnUse({ isUsable, problems, title }: ReadSource): void {
  if (isUsable) return;
  const reasons = problems.filter(({ isBlocking }) => isBlocking).map(({ field, reason }) => (field ? `${field}: ${reason}` : reason));
  throw new BoardsError("model.unusable", { message: say("reasons.model.unusable", { model: title, problems: reasons.join("; ") }), field: "model" });
}
