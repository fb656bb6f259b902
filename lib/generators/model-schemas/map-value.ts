import * as z from "zod";
import { say } from "@/lib/messages/say";
import type { ArtifactType, Json } from "../contract/define-generator";
import { artifact, artifacts, hexColor } from "../contract/fields";
import { listed, takesChoice, takesFile, takesFiles, takesNumber, takesSwitch } from "./describe-value";
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
  if (depth > deepest) throw new Unmappable(say("reasons.model.problem.tooDeep"));
  if (schema.branches.length > 1) return mapBranches(context, name, schema, depth);
  if (schema.enum || schema.const !== undefined) return mapChoice(schema);
  switch (schema.type ?? (schema.properties ? "object" : schema.items ? "array" : undefined)) {
    case "boolean":
      return { ...plain, kind: "switch", value: z.boolean(), takes: takesSwitch() };
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
      throw new Unmappable(say("reasons.model.problem.anything"));
  }
}

function mapChoice({ enum: values = [], const: only }: FlatSchema): MappedValue {
  const given = (only === undefined ? values : [only]).filter((each) => each !== null);
  if (given.length === 0 || given.length > mostChoices) throw new Unmappable(say("reasons.model.problem.choiceCount", { count: given.length }));
  if (given.every((each) => typeof each === "boolean")) return { ...plain, kind: "switch", value: z.literal(given), takes: takesSwitch(given) };
  if (!given.every((each) => typeof each === "string" || typeof each === "number")) throw new Unmappable(say("reasons.model.problem.choiceKind"));
  return { ...plain, kind: "choice", value: z.literal(given), takes: takesChoice(given) };
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
  if (from !== undefined && to !== undefined && from > to)
    throw new Unmappable(say("reasons.model.problem.noNumber", { from: String(from), to: String(to) }));
  return { ...plain, kind: "number", value, takes: takesNumber(isWhole, from, to) };
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
      takes: say("reasons.model.takes.archive", { maximum: mostArchivedFiles, kind: file.artifactType }),
      leftOut: [],
    };
  }
  if (file)
    return {
      ...plain,
      kind: "artifact",
      value: artifact(file.artifactType, labelOf(name, schema, true)),
      artifactType: file.artifactType,
      takes: takesFile(file.artifactType),
    };
  const maximum = Math.min(schema.maxLength ?? longestText, longestAllowedText);
  const minimum = Math.min(schema.minLength ?? 0, maximum);
  const isColor = schema.format === "color";
  const value = isColor ? hexColor() : z.string().min(minimum).max(maximum);
  const format = isColor ? { format: "color" } : isLongText(snakeCase(name), schema) ? { format: "textarea" } : {};
  return {
    ...plain,
    kind: "text",
    value: value.meta(format),
    takes: isColor ? say("reasons.model.takes.color") : say("reasons.model.takes.text", { maximum }),
  };
}

function mapList(context: MappingContext, name: string, schema: FlatSchema, depth: number): MappedValue {
  if (schema.items === undefined) throw new Unmappable(say("reasons.model.problem.anyList"));
  const item = mapValue(context, name, context.flatten(schema.items, schema.trail), depth + 1);
  const min = schema.minItems ?? 0;
  const largest = item.kind === "artifact" ? largestFileList : largestList;
  if (min > largest) throw new Unmappable(say("reasons.model.problem.longList", { minimum: min, maximum: largest }));
  if (item.kind === "artifact") {
    if (item.isList) throw new Unmappable(say("reasons.model.problem.fileLists"));
    const max = Math.max(Math.min(schema.maxItems ?? mostFiles, largest), min, 1);
    const artifactType = item.artifactType ?? "image";
    return {
      ...item,
      isList: true,
      value: artifacts(artifactType, { min: Math.max(min, 1), max, ...labelOf(name, schema, true) }),
      takes: takesFiles(artifactType, min, max),
    };
  }
  const max = Math.max(Math.min(schema.maxItems ?? mostItems, largest), min);
  return {
    ...plain,
    kind: "list",
    value: z.array(item.value).min(min).max(max),
    takes: say("reasons.model.takes.list", { maximum: max, item: item.takes }),
    leftOut: item.leftOut,
  };
}

function mapGroup(context: MappingContext, schema: FlatSchema, depth: number): MappedValue {
  const properties = orderedProperties(schema);
  if (properties.length === 0) throw new Unmappable(say("reasons.model.problem.anyObject"));
  const shape: Record<string, z.ZodType> = {};
  const leftOut: MappedValue["leftOut"] = [];
  for (const [key, raw] of properties) {
    const isRequired = schema.required?.includes(key) ?? false;
    try {
      const inner = context.flatten(raw, schema.trail);
      const mapped = mapValue(context, key, inner, depth + 1);
      if (mapped.kind === "artifact") throw new Unmappable(say("reasons.model.problem.fileInObject"));
      shape[key] = asGiven(mapped.value, inner.default, isRequired).meta({ ...labelOf(key, inner), ...formatOf(mapped.value) });
      leftOut.push(...mapped.leftOut.map(({ path, reason }) => ({ path: `${key}.${path}`, reason })));
    } catch (error) {
      if (!(error instanceof Unmappable)) throw error;
      if (isRequired) throw new Unmappable(say("reasons.model.problem.requiredField", { field: key, problem: error.message }));
      leftOut.push({ path: key, reason: error.message });
    }
  }
  if (Object.keys(shape).length === 0) throw new Unmappable(say("reasons.model.problem.emptyObject"));
  return {
    ...plain,
    kind: "group",
    value: z.strictObject(shape),
    takes: say("reasons.model.takes.object", { fields: listed(Object.keys(shape)) }),
    leftOut,
  };
}

/** Alternatives: the form offers the first one that it can draw, the API takes them all. A file goes before everything else. */
function mapBranches(context: MappingContext, name: string, schema: FlatSchema, depth: number): MappedValue {
  const problems: string[] = [];
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
      problems.push(error.message);
    }
  }
  const leftOut = problems.map((problem) => ({ path: "", reason: say("reasons.model.problem.otherType", { problem }) }));
  const files = mapped.filter(({ kind }) => kind === "artifact");
  const file = files.find(({ isList }) => isList) ?? files[0];
  if (file) return { ...file, leftOut: [...file.leftOut, ...leftOut] };
  const ranks = ["choice", "number", "switch", "list", "text", "group"];
  const rank = ({ kind, value }: MappedValue) =>
    ranks.indexOf(kind) + (kind === "choice" && value instanceof z.ZodLiteral && value.values.size < 2 ? 2 : 0);
  const [first, ...others] = mapped.sort((one, other) => rank(one) - rank(other));
  if (!first) throw new Unmappable(problems[0] ?? say("reasons.model.problem.anything"));
  if (others.length === 0) return { ...first, leftOut: [...first.leftOut, ...leftOut] };
  if (mapped.every(({ kind }) => kind === "choice"))
    return { ...mapChoice({ ...schema, enum: mapped.flatMap(({ value }) => [...(value as z.ZodLiteral).values]) }), leftOut };
  const types = others.map(({ takes }) => takes).join("; ");
  return {
    ...first,
    value: z.union([first.value, ...others.map(({ value }) => value)]).meta(formatOf(first.value)),
    leftOut: [...first.leftOut, ...leftOut, { path: "", reason: say("reasons.model.problem.moreTypes", { types }) }],
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
