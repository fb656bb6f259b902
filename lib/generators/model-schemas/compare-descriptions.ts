import { isDeepStrictEqual } from "node:util";
import type { Json } from "../contract/define-generator";
import type { ModelDescription } from "../contract/model-description";
import { type FieldFacts, factsOfModel } from "./field-facts";
import { mapModel } from "./map-model";
import { listed } from "./map-value";

/** One thing that a provider changed about a model. */
export interface DescriptionChange {
  kind: "added" | "removed" | "changed";
  /** As in `image_size` or `loras[].scale`; `output` for what it makes, `title`, `price` and the like for the whole. */
  field: string;
  /** For people: a sentence without full stop, as in "takes 1 to 8, no longer 1 to 4". */
  change: string;
  /** Whether requests that were right before may be refused now, or their results not be found. */
  isBreaking: boolean;
}

/** What a provider has changed between two readings of one model, in the order of its form. Empty when requests and results are the same. */
export function compareDescriptions(before: ModelDescription, after: ModelDescription): DescriptionChange[] {
  const [old, fresh] = [factsOfModel(before), factsOfModel(after)];
  const was = new Map(old.map((facts) => [facts.path, facts]));
  const is = new Map(fresh.map((facts) => [facts.path, facts]));
  return [
    ...fresh.flatMap((facts) => {
      const earlier = was.get(facts.path);
      return earlier ? changesOf(earlier, facts) : [added(facts)];
    }),
    ...old
      .filter(({ path }) => !is.has(path))
      .map(({ path }): DescriptionChange => ({ kind: "removed", field: path, change: "is gone", isBreaking: true })),
    ...wholeChanges(before, after),
  ];
}

const added = (facts: FieldFacts): DescriptionChange => ({
  kind: "added",
  field: facts.path,
  change: `is new${facts.isRequired ? ", and must be given" : ""}`,
  isBreaking: facts.isRequired,
});

/** What of a field has changed. */
function changesOf(before: FieldFacts, after: FieldFacts): DescriptionChange[] {
  const changes: [string, boolean][] = [];
  if (before.kind !== after.kind) changes.push([`is ${article(after.kind)}, no longer ${article(before.kind)}`, true]);
  else {
    const gone = missing(before.choices, after.choices);
    const fresh = missing(after.choices, before.choices);
    if (gone.length > 0) changes.push([`no longer takes ${listed(gone)}`, true]);
    if (fresh.length > 0) changes.push([`also takes ${listed(fresh)}`, false]);
    const limits = [
      ["", before.minimum, after.minimum, before.maximum, after.maximum],
      [" items", before.minItems, after.minItems, before.maxItems, after.maxItems],
      [" characters", null, null, before.maxLength, after.maxLength],
    ] as const;
    for (const [unit, oldLeast, least, oldMost, most] of limits)
      if (oldLeast !== least || oldMost !== most)
        changes.push([`takes ${range(least, most)}${unit}, before ${range(oldLeast, oldMost)}`, isNarrower(oldLeast, least, oldMost, most)]);
  }
  if (!isDeepStrictEqual(before.default, after.default))
    changes.push([`is ${shown(after.default)} unless set, before ${shown(before.default)}`, false]);
  if (before.isRequired !== after.isRequired) changes.push([after.isRequired ? "must be given now" : "may be left out now", after.isRequired]);
  return changes.map(([change, isBreaking]) => ({ kind: "changed", field: after.path, change, isBreaking }));
}

function wholeChanges(before: ModelDescription, after: ModelDescription): DescriptionChange[] {
  const [old, fresh] = [mapModel(before), mapModel(after)];
  const changes: [string, string, boolean][] = [];
  if (old.artifactType !== fresh.artifactType)
    changes.push(["output", `makes ${fresh.artifactType ?? "what nobody says"}, no longer ${old.artifactType ?? "what nobody says"}`, true]);
  else if (old.output !== fresh.output) changes.push(["output", `is at ${fresh.output}, no longer at ${old.output}`, true]);
  if (before.title !== after.title) changes.push(["title", `is “${after.title}”, before “${before.title}”`, false]);
  if (before.priceSaid !== after.priceSaid)
    changes.push(["price", `is ${after.priceSaid ?? "not told any more"}, before ${before.priceSaid ?? "not told"}`, false]);
  if (before.version !== after.version) changes.push(["version", `is ${cut(after.version)}, before ${cut(before.version)}`, false]);
  if (before.isRetired !== after.isRetired)
    changes.push(["model", after.isRetired ? "is retired: the provider advises against it" : "is no longer retired", false]);
  return changes.map(([field, change, isBreaking]) => ({ kind: "changed", field, change, isBreaking }));
}

/** The values of one list that another lacks; none where one of them takes anything. */
export function missing(values: Json[] | null, others: Json[] | null): Json[] {
  if (!values || !others) return [];
  const known = new Set(others.map((each) => JSON.stringify(each)));
  return values.filter((each) => !known.has(JSON.stringify(each)));
}

export function range(least: number | null, most: number | null): string {
  if (least !== null && most !== null) return `${least} to ${most}`;
  if (least !== null) return `${least} or more`;
  return most === null ? "any number" : `up to ${most}`;
}

const isNarrower = (oldLeast: number | null, least: number | null, oldMost: number | null, most: number | null) =>
  (least !== null && (oldLeast === null || least > oldLeast)) || (most !== null && (oldMost === null || most < oldMost));

export const shown = (value: Json): string => (value === null ? "empty" : JSON.stringify(value));
const article = (kind: FieldFacts["kind"]) => (["anything", "yes or no"].includes(kind) ? kind : kind === "object" ? "an object" : `a ${kind}`);
const cut = (version: string | null) => version?.slice(0, 12) ?? "none";
