import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { buildRequest } from "../contract/build-request";
import { defaultSubmit } from "../contract/default-submit";
import type { DeclarativeGenerator, Json } from "../contract/define-generator";
import { marksOf } from "../contract/field-marks";
import type { ModelDescription } from "../contract/model-description";
import { parseInputs } from "../contract/parse-inputs";
import { missing, range, shown } from "./compare-descriptions";
import { type FieldFacts, factsOfField, factsOfModel } from "./field-facts";
import { flattenerOf } from "./flatten-schema";
import { outputPathsOf } from "./map-output";
import { listed } from "./map-value";

/** One way in which a declaration and its provider's schema have drifted apart. */
export interface Drift {
  kind: "retired" | "field missing" | "field extra" | "kind" | "choices" | "default" | "limits" | "required" | "output";
  /** As the provider has it; empty for the whole model. */
  field: string;
  /** For people: a sentence without full stop that begins with the field. */
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
  if (description.isRetired && !generator.deprecated)
    drifts.push({ kind: "retired", field: "", drift: "is retired: the provider advises against it" });
  for (const facts of ours) {
    const their = theirs.get(facts.path);
    if (their) drifts.push(...driftsOf(facts, their));
    // What a `request` of its own makes of an input is seen in the request alone.
    else if (!generator.request) drifts.push({ kind: "field missing", field: facts.path, drift: "is not an input of the model (any more)" });
  }
  for (const name of generator.request ? namesInRequest(generator) : [])
    if (!theirs.has(name)) drifts.push({ kind: "field missing", field: name, drift: "is sent, and is not an input of the model (any more)" });
  for (const { path, isRequired } of theirs.values())
    if (!covered(path))
      drifts.push({
        kind: "field extra",
        field: path,
        drift: isRequired ? "must be sent, and the declaration lacks it" : "is an input that the declaration lacks",
      });
  const outputs = outputPathsOf(description);
  if (outputs.length > 0 && !generator.output.split(" | ").some((path) => outputs.includes(path.replace(/\+$/, ""))))
    drifts.push({ kind: "output", field: "output", drift: `is read at ${generator.output}, and the schema has ${listed(outputs)}` });
  return drifts;
}

function driftsOf(ours: FieldFacts, theirs: FieldFacts): Drift[] {
  const field = ours.path;
  if (ours.kind !== theirs.kind && theirs.kind !== "anything" && !isChoiceOfText(ours, theirs))
    return [{ kind: "kind", field, drift: `is a ${ours.kind} here, and a ${theirs.kind} at the provider` }];
  const drifts: Drift[] = [];
  const [refused, fresh] = [missing(ours.choices, theirs.choices), missing(theirs.choices, ours.choices)];
  if (refused.length > 0) drifts.push({ kind: "choices", field, drift: `offers ${listed(refused)}, which the provider does not take` });
  if (fresh.length > 0) drifts.push({ kind: "choices", field, drift: `lacks ${listed(fresh)}, which the provider takes` });
  if (ours.default !== null && !isDeepStrictEqual(ours.default, theirs.default) && theirs.default !== null)
    drifts.push({ kind: "default", field, drift: `is ${shown(ours.default)} unless set, and ${shown(theirs.default)} at the provider` });
  // A limit of ours where the provider has none keeps people from what makes no sense.
  const differs = (our: number | null, their: number | null) => their !== null && our !== their;
  if (ours.kind === "number" && (differs(ours.minimum, theirs.minimum) || differs(ours.maximum, theirs.maximum))) {
    const drift = `takes ${range(ours.minimum, ours.maximum)}, and ${range(theirs.minimum, theirs.maximum)} at the provider`;
    drifts.push({ kind: "limits", field, drift });
  }
  if (theirs.maxItems !== null && (ours.maxItems ?? Number.POSITIVE_INFINITY) > theirs.maxItems)
    drifts.push({ kind: "limits", field, drift: `takes ${range(null, ours.maxItems)} items, and up to ${theirs.maxItems} at the provider` });
  if (theirs.maxLength !== null && ours.kind === "text" && (ours.maxLength ?? Number.POSITIVE_INFINITY) > theirs.maxLength)
    drifts.push({ kind: "limits", field, drift: `takes ${range(null, ours.maxLength)} characters, and up to ${theirs.maxLength} at the provider` });
  if (theirs.isRequired && !ours.isRequired && ours.default === null)
    drifts.push({ kind: "required", field, drift: "may be left out, and the provider needs it" });
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
