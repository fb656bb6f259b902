import { brokenRules, type Condition, holds, type InputRule, isGiven } from "./input-rules.ts";

/** Kinds of artifacts, as inputs name them. */
export type ArtifactKind = "IMAGE" | "VIDEO" | "AUDIO" | "TEXT" | "LORA" | "MODEL";

interface FieldBase {
  name: string;
  title: string;
  description: string;
  isRequired: boolean;
  /** What the form starts with; null means "left to the generator". */
  initial: unknown;
  /** Rarely touched: shown after the others. */
  isAdvanced: boolean;
  /** What must hold for it to be shown and sent; null for always. */
  visibleWhen: Condition | null;
}

/** One input of a generator, as a form draws it. Values keep the type that the schema gives them. */
export type InputField = FieldBase &
  (
    | { kind: "artifact"; artifactType: ArtifactKind; isList: boolean; minimum: number; maximum: number }
    | { kind: "text" | "longText"; maximumLength: number | null }
    | { kind: "color" }
    | { kind: "switch" }
    /** A group of fields; the value is an object. */
    | { kind: "group"; fields: InputField[] }
    /** As many as wanted of one field; the value is a list. */
    | { kind: "list"; item: InputField; maximum: number }
    | { kind: "choice"; options: (string | number)[]; isOptional: boolean }
    | { kind: "number"; minimum: number | null; maximum: number | null; step: number; isWhole: boolean; isNullable: boolean }
  );

/** A field that takes no artifact. */
export type PlainField = Exclude<InputField, { kind: "artifact" }>;

/** The fields that take no artifact, in their order. */
export const plainFieldsOf = (fields: InputField[]): PlainField[] => fields.filter((field): field is PlainField => field.kind !== "artifact");

interface Schema {
  $ref?: string;
  type?: string;
  title?: string;
  description?: string;
  format?: string;
  group?: string;
  visibleWhen?: Condition;
  default?: unknown;
  const?: string | number;
  enum?: (string | number)[];
  anyOf?: Schema[];
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  multipleOf?: number;
  maxLength?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  allOf?: InputRule[];
}

const widest = 1_000_000_000;

/** Reads a generator's JSON Schema into form fields, in the schema's order. A kind of input that no field fits becomes a text field. */
export function readInputSchema(inputSchema: unknown): InputField[] {
  const { properties = {}, required = [] } = inputSchema as Schema;
  return Object.entries(properties).map(([name, schema]) => readField(name, schema, required.includes(name)));
}

/** What must hold of the inputs together. */
export const readInputRules = (inputSchema: unknown): InputRule[] => (inputSchema as Schema).allOf ?? [];

/** The fields that say something, as the others stand. */
export const shownFields = (fields: InputField[], values: Record<string, unknown>): InputField[] =>
  fields.filter(({ visibleWhen }) => !visibleWhen || holds(visibleWhen, values));

/** The first rule that these values do not keep. */
export const brokenRule = (fields: InputField[], rules: InputRule[], values: Record<string, unknown>): InputRule | null =>
  brokenRules(rules, toInputParams(fields, values))[0] ?? null;

/** What the form starts with. */
export function initialValues(fields: InputField[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field.name, field.initial]));
}

/** What is sent: every value that is there and shown. An empty list, text or number is left to the generator. */
export function toInputParams(fields: InputField[], values: Record<string, unknown>): Record<string, unknown> {
  const shown = shownFields(fields, values);
  return Object.fromEntries(shown.flatMap((field) => (isGiven(values[field.name]) ? [[field.name, sentValue(field, values[field.name])]] : [])));
}

function sentValue(field: InputField, value: unknown): unknown {
  if (field.kind === "group") return toInputParams(field.fields, value as Record<string, unknown>);
  if (field.kind === "list") return (value as unknown[]).map((each) => sentValue(field.item, each));
  return value;
}

