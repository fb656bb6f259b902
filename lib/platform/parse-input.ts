import type * as z from "zod";
import { BoardsError } from "@/lib/platform/errors";

/** Parses client input; the error names the first field at fault. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new BoardsError("input.invalid", { message: issue?.message, field: issue?.path.join(".") });
}
