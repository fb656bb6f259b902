import { z } from "zod";
import type { ArtifactType, Json } from "../contract/define-generator";
import { artifact, artifacts } from "../contract/fields";
import { fileKindOf } from "./file-kind";
import { type FlatSchema, type Flatten, orderedProperties, Unmappable } from "./flatten-schema";
import { descriptionOf, isLongText, snakeCase, titleOf } from "./name-fields";

/** What a field takes, before it is known whether it must be given. */
export interface MappedValue {
  kind: "artifact" | "text" | "choice" | "number" | "switch" | "group" | "list";
  value: z.ZodType;
  artifactType: ArtifactType | null;
  isList: boolean;
  isArchive: boolean;
  /** For people, as in "Up to 4 images". */
  takes: string;
  /** What of it is left out, by the path within it: why, for people. */
  leftOut: { path: string; reason: string }[];
}

/** What mapping a value goes by. */
export interface MappingContext {
  flatten: Flatten;
  /** As in `image-to-video`. */
  task: string | null;
}

const longestText = 10_000;
const longestAllowedText = 100_000;
const mostChoices = 1000;
const mostItems = 50;
const mostFiles = 10;
/** What a schema may raise those to. */
const largestList = 1000;
const largestFileList = 100;
const mostArchivedFiles = 100;
const deepest = 4;

const plain = { artifactType: null, isList: false, isArchive: false, leftOut: [] };

/** Maps what one field takes. Throws `Unmappable`. */
export function mapValue(context: MappingContext, name: string, schema: FlatSchema, depth = 0): MappedValue {
  if (depth > deepest) throw new Unmappable("is nested too deeply for a form");
  if (schema.branches.length > 1) return mapBranches(context, name, schema, depth);
  if (schema.enum || schema.const !== undefined) return mapChoice(schema);
  switch (schema.type ?? (schema.properties ? "object" : schema.items ? "array" : undefined)) {
    case "boolean":
      return { ...plain, kind: "switch", value: z.boolean(), takes: "Yes or no" };
    case "integer":
    case "number":
      return mapNumber(schema);
    case "string":
      return mapText(context, name, schema);
    case "array":
      return mapList(context, name, schema, depth);
    case "object":
      return mapGroup(context, schema, depth);
    default:
      throw new Unmappable("takes anything, and does not say what");
  }
}

function mapChoice({ enum: values = [], const: only }: FlatSchema): MappedValue {
  const given = (only === undefined ? values : [only]).filter((each) => each !== null);
  if (given.length === 0 || given.length > mostChoices) throw new Unmappable(`has ${given.length} choices`);
  if (given.every((each) => typeof each === "boolean"))
    return { ...plain, kind: "switch", value: z.literal(given), takes: given.length > 1 ? "Yes or no" : `Only ${given[0]}` };
  if (!given.every((each) => typeof each === "string" || typeof each === "number"))
    throw new Unmappable("has choices that are neither text nor number");
  return { ...plain, kind: "choice", value: z.literal(given), takes: `One of ${listed(given)}` };
}

function mapNumber({ type, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf }: FlatSchema): MappedValue {
  const isWhole = type === "integer";
  let value: z.ZodNumber = isWhole ? z.int() : z.number();
  // OpenAPI 3.0 marks a limit as exclusive, 3.1 gives it.
  const above = exclusiveMinimum === true ? minimum : typeof exclusiveMinimum === "number" ? exclusiveMinimum : undefined;
  const below = exclusiveMaximum === true ? maximum : typeof exclusiveMaximum === "number" ? exclusiveMaximum : undefined;
  const least = isWhole && above !== undefined ? Math.floor(above) + 1 : above === undefined ? minimum : undefined;
  const most = isWhole && below !== undefined ? Math.ceil(below) - 1 : below === undefined ? maximum : undefined;
  if (least !== undefined) value = value.min(least);
  else if (above !== undefined) value = value.gt(above);
  if (most !== undefined) value = value.max(most);
  else if (below !== undefined) value = value.lt(below);
  if (multipleOf !== undefined && multipleOf > 0) value = value.multipleOf(multipleOf);
  const [from, to] = [least ?? above, most ?? below];
  const range =
    from !== undefined && to !== undefined ? ` from ${from} to ${to}` : from !== undefined ? ` from ${from}` : to !== undefined ? ` up to ${to}` : "";
  if (from !== undefined && to !== undefined && from > to) throw new Unmappable(`takes numbers from ${from} to ${to}, which there are none of`);
  return { ...plain, kind: "number", value, takes: `${isWhole ? "A whole number" : "A number"}${range}` };
}

