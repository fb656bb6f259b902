import { say } from "@/lib/messages/say";
import { artifactSlotsOf } from "./artifact-slots";
import type { Generator } from "./define-generator";
import { inputSchemaOf } from "./input-schema";
import type { InputProblem } from "./parse-inputs";

/**
 * Takes inputs as the original's own screen sends them: one id where a list of them is asked for, a number of a choice as text, and always a
 * prompt, which is left out, with a warning, where a generator has none. Everything else stays as it was given, and so refused if it is wrong.
 */
export function lenientInputs(generator: Generator, raw: unknown): { inputs: unknown; warnings: InputProblem[] } {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return { inputs: raw, warnings: [] };
  const inputs = { ...raw } as Record<string, unknown>;
  const warnings: InputProblem[] = [];
  if ("prompt" in inputs && !("prompt" in generator.input.shape)) {
    delete inputs.prompt;
    warnings.push({ field: "prompt", message: say("reasons.generator.noPrompt", { generator: generator.title }) });
  }
  for (const { field, isList } of artifactSlotsOf(generator)) if (isList && typeof inputs[field] === "string") inputs[field] = [inputs[field]];
  const fields = (inputSchemaOf(generator).properties ?? {}) as Record<string, { enum?: unknown[] }>;
  for (const [field, { enum: choices }] of Object.entries(fields)) {
    const meant = choices?.find((choice) => typeof choice === "number" && String(choice) === inputs[field]);
    if (meant !== undefined) inputs[field] = meant;
  }
  return { inputs, warnings };
}
