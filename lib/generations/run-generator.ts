import { firstWanted } from "@/lib/generations/first-wanted";
import { openGeneratorContext } from "@/lib/generations/generator-context";
import { rememberedStep } from "@/lib/generations/remembered-step";
import { findGenerator } from "@/lib/generators/catalogue/registry";
import type { StoredOutput } from "@/lib/generators/contract/define-generator";
import { parseInputs } from "@/lib/generators/contract/parse-inputs";
import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";
import { isMachineTrouble } from "@/lib/platform/machine-trouble";
import type { Generation } from "@/prisma/generated/client";

/** Under which a run remembers why it made less than it was asked for. */
export const failureStep = "failure";

/**
 * Runs the batch's generator, for its `first` wanted generation where that was just read; answers where its outputs were stored. A sub-step that
 * an earlier try finished is not repeated; `isFirstTry`: there was none.
 */
export async function runGenerator(
  batchId: string,
  { first, isFirstTry }: { first?: Generation; isFirstTry?: boolean } = {},
): Promise<StoredOutput[]> {
  const generation = first ?? (await firstWanted(batchId));
  if (!generation) throw new BoardsError("generation.cancelled");
  const generator = findGenerator(generation.generatorName);
  if (!generator || !("run" in generator))
    throw new BoardsError("generation.unknown_generator", { message: say("reasons.generation.generatorGone", { name: generation.generatorName }) });
  const parsed = parseInputs(generator, generation.inputParams);
  if (!parsed.ok) throw new BoardsError("input.invalid", { message: parsed.problems[0]?.message });

  const { context, outputs, trouble, close } = openGeneratorContext(generation, { isFirstTry });
  try {
    await generator.run(parsed.inputs, context);
  } catch (error) {
    if (context.signal.aborted) throw new BoardsError("generation.cancelled", { cause: error });
    // What was not thrown by the generator itself passes, and the step is repeated: a database or storage that went away, a disk that is
    // full, a process that was killed.
    const ours = trouble();
    if (ours) throw ours.error;
    if (error instanceof BoardsError || isMachineTrouble(error)) throw error;
    // The generator's own refusal is final: the same inputs would fail again.
    const failure = new BoardsError("generation.generator_failed", { message: error instanceof Error ? error.message : undefined, cause: error });
    if (outputs.size === 0) throw failure;
    // What it made before is kept; what is missing fails by this.
    await rememberedStep(batchId, failureStep, async () => ({ name: failure.reason, message: failure.message }));
  } finally {
    await close();
  }
  if (outputs.size === 0) throw new BoardsError("generation.no_output");
  return [...outputs.values()].sort((one, other) => one.outputIndex - other.outputIndex);
}