function mapText({ task }: MappingContext, name: string, schema: FlatSchema): MappedValue {
  const file = fileKindOf(name, schema, task);
  if (file && "reason" in file) throw new Unmappable(file.reason);
  if (file?.isArchive) {
    const value = artifacts(file.artifactType, { min: 1, max: mostArchivedFiles, ...labelOf(name, schema, true) });
    return {
      kind: "artifact",
      value,
      artifactType: file.artifactType,
      isList: true,
      isArchive: true,
      takes: `Up to ${mostArchivedFiles} ${file.artifactType} files, sent as one ZIP file`,
      leftOut: [],
    };
  }
  if (file)
    return {
      ...plain,
      kind: "artifact",
      value: artifact(file.artifactType, labelOf(name, schema, true)),
      artifactType: file.artifactType,
      takes: nounOf(file.artifactType, 1),
    };
  const maximum = Math.min(schema.maxLength ?? longestText, longestAllowedText);
  const minimum = Math.min(schema.minLength ?? 0, maximum);
  const isColor = schema.format === "color";
  const value = isColor ? z.string().regex(/^#[0-9a-fA-F]{6}$/, "takes a color such as #1f6feb") : z.string().min(minimum).max(maximum);
  const format = isColor ? { format: "color" } : isLongText(snakeCase(name), schema) ? { format: "textarea" } : {};
  return { ...plain, kind: "text", value: value.meta(format), takes: isColor ? "A color" : `Text of up to ${maximum} characters` };
}

function mapList(context: MappingContext, name: string, schema: FlatSchema, depth: number): MappedValue {
  if (schema.items === undefined) throw new Unmappable("is a list, and does not say of what");
  const item = mapValue(context, name, context.flatten(schema.items, schema.trail), depth + 1);
  const min = schema.minItems ?? 0;
  const largest = item.kind === "artifact" ? largestFileList : largestList;
  if (min > largest) throw new Unmappable(`needs ${min} items, and ${largest} are the most that can be sent`);
  if (item.kind === "artifact") {
    if (item.isList) throw new Unmappable("is a list of lists of files");
    const max = Math.max(Math.min(schema.maxItems ?? mostFiles, largest), min, 1);
    const artifactType = item.artifactType ?? "image";
    return {
      ...item,
      isList: true,
      value: artifacts(artifactType, { min: Math.max(min, 1), max, ...labelOf(name, schema, true) }),
      takes: min > 1 ? `${min} to ${max} ${nounOf(artifactType, max)}` : `Up to ${max} ${nounOf(artifactType, max)}`,
    };
  }
  const max = Math.max(Math.min(schema.maxItems ?? mostItems, largest), min);
  return {
    ...plain,
    kind: "list",
    value: z.array(item.value).min(min).max(max),
    takes: `Up to ${max}: ${lowerFirst(item.takes)}`,
    leftOut: item.leftOut,
  };
}

function mapGroup(context: MappingContext, schema: FlatSchema, depth: number): MappedValue {
  const properties = orderedProperties(schema);
  if (properties.length === 0) throw new Unmappable("is an object whose fields are not described");
  const shape: Record<string, z.ZodType> = {};
  const leftOut: MappedValue["leftOut"] = [];
  for (const [key, raw] of properties) {
    const isRequired = schema.required?.includes(key) ?? false;
    try {
      const inner = context.flatten(raw, schema.trail);
      const mapped = mapValue(context, key, inner, depth + 1);
      if (mapped.kind === "artifact") throw new Unmappable("is a file within an object, where the form has no place for files");
      shape[key] = asGiven(mapped.value, inner.default, isRequired).meta({ ...labelOf(key, inner), ...formatOf(mapped.value) });
      leftOut.push(...mapped.leftOut.map(({ path, reason }) => ({ path: `${key}.${path}`, reason })));
    } catch (error) {
      if (!(error instanceof Unmappable)) throw error;
      if (isRequired) throw new Unmappable(`needs its field ${key}, which ${error.message}`);
      leftOut.push({ path: key, reason: error.message });
    }
  }
  if (Object.keys(shape).length === 0) throw new Unmappable("is an object none of whose fields the form can take");
  return { ...plain, kind: "group", value: z.strictObject(shape), takes: `${listed(Object.keys(shape))} together`, leftOut };
}

/** Alternatives: the form offers the first one that it can draw, the API takes them all. A file goes before everything else. */
function mapBranches(context: MappingContext, name: string, schema: FlatSchema, depth: number): MappedValue {
  const leftOut: MappedValue["leftOut"] = [];
  const mapped: MappedValue[] = [];
  for (const branch of schema.branches) {
    try {
      mapped.push(
        mapValue(
          context,
          name,
          {
            ...branch,
            title: branch.title ?? schema.title,
            description: schema.description ?? branch.description,
            _fal_ui_field: branch._fal_ui_field ?? schema._fal_ui_field,
            ui: branch.ui ?? schema.ui,
          },
          depth,
        ),
      );
    } catch (error) {
      if (!(error instanceof Unmappable)) throw error;
      leftOut.push({ path: "", reason: `takes something else, too, which ${error.message}` });
    }
  }
  const files = mapped.filter(({ kind }) => kind === "artifact");
  const file = files.find(({ isList }) => isList) ?? files[0];
  if (file) return { ...file, leftOut: [...file.leftOut, ...leftOut] };
  const ranks = ["choice", "number", "switch", "list", "text", "group"];
  const rank = ({ kind, value }: MappedValue) =>
    ranks.indexOf(kind) + (kind === "choice" && value instanceof z.ZodLiteral && value.values.size < 2 ? 2 : 0);
  const [first, ...others] = mapped.sort((one, other) => rank(one) - rank(other));
  if (!first) throw new Unmappable(leftOut[0]?.reason.replace("takes something else, too, which ", "") ?? "takes nothing");
  if (others.length === 0) return { ...first, leftOut: [...first.leftOut, ...leftOut] };
  if (mapped.every(({ kind }) => kind === "choice"))
    return { ...mapChoice({ ...schema, enum: mapped.flatMap(({ value }) => [...(value as z.ZodLiteral).values]) }), leftOut };
  const also = others.map(({ takes }) => lowerFirst(takes)).join(", or ");
  return {
    ...first,
    value: z.union([first.value, ...others.map(({ value }) => value)]).meta(formatOf(first.value)),
    leftOut: [...first.leftOut, ...leftOut, { path: "", reason: `also takes ${also}; the form offers the first kind only, the API all` }],
  };
}

/** A value that may be left out unless it must be given; its default is that of the provider, where that keeps to its own limits. */
export function asGiven(value: z.ZodType, given: Json | undefined, isRequired: boolean): z.ZodType {
  const usual = usualOf(value, given);
  if (usual !== undefined) return value.default(usual);
  return isRequired ? value : value.nullish();
}

/** The default that a provider gives, where its own limits allow it; undefined otherwise. */
export function usualOf(value: z.ZodType, given: Json | undefined): Json | undefined {
  const usual = given === undefined || given === null ? undefined : value.safeParse(given);
  return usual?.success ? (usual.data as Json) : undefined;
}

/** What the form writes at a field; `path`: the objects around it. */
export const labelOf = (key: string, schema: FlatSchema, isFile = false, path: string[] = []) => ({
  title: titleOf(key, schema, { isFile, path }),
  description: descriptionOf(schema),
});

/** How a text is drawn, which must stand at the whole field. */
export const formatOf = (value: z.ZodType): { format?: string } => {
  const format = value.meta()?.format;
  return typeof format === "string" ? { format } : {};
};

export const listed = (values: readonly unknown[]): string =>
  values.length > 8 ? `${values.slice(0, 7).join(", ")} and ${values.length - 7} more` : values.join(", ");

const nouns: Record<ArtifactType, [string, string]> = {
  image: ["An image", "images"],
  video: ["A video", "videos"],
  audio: ["A recording", "recordings"],
  text: ["A text", "texts"],
  lora: ["A LoRA", "LoRAs"],
  model: ["A 3D model", "3D models"],
};
const nounOf = (artifactType: ArtifactType, count: number) => nouns[artifactType][count === 1 ? 0 : 1];
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
