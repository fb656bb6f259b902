import type { GeneratorForm } from "@boards/client";
import { useTranslations } from "use-intl";

interface SuccessorNoteProps {
  generator: GeneratorForm;
  generators: GeneratorForm[];
  onChoose: (name: string) => void;
}

/** That a generator ends, with a way to the one to use instead. */
export function SuccessorNote({ generator, generators, onChoose }: SuccessorNoteProps) {
  const t = useTranslations("studio.promptBar");
  if (!generator.deprecation) return null;
  const successor = generators.find(({ name, unavailableReason }) => name === generator.successor && unavailableReason === null);
  return (
    <p className="px-2 text-danger text-sm">
      {generator.deprecation}.{" "}
      {successor && (
        <button type="button" onClick={() => onChoose(successor.name)} className="underline">
          {t("switchTo", { title: successor.title })}
        </button>
      )}
    </p>
  );
}
