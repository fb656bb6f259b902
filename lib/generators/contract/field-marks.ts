import type * as z from "zod";

/** What `.meta()` says of a field, also of one inside `.nullish()` and `.default()`; the outermost word counts. */
export function marksOf(schema: unknown): Record<string, unknown> {
  const { innerType } = (schema as { def: { innerType?: z.ZodType } }).def;
  return { ...(innerType ? marksOf(innerType) : {}), ...(schema as z.ZodType).meta() };
}
