import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../../node_modules");
const textOf = (path: string) => readFileSync(join(root, path), "utf8").replace(/\/\*\*[\s\S]*?\*\//g, "");

interface Declared {
  parents: string[];
  fields: Field[];
}

interface Field {
  name: string;
  isOptional: boolean;
}

let falTypes: ReturnType<typeof readFalTypes> | undefined;

/** The fields that one of fal's endpoints must be sent, as the types of fal's own client have them; undefined when it does not know the endpoint. */
export function requiredAtFal(endpoint: string): string[] | undefined {
  falTypes ??= readFalTypes();
  const { inputs, aliases, declared } = falTypes;
  const requiredOf = (name: string): string[] => {
    const other = aliases.get(name);
    if (other) return requiredOf(other);
    const { parents, fields } = declared.get(name) ?? { parents: [], fields: [] };
    const own = fields.filter(({ isOptional }) => !isOptional).map((field) => field.name);
    const all = new Set([...parents.flatMap(requiredOf), ...own]);
    return [...all].filter((field) => !fields.some(({ name, isOptional }) => name === field && isOptional));
  };
  const input = inputs.get(endpoint);
  return input === undefined ? undefined : requiredOf(input);
}

function readFalTypes() {
  const text = textOf("@fal-ai/client/src/types/endpoints.d.ts");
  const declared = new Map<string, Declared>();
  for (const [, name = "", parents = "", body = ""] of text.matchAll(
    /^export (?:interface|type) (\w+)(?: extends ([\w, ]+))? (?:= )?\{\n([\s\S]*?)^\}/gm,
  ))
    declared.set(name, { parents: parents.split(/,\s*/).filter(Boolean), fields: fieldsIn(body, 4) });
  const pairs = (pattern: RegExp) => new Map([...text.matchAll(pattern)].map(([, name = "", value = ""]) => [name, value]));
  return { declared, aliases: pairs(/^export type (\w+) = (\w+);/gm), inputs: pairs(/^ {4}"([^"]+)": \{\n {8}input: (\w+);/gm) };
}

const runwayTypes = new Map<string, Map<string, string[]>>();

/** The fields that a model at one of Runway's endpoints must be sent, as Runway's own client has them; undefined when it is not offered there. */
export function requiredAtRunway(endpoint: string, model: string): string[] | undefined {
  const known = runwayTypes.get(endpoint) ?? readRunwayTypes(endpoint);
  runwayTypes.set(endpoint, known);
  return known.get(model);
}

function readRunwayTypes(endpoint: string): Map<string, string[]> {
  const text = textOf(`@runwayml/sdk/resources/${endpoint.replaceAll("_", "-")}.d.ts`);
  const nested = [...text.matchAll(/^ {4}interface \w+ \{\n([\s\S]*?)^ {4}\}/gm)].map(([, body = ""]) => ({ body, indent: 8 }));
  const whole = [...text.matchAll(/^export interface \w+Params \{\n([\s\S]*?)^\}/gm)].map(([, body = ""]) => ({ body, indent: 4 }));
  const models = [...nested, ...whole].flatMap(({ body, indent }) => {
    const [, model] = new RegExp(`^ {${indent}}model: '([^']+)'`, "m").exec(body) ?? [];
    const required = fieldsIn(body, indent).filter(({ isOptional }) => !isOptional);
    return model ? [[model, required.map(({ name }) => name)] as const] : [];
  });
  return new Map(models);
}

function fieldsIn(body: string, indent: number): Field[] {
  const lines = body.matchAll(new RegExp(`^ {${indent}}"?([A-Za-z_]\\w*)"?(\\??): `, "gm"));
  return [...lines].map(([, name = "", mark = ""]) => ({ name, isOptional: mark === "?" }));
}
