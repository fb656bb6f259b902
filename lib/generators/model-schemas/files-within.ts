import { say } from "@/lib/messages/say";
import { type FlatSchema, Unmappable } from "./flatten-schema";
import { type MappedValue, type MappingContext, mapValue } from "./map-value";

const deepest = 3;

/** Whether an object has files among its fields, or in objects among them. */
export function hasFiles(context: MappingContext, { properties, branches, trail }: FlatSchema, depth = 0): boolean {
  if (depth > deepest || branches.length > 0 || !properties) return false;
  return Object.entries(properties).some(([key, raw]) => {
    const inner = unlessUnmappable(() => context.flatten(raw, trail));
    return inner !== null && (isFile(context, key, inner) || hasFiles(context, inner, depth + 1));
  });
}

/** A list of objects that hold one file each and need nothing else, as a list of those files; null for any other. `key` is the file's place. */
export function filesInList(context: MappingContext, schema: FlatSchema): { key: string; list: MappedValue } | null {
  const { items } = schema;
  const item = items === undefined ? null : unlessUnmappable(() => context.flatten(items, schema.trail));
  if (!item?.properties || item.branches.length > 0) return null;
  const files = Object.entries(item.properties).filter(([key, raw]) => {
    const inner = unlessUnmappable(() => context.flatten(raw, item.trail));
    return inner !== null && isFile(context, key, inner);
  });
  const [[key, raw] = []] = files;
  if (!key || files.length > 1 || item.required?.some((each) => each !== key)) return null;
  const list = unlessUnmappable(() => mapValue(context, key, { ...schema, items: raw, trail: item.trail }));
  if (list?.kind !== "artifact" || !list.isList) return null;
  const others = Object.keys(item.properties).filter((each) => each !== key);
  const leftOut = others.map((path) => ({ path, reason: say("reasons.model.problem.filesOnly") }));
  return { key, list: { ...list, leftOut } };
}

const isFile = (context: MappingContext, key: string, schema: FlatSchema): boolean =>
  unlessUnmappable(() => mapValue(context, key, schema))?.kind === "artifact";

function unlessUnmappable<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Unmappable) return null;
    throw error;
  }
}
