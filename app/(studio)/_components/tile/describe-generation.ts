import type { BoardGeneration } from "@boards/client";
import { useTranslations } from "use-intl";
import { wordsOf } from "@/app/_components/words-of";

/** The words that call for what a LoRA was trained on; null when it needs none. */
export function triggerOf({ inputParams }: BoardGeneration): string | null {
  const { trigger_word, trigger_phrase } = inputParams as Record<string, unknown>;
  const words = [trigger_word, trigger_phrase].find((each) => typeof each === "string" && each !== "");
  return typeof words === "string" ? words : null;
}

/** Whether it waits or is being made. */
export const isRunning = ({ status }: Pick<BoardGeneration, "status">) => status === "PENDING" || status === "PROCESSING";

/** Whether its file can be downloaded with its prompt inside: what is uploaded has none, and only PNGs have a place for it. */
export const canHoldPrompt = ({ status, isUpload, mimeType }: Pick<BoardGeneration, "status" | "isUpload" | "mimeType">) =>
  status === "COMPLETED" && !isUpload && mimeType === "image/png";

/** A function that says what an artifact is about, in words of the user or at least by its kind. */
export function useCaption() {
  const kinds = useTranslations("app.artifactKind");
  return (generation: BoardGeneration): string => wordsOf(generation) ?? kinds(generation.artifactType);
}

/** A function that names a tile: its generator, and what it is about. */
export function useTileName() {
  const t = useTranslations("studio.tile");
  const captionOf = useCaption();
  return (generation: BoardGeneration): string => t("name", { title: generation.generatorTitle, caption: captionOf(generation) });
}
