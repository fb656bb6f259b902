import type { InputRule } from "@boards/client/input-rules";
import * as z from "zod";
import { say } from "@/lib/messages/say";
import { requires } from "../contract/input-rules";
import { listed, withDefault } from "./describe-value";
import { filesInList, hasFiles } from "./files-within";
import { type FlatSchema, orderedProperties, Unmappable } from "./flatten-schema";
import { asGiven, formatOf, labelOf, type MappedValue, type MappingContext, mapValue, usualOf } from "./map-value";
import type { MappedField, MappingProblem } from "./mapped-model";
import { isAdvancedField, isCount, isSeed, snakeCase } from "./name-fields";

/** The inputs of a model as ours. */
export interface MappedInputs {
  shape: Record<string, z.ZodType>;
  fields: MappedField[];
  rules: InputRule[];
  problems: MappingProblem[];
  /** Lists of files that the provider takes as lists of objects: by its path for the list, the key that each file stands under. */
  wrapped: Map<string, string>;
}

/** Where a field stands at the provider. */
interface Place {
  path: string[];
  isRequired: boolean;
  /** Whether the objects that it stands in are always sent. */
  isSent: boolean;
}

const mostFields = 100;

/** Maps every field of an input schema, in the order of the provider's own form. `makesList`: whether a number of results means anything. */
export function mapInputs(context: MappingContext, input: FlatSchema, makesList: boolean): MappedInputs {
  const mapped: MappedInputs = { shape: {}, fields: [], rules: [], problems: [], wrapped: new Map() };
  const names = new Map<string, string>();
  addFields(input, [], true);
  return mapped;

  function addFields(object: FlatSchema, outer: string[], isSent: boolean): void {
    for (const [key, raw] of orderedProperties(object)) {
      const place = { path: [...outer, key], isRequired: object.required?.includes(key) ?? false, isSent };
      try {
        if (key.includes(".")) throw new Unmappable(say("reasons.model.problem.dotted"));
        if (mapped.fields.length >= mostFields) throw new Unmappable(say("reasons.model.problem.tooManyFields", { maximum: mostFields }));
        addField(context.flatten(raw, object.trail), place);
      } catch (error) {
        if (!(error instanceof Unmappable)) throw error;
        mapped.problems.push({ field: place.path.join("."), reason: error.message, isBlocking: place.isRequired && isSent });
      }
    }
  }

  function addField(schema: FlatSchema, place: Place): void {
    if (hasFiles(context, schema)) {
      addObject(schema, place);
      return;
    }
    const files = filesInList(context, schema);
    if (files) mapped.wrapped.set(place.path.join("."), files.key);
    add(files?.list ?? mapValue(context, place.path.at(-1) ?? "", schema), schema, place);
  }

  /** Forms take files at the top alone: the fields of an object with files stand there one by one, and nest again when they are sent. */
  function addObject(schema: FlatSchema, { path, isRequired, isSent }: Place): void {
    const before = mapped.fields.length;
    addFields(schema, path, isSent && isRequired);
    if (isSent && isRequired) return;
    const inside = mapped.fields.slice(before);
    const required = (schema.required ?? []).map((key) => [...path, key].join("."));
    const missing = required.find((wire) => ![...names.keys()].some((each) => each === wire || each.startsWith(`${wire}.`)));
    if (missing !== undefined) {
      for (const { name } of inside) delete mapped.shape[name];
      mapped.fields.length = before;
      throw new Unmappable(say("reasons.model.problem.needs", { field: missing }));
    }
    const needed = inside.filter(({ name }) => required.some((wire) => names.get(wire) === name));
    for (const { name, title } of inside) {
      const others = needed.filter((each) => each.name !== name);
      if (others.length === 0) continue;
      const why = say("reasons.model.takes.needs", { title, others: listed(others.map((each) => `“${each.title}”`)) });
      const names = others.map((each) => each.name);
      mapped.rules.push(requires(name, names, why));
    }
  }

  function add(value: MappedValue, schema: FlatSchema, { path, isRequired, isSent }: Place): void {
    const wire = path.join(".");
    const name = unique(snakeCase(path.join("_")), mapped.shape);
    const isFile = value.kind === "artifact";
    const isNeeded = isRequired && isSent;
    // Of an object that is not always sent, a default would have it sent. A file's default is someone else's file.
    const given = isFile || !isSent ? undefined : schema.default;
    const usual = usualOf(value.value, given);
    const isMandatory = isNeeded && usual === undefined && !(isFile && (schema.isNullable || schema.default !== undefined));
    const isAdvanced = isAdvancedField(name, isMandatory, isFile);
    const marks = {
      ...labelOf(path.at(-1) ?? "", schema, isFile, path.slice(0, -1)),
      ...formatOf(value.value),
      ...(name === wire ? {} : { wire }),
      ...(isAdvanced ? { group: "advanced" } : {}),
      ...(isSeed(name) && schema.type === "integer" ? { isSeed: true } : {}),
      ...(makesList && isCount(name) && schema.type === "integer" ? { isCount: true } : {}),
      ...(value.isArchive ? { isArchive: true } : {}),
    };
    // A file's marks belong to itself, as in fields.ts; those of everything else to the whole.
    mapped.shape[name] = isFile
      ? asGiven(value.value.meta(marks), undefined, isMandatory)
      : asGiven(filled(value, isMandatory), given, isMandatory).meta(marks);
    names.set(wire, name);
    const leftOut = value.leftOut.map((each) => ({ field: [wire, each.path].filter(Boolean).join("."), reason: each.reason, isBlocking: false }));
    mapped.problems.push(...leftOut);
    if (given !== undefined && given !== null && usual === undefined)
      mapped.problems.push({ field: wire, reason: say("reasons.model.problem.badDefault"), isBlocking: false });
    mapped.fields.push({
      name,
      title: marks.title,
      description: marks.description,
      kind: value.kind,
      artifactType: value.artifactType,
      isRequired: isMandatory,
      isAdvanced,
      takes: usual === undefined || value.kind === "group" ? value.takes : withDefault(value.takes, usual),
    });
  }
}

/** A text that must be given is not empty. */
const filled = ({ value, kind }: MappedValue, isMandatory: boolean): z.ZodType =>
  isMandatory && kind === "text" && value instanceof z.ZodString && !value.minLength ? value.trim().min(1) : value;

function unique(name: string, taken: object): string {
  let free = name;
  for (let number = 2; free in taken; number++) free = `${name}_${number}`;
  return free;
}
