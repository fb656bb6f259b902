import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { say } from "@/lib/messages/say";
import { buildRequest } from "../contract/build-request";
import { defaultSubmit } from "../contract/default-submit";
import type { DeclarativeGenerator, Json } from "../contract/define-generator";
import { marksOf } from "../contract/field-marks";
import type { ModelDescription } from "../contract/model-description";
import { parseInputs } from "../contract/parse-inputs";
import { missing, range } from "./compare-descriptions";
import { listed, shown } from "./describe-value";
import { type FieldFacts, factsOfField, factsOfModel } from "./field-facts";
import { flattenerOf } from "./flatten-schema";
import { outputPathsOf } from "./map-output";

/** One way in which a declaration and its provider's schema have drifted apart. */
export interface Drift {
  kind: "retired" | "missing" | "extra" | "kind" | "choices" | "default" | "limits" | "required" | "output";
  /** As the provider has it; empty for the whole model. */
  field: string;
  /** For people, without full stop. */
  drift: string;
}

/** Where a declaration says something else than its provider's schema. Empty when they agree. */
export function checkDeclaration(generator: DeclarativeGenerator, description: ModelDescription): Drift[] {
  const theirs = new Map(factsOfModel(description).map((facts) => [facts.path, facts]));
  const ours = factsOfDeclaration(generator);
  const sent = new Set([...ours.map(({ path }) => path), ...Object.keys(generator.constants ?? {}), ...namesInRequest(generator)]);
  const covered = (path: string) =>
    [...sent].some((each) => each === path || each.startsWith(`${path}.`) || path.startsWith(`${each}.`) || path.startsWith(`${each}[]`));
  const drifts: Drift[] = [];
  if (description.isRetired && !generator.deprecated) drifts.push({ kind: "retired", field: "", drift: say("reasons.model.change.deprecated") });
  for (const facts of ours) {
    const their = theirs.get(facts.path);
    if (their) drifts.push(...driftsOf(facts, their));
    // What a `request` of its own makes of an input is seen in the request alone.
    else if (!generator.request) drifts.push({ kind: "missing", field: facts.path, drift: say("reasons.model.drift.fieldMissing") });
  }
  for (const name of generator.request ? namesInRequest(generator) : [])
    if (!theirs.has(name)) drifts.push({ kind: "missing", field: name, drift: say("reasons.model.drift.sentMissing") });
  for (const { path, isRequired } of theirs.values())
    if (!covered(path))
      drifts.push({
        kind: "extra",
        field: path,
        drift: say(isRequired ? "reasons.model.drift.requiredExtra" : "reasons.model.drift.extra"),
      });
  const outputs = outputPathsOf(description);
  if (outputs.length > 0 && !generator.output.split(" | ").some((path) => outputs.includes(path.replace(/\+$/, ""))))
    drifts.push({ kind: "output", field: "output", drift: say("reasons.model.drift.output", { ours: generator.output, theirs: listed(outputs) }) });
  return drifts;
}

function driftsOf(ours: FieldFacts, theirs: FieldFacts): Drift[] {
  const field = ours.path;
  if (ours.kind !== theirs.kind && theirs.kind !== "anything" && !isChoiceOfText(ours, theirs))
    return [
      {
        kind: "kind",
        field,
        drift: say("reasons.model.drift.kind", { ours: say(`reasons.model.kind.${ours.kind}`), theirs: say(`reasons.model.kind.${theirs.kind}`) }),
      },
    ];
  const drifts: Drift[] = [];
  const [refused, fresh] = [missing(ours.choices, theirs.choices), missing(theirs.choices, ours.choices)];
  if (refused.length > 0) drifts.push({ kind: "choices", field, drift: say("reasons.model.drift.choicesGone", { values: listed(refused) }) });
  if (fresh.length > 0) drifts.push({ kind: "choices", field, drift: say("reasons.model.drift.choicesMissing", { values: listed(fresh) }) });
  if (ours.default !== null && !isDeepStrictEqual(ours.default, theirs.default) && theirs.default !== null)
    drifts.push({ kind: "default", field, drift: say("reasons.model.drift.default", { ours: shown(ours.default), theirs: shown(theirs.default) }) });
  // A limit of ours where the provider has none keeps people from what makes no sense.
  const differs = (our: number | null, their: number | null) => their !== null && our !== their;
  if (ours.kind === "number" && (differs(ours.minimum, theirs.minimum) || differs(ours.maximum, theirs.maximum))) {
    const [our, their] = [range("number", ours.minimum, ours.maximum), range("number", theirs.minimum, theirs.maximum)];
    const drift = say("reasons.model.drift.limits", { ours: our, theirs: their });
    drifts.push({ kind: "limits", field, drift });
  }
  if (theirs.maxItems !== null && (ours.maxItems ?? Number.POSITIVE_INFINITY) > theirs.maxItems)
    drifts.push({
      kind: "limits",
      field,
      drift: say("reasons.model.drift.limits", { ours: range("items", null, ours.maxItems), theirs: range("items", null, theirs.maxItems) }),
    });
  if (theirs.maxLength !== null && ours.kind === "text" && (ours.maxLength ?? Number.POSITIVE_INFINITY) > theirs.maxLength)
    drifts.push({
      kind: "limits",
      field,
      drift: say("reasons.model.drift.limits", {
        ours: range("characters", null, ours.maxLength),
        theirs: range("characters", null, theirs.maxLength),
      }),
    });
  if (theirs.isRequired && !ours.isRequired && ours.default === null)
    drifts.push({ kind: "required", field, drift: say("reasons.model.drift.required") });
  return drifts;
}

/** A choice where the provider takes any text, and the other way round, are no drift: one of them knows more. */
const isChoiceOfText = (ours: FieldFacts, theirs: FieldFacts) =>
  [ours.kind, theirs.kind].every((kind) => ["choice", "text", "number"].includes(kind)) && (ours.choices === null || theirs.choices === null);

/** The facts of what a declaration sends, by the provider's names. */
function factsOfDeclaration(generator: DeclarativeGenerator): FieldFacts[] {
  const document = z.toJSONSchema(generator.input, {
    io: "input",
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      // An artifact travels as the address of a file.
      if ("artifact" in jsonSchema) Object.assign(jsonSchema, { format: "artifact" });
    },
  }) as { properties?: Record<string, Json>; required?: string[] };
  const flatten = flattenerOf(document as Json);
  return Object.entries(document.properties ?? {}).flatMap(([name, raw]) => {
    const {
      wire = name,
      isSent = true,
      isSingle = false,
      isArchive = false,
    } = marksOf(generator.input.shape[name]) as { wire?: string; isSent?: boolean; isSingle?: boolean; isArchive?: boolean };
    if (!isSent) return [];
    const facts = factsOfField(flatten, flatten(raw), wire, document.required?.includes(name) ?? false, null);
    return isSingle || isArchive ? facts.map((each) => ({ ...each, minItems: null, maxItems: null })) : facts;
  });
}

/** The top names of a request that fills what must be filled. */
export function namesInRequest(generator: DeclarativeGenerator): string[] {
  const parsed = parseInputs(generator, defaultSubmit(generator));
  return parsed.ok ? Object.keys(buildRequest(generator, parsed.inputs, (id) => id)) : [];
}