/** What keeps a form from being sent: artifacts or a value that a required field lacks, or a rule between fields, with its reason for people. */
export type NotReady =
  | { reason: "artifacts_missing"; field: Extract<InputField, { kind: "artifact" }>; missing: number }
  | { reason: "value_missing"; field: InputField }
  | { reason: "rule_broken"; rule: InputRule };

/** The first thing that keeps the form from being sent; null when it can be. */
export function whyNotReady(fields: InputField[], rules: InputRule[], values: Record<string, unknown>): NotReady | null {
  const sent = toInputParams(fields, values);
  for (const field of fields) {
    const count = field.kind === "artifact" ? [sent[field.name] ?? []].flat().length : 0;
    if (field.kind === "artifact" && field.isRequired && count < field.minimum)
      return { reason: "artifacts_missing", field, missing: field.minimum - count };
    if (field.isRequired && !(field.name in sent)) return { reason: "value_missing", field };
  }
  const rule = brokenRule(fields, rules, values);
  return rule && { reason: "rule_broken", rule };
}

function readField(name: string, schema: Schema, isRequired: boolean): InputField {
  const branches = (schema.anyOf ?? [schema]).filter((branch) => branch.type !== "null");
  const isNullable = branches.length < (schema.anyOf?.length ?? 1);
  const [first = {}] = branches;
  const base = {
    name,
    title: schema.title ?? first.title ?? name.replaceAll("_", " "),
    description: schema.description ?? first.description ?? "",
    isRequired,
    initial: schema.default ?? null,
    isAdvanced: schema.group === "advanced",
    visibleWhen: schema.visibleWhen ?? null,
  };

  const artifactType = artifactOf(first) ?? artifactOf(first.items);
  if (artifactType) {
    const isList = first.type === "array";
    return {
      ...base,
      kind: "artifact",
      artifactType,
      isList,
      minimum: first.minItems ?? 1,
      maximum: isList ? (first.maxItems ?? 100) : 1,
      initial: isList ? [] : null,
    };
  }
  if (first.properties) {
    const fields = readInputSchema(first);
    return { ...base, kind: "group", fields, initial: isNullable ? null : { ...initialValues(fields), ...(schema.default as object | undefined) } };
  }
  if (first.type === "array" && first.items)
    return { ...base, kind: "list", item: readField("item", first.items, true), maximum: first.maxItems ?? 100, initial: schema.default ?? [] };
  const options = first.enum ?? (branches.every((branch) => branch.const !== undefined) ? branches.map((branch) => branch.const ?? "") : null);
  if (options) return { ...base, kind: "choice", options, isOptional: !isRequired && schema.default === undefined };
  if (first.type === "boolean") return { ...base, kind: "switch", initial: schema.default ?? false };
  if (first.type === "integer" || first.type === "number")
    return { ...base, kind: "number", ...numberLimits(first), isNullable: isNullable || (!isRequired && schema.default === undefined) };
  if (first.format === "color") return { ...base, kind: "color" };
  const isLong = first.format === "textarea" || schema.format === "textarea" || name === "prompt";
  return { ...base, kind: isLong ? "longText" : "text", maximumLength: first.maxLength ?? null, initial: schema.default ?? "" };
}

function numberLimits({ type, minimum, maximum, multipleOf }: Schema) {
  const isWhole = type === "integer";
  // A whole number without limits comes with those of the number format, which mean nothing to people.
  const meant = (limit: number | undefined) => (limit === undefined || Math.abs(limit) > widest ? null : limit);
  return { minimum: meant(minimum), maximum: meant(maximum), step: multipleOf ?? (isWhole ? 1 : 0.01), isWhole };
}

function artifactOf(schema: Schema | undefined): ArtifactKind | null {
  const kind = /#\/\$defs\/(Image|Video|Audio|Text|Lora|Model)Artifact$/.exec(schema?.$ref ?? "")?.[1];
  return kind ? (kind.toUpperCase() as ArtifactKind) : null;
}
