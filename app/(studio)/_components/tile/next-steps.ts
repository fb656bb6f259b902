import type { GeneratorForm } from "@boards/client";

/** What may help after a failure, the most promising first. */
export type NextStep = "edit" | "retry" | "otherProvider" | "addKey";

// What is wrong with the request: the same again fails again.
const ofInput = ["provider.bad_input", "provider.content_refused", "generation.input_unusable", "input.invalid", "artifact."];
// What is wrong with the provider, for as long as nobody changes it.
const ofProvider = ["provider.no_credit", "provider.model_gone", "generator."];

/** What people can do about a failure with this code; for a canceled generation, which has none, ask for it again. `isKeyMissing`: still. */
export function nextSteps(errorCode: string | null | undefined, isKeyMissing: boolean): NextStep[] {
  const isAmong = (codes: string[]) => codes.some((code) => errorCode?.startsWith(code));
  if (isKeyMissing) return ["addKey", "otherProvider", "edit"];
  if (isAmong(ofInput)) return ["edit", "otherProvider"];
  if (isAmong(ofProvider)) return ["otherProvider", "edit"];
  return errorCode?.startsWith("provider.") ? ["retry", "otherProvider", "edit"] : ["retry", "edit"];
}

/** The generator of the same model at another provider that can be used now: the same variant, else another one of its family. */
export function otherProviderOf(name: string, generators: readonly GeneratorForm[]): GeneratorForm | null {
  const own = generators.find((each) => each.name === name);
  if (!own) return null;
  const others = generators.filter(
    ({ provider, family, vendor, artifactType, unavailableReason }) =>
      provider !== own.provider && family === own.family && vendor === own.vendor && artifactType === own.artifactType && !unavailableReason,
  );
  return others.find(({ variant }) => variant === own.variant) ?? others.find(({ task }) => task === own.task) ?? null;
}
