import type * as z from "zod";
import { say } from "@/lib/messages/say";
import { cleanValue } from "@/lib/platform/clean-value";
import { BoardsError } from "@/lib/platform/errors";
import { jsonProblem } from "@/lib/platform/limits/input-limits";

/** The JSON body of a request, checked; the error names the first field at fault and answers 422, as the original does. */
export async function readJson<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.output<Schema>> {
  const text = await request.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    throw new BoardsError("request.invalid_body", { message: say("reasons.request.noJson"), cause });
  }
  const problem = jsonProblem(body, say("reasons.request.body"));
  if (problem) throw new BoardsError("request.invalid_body", { message: problem });
  const result = schema.safeParse(cleanValue(body));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new BoardsError("request.invalid_body", { message: issue?.message, field: issue?.path.join(".") || undefined });
}
