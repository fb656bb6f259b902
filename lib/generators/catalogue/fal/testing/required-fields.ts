import { type DeclaredField, fieldsIn, typesIn } from "@/lib/testing/simulators/client-types";
import { requiredAtNewer } from "./newer-endpoints";

interface Declared {
  parents: string[];
  fields: DeclaredField[];
}

let falTypes: ReturnType<typeof readFalTypes> | undefined;

/** The fields that one of fal's endpoints must be sent, as the types of fal's own client have them, or for newer ones its pages; undefined for other endpoints. */
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
  return input === undefined ? requiredAtNewer.get(endpoint) : requiredOf(input);
}

function readFalTypes() {
  const text = typesIn("@fal-ai/client/src/types/endpoints.d.ts");
  const declared = new Map<string, Declared>();
  for (const [, name = "", parents = "", body = ""] of text.matchAll(
    /^export (?:interface|type) (\w+)(?: extends ([\w, ]+))? (?:= )?\{\n([\s\S]*?)^\}/gm,
  ))
    declared.set(name, { parents: parents.split(/,\s*/).filter(Boolean), fields: fieldsIn(body, 4) });
  const pairs = (pattern: RegExp) => new Map([...text.matchAll(pattern)].map(([, name = "", value = ""]) => [name, value]));
  return { declared, aliases: pairs(/^export type (\w+) = (\w+);/gm), inputs: pairs(/^ {4}"([^"]+)": \{\n {8}input: (\w+);/gm) };
}
