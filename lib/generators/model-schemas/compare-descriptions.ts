import { isDeepStrictEqual } from "node:util";
import { say } from "@/lib/messages/say";
import type { Json } from "../contract/define-generator";
import type { ModelDescription } from "../contract/model-description";
import { boundsOf, listed, shown, type Unit } from "./describe-value";
import { type FieldFacts, factsOfModel } from "./field-facts";
import { mapModel } from "./map-model";

/** One thing that a provider changed about a model. */
export interface DescriptionChange {
  kind: "added" | "removed" | "changed";
  /** As in `image_size` or `loras[].scale`; `output` for what it makes, `title`, `price` and the like for the whole. */
  field: string;
  /** For people, without full stop, as in "Accepts 1 to 8 (was 1 to 4)". */
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
      .map(({ path }): DescriptionChange => ({ kind: "removed", field: path, change: say("reasons.model.change.removed"), isBreaking: true })),
    ...wholeChanges(before, after),
  ];
}

const added = (facts: FieldFacts): DescriptionChange => ({
  kind: "added",
  field: facts.path,
  change: say(facts.isRequired ? "reasons.model.change.newRequired" : "reasons.model.change.newOptional"),
  isBreaking: facts.isRequired,
});

/** What of a field has changed. */
function changesOf(before: FieldFacts, after: FieldFacts): DescriptionChange[] {
  const changes: [string, boolean][] = [];
  if (before.kind !== after.kind)
    changes.push([
      say("reasons.model.change.kind", { after: say(`reasons.model.kind.${after.kind}`), before: say(`reasons.model.kind.${before.kind}`) }),
      true,
    ]);
  else {
    const gone = missing(before.choices, after.choices);
    const fresh = missing(after.choices, before.choices);
    if (gone.length > 0) changes.push([say("reasons.model.change.choicesGone", { values: listed(gone) }), true]);
    if (fresh.length > 0) changes.push([say("reasons.model.change.choicesAdded", { values: listed(fresh) }), false]);
    const limits = [
      ["number", before.minimum, after.minimum, before.maximum, after.maximum],
      ["items", before.minItems, after.minItems, before.maxItems, after.maxItems],
      ["characters", null, null, before.maxLength, after.maxLength],
    ] as const;
    for (const [unit, oldLeast, least, oldMost, most] of limits)
      if (oldLeast !== least || oldMost !== most)
        changes.push([
          say("reasons.model.change.limits", { after: range(unit, least, most), before: range(unit, oldLeast, oldMost) }),
          isNarrower(oldLeast, least, oldMost, most),
        ]);
  }
  if (!isDeepStrictEqual(before.default, after.default))
    changes.push([say("reasons.model.change.default", { after: shown(after.default), before: shown(before.default) }), false]);
  if (before.isRequired !== after.isRequired)
    changes.push([say(after.isRequired ? "reasons.model.change.required" : "reasons.model.change.optional"), after.isRequired]);
  return changes.map(([change, isBreaking]) => ({ kind: "changed", field: after.path, change, isBreaking }));
}

function wholeChanges(before: ModelDescription, after: ModelDescription): DescriptionChange[] {
  const [old, fresh] = [mapModel(before), mapModel(after)];
  const unpublished = say("reasons.model.change.unpublished");
  const changes: [string, string, boolean][] = [];
  if (old.artifactType !== fresh.artifactType)
    changes.push([
      "output",
      say("reasons.model.change.makes", { after: fresh.artifactType ?? "unknown", before: old.artifactType ?? "unknown" }),
      true,
    ]);
  else if (old.output !== fresh.output)
    changes.push(["output", say("reasons.model.change.output", { after: fresh.output, before: old.output }), true]);
  if (before.title !== after.title) changes.push(["title", say("reasons.model.change.title", { after: after.title, before: before.title }), false]);
  if (before.priceSaid !== after.priceSaid)
    changes.push([
      "price",
      say("reasons.model.change.value", { after: after.priceSaid ?? unpublished, before: before.priceSaid ?? unpublished }),
      false,
    ]);
  if (before.version !== after.version)
    changes.push(["version", say("reasons.model.change.value", { after: cut(after.version), before: cut(before.version) }), false]);
  if (before.isRetired !== after.isRetired)
    changes.push(["model", say(after.isRetired ? "reasons.model.change.deprecated" : "reasons.model.change.supported"), false]);
  return changes.map(([field, change, isBreaking]) => ({ kind: "changed", field, change, isBreaking }));
}

/** The values of one list that another lacks; none where one of them takes anything. */
export function missing(values: Json[] | null, others: Json[] | null): Json[] {
  if (!values || !others) return [];
  const known = new Set(others.map((each) => JSON.stringify(each)));
  return values.filter((each) => !known.has(JSON.stringify(each)));
}

/** A range of numbers, or of how many items or characters, as in "up to 3 items". */
export function range(unit: Unit, from: number | null, to: number | null): string {
  return say("reasons.model.change.range", { unit, ...boundsOf(from, to) });
}

const isNarrower = (oldLeast: number | null, least: number | null, oldMost: number | null, most: number | null) =>
  (least !== null && (oldLeast === null || least > oldLeast)) || (most !== null && (oldMost === null || most < oldMost));

const cut = (version: string | null) => version?.slice(0, 12) ?? say("reasons.model.change.none");
