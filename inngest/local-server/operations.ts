import * as z from "zod";

const operationSchema = z.looseObject({
  id: z.string().min(1),
  op: z.string().min(1),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  opts: z.record(z.string(), z.unknown()).nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
});

/** One thing that the app reports in a 206 response (SDK spec 5.1.1): the result of a step, or a step to come. */
export type Operation = z.output<typeof operationSchema>;

const operationsSchema = z.array(operationSchema).min(1);

/** Reads a 206 body: a list of operations, or a single one. */
export function parseOperations(body: unknown): Operation[] | undefined {
  const parsed = operationsSchema.safeParse(Array.isArray(body) ? body : [body]);
  return parsed.success ? parsed.data : undefined;
}

/** What a person calls the step. */
export function operationName(operation: Operation): string {
  return operation.displayName ?? operation.name ?? operation.id;
}

/** A text option of an operation. */
export function textOption(operation: Operation, option: string): string | undefined {
  const value = operation.opts?.[option];
  return typeof value === "string" && value !== "" ? value : undefined;
}
