import type { ArtifactKind, InputField, OptionValue, PlainField } from "./input-field.ts";
import type { Condition, InputRule } from "./input-rules.ts";
import { freshValue, initialValues } from "./input-values.ts";
import { numberLimits } from "./number-limits.ts";

interface Schema {
  $ref?: string;
  type?: string | string[];
  title?: string;
  description?: string;
  format?: string;
  group?: string;
  visibleWhen?: Condition;
  default?: unknown;
  const?: OptionValue | boolean;
  enum?: (OptionValue | boolean | null)[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number | boolean;
  exclusiveMaximum?: number | boolean;
  multipleOf?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  allOf?: InputRule[];
}

const mostItems = 100;

/** Reads a generator's JSON Schema into form fields, in the schema's order. A kind of input that no field fits becomes a text field. */
export function readInputSchema(inputSchema: unknown): InputField[] {
  const { properties = {}, required = [] } = inputSchema as Schema;
  return Object.entries(properties).map(([name, schema]) => readField(name, schema, required.includes(name)));
}

/** What must hold of the inputs together. */
export const readInputRules = (inputSchema: unknown): InputRule[] => (inputSchema as Schema).allOf ?? [];

function readField(name: string, schema: Schema, isRequired: boolean): InputField {
  const all = branchesOf(schema);
  const branches = all.filter(({ type }) => type !== "null");
  const isNullable = branches.length < all.length || (schema.enum?.includes(null) ?? false);
  const [first = {}] = branches;
  const base = {
    name,
    title: schema.title ?? first.title ?? name.replaceAll("_", " "),
    description: schema.description ?? first.description ?? "",
    isRequired,
    isNullable,
    initial: schema.default ?? null,
    isAdvanced: schema.group === "advanced",
    visibleWhen: schema.visibleWhen ?? null,
  };
  const isOptional = isNullable || (!isRequired && schema.default === undefined);

  const artifacts = branches.filter((branch) => artifactOf(branch) ?? artifactOf(branch.items));
  const [artifact] = artifacts;
  if (artifact) {
    const list = artifacts.find(({ items }) => items);
    const { minItems = 1, maxItems = mostItems } = list ?? {};
    return {
      ...base,
      kind: "artifact",
      artifactType: artifactOf(artifact) ?? artifactOf(artifact.items) ?? "IMAGE",
      isList: Boolean(list),
      minimum: list ? minItems : 1,
      maximum: list ? maxItems : 1,
      initial: list ? [] : null,
    };
  }
  const options = branches.every((branch) => optionsOf(branch)) ? branches.flatMap((branch) => optionsOf(branch) ?? []) : null;
  if (options && options.length > 0) return choiceOf(base, options, isOptional);
  if (branches.length > 1) return unionOf(base, branches, isOptional);
  return readOne(base, { ...schema, ...first }, isOptional);
}

type Base = Pick<InputField, "name" | "title" | "description" | "isRequired" | "isNullable" | "initial" | "isAdvanced" | "visibleWhen">;

function readOne(base: Base, schema: Schema, isOptional: boolean): PlainField {
  if (schema.properties) {
    const fields = readInputSchema(schema);
    // Null leaves it to the generator; otherwise what it starts with is shown.
    const initial = isOptional && base.initial === null ? null : { ...initialValues(fields), ...(base.initial as object | null) };
    return { ...base, kind: "group", fields, isOptional, initial };
  }
  const { type } = schema;
  if (type === "array" && schema.items) {
    const { minItems = 0, maxItems = mostItems } = schema;
    return {
      ...base,
      kind: "list",
      item: readField("item", schema.items, true),
      minimum: minItems,
      maximum: maxItems,
      initial: base.initial ?? startingItems(schema.items, base.isRequired ? Math.min(minItems, mostItems) : 0),
    };
  }
  if (type === "boolean") return { ...base, kind: "switch", isOptional, initial: base.initial ?? (isOptional ? null : false) };
  if (type === "integer" || type === "number") return { ...base, kind: "number", ...numberLimits(schema, base.initial), isOptional };
  if (schema.format === "color") return { ...base, kind: "color" };
  if (schema.format === "date" || schema.format === "date-time") return { ...base, kind: "date", hasTime: schema.format === "date-time" };
  return {
    ...base,
    kind: schema.format === "textarea" || base.name === "prompt" ? "longText" : "text",
    minimumLength: schema.minLength ?? 0,
    maximumLength: schema.maxLength ?? null,
    pattern: schema.pattern ?? null,
    initial: base.initial ?? "",
  };
}

/** The lines that a list needs at least, still to be filled in. */
function startingItems(items: Schema, count: number): unknown[] {
  return Array.from({ length: count }, () => freshValue(readField("item", items, true)));
}

function choiceOf(base: Base, options: (OptionValue | boolean)[], isOptional: boolean): PlainField {
  if (options.every((option) => typeof option === "boolean"))
    return { ...base, kind: "switch", isOptional, initial: base.initial ?? (isOptional ? null : options.every((option) => option)) };
  const others = options.filter((option) => typeof option !== "boolean");
  return { ...base, kind: "choice", options: [...new Set(others)], isOptional };
}

function unionOf(base: Base, branches: Schema[], isOptional: boolean): PlainField {
  // Its own words, where the schema gives it some, tell one kind of value from another.
  const read = branches.map((branch) => ({ ...readField(base.name, { title: "", ...branch }, true) })) as PlainField[];
  return { ...base, kind: "union", branches: read, isOptional };
}

/** Every kind of value that a schema allows, unions within unions laid flat. */
function branchesOf(schema: Schema): Schema[] {
  const { anyOf = schema.oneOf } = schema;
  if (anyOf) return anyOf.flatMap(branchesOf);
  if (Array.isArray(schema.type)) return schema.type.map((type) => ({ ...schema, type }));
  return [schema];
}

/** The values of a schema that allows nothing else. */
function optionsOf(schema: Schema): (OptionValue | boolean)[] | null {
  if (schema.const !== undefined) return [schema.const];
  return schema.enum?.filter((option) => option !== null) ?? null;
}

function artifactOf(schema: Schema | undefined): ArtifactKind | null {
  const kind = /#\/\$defs\/(Image|Video|Audio|Text|Lora|Model)Artifact$/.exec(schema?.$ref ?? "")?.[1];
  return kind ? (kind.toUpperCase() as ArtifactKind) : null;
}
