"use client";

import type { GeneratorForm } from "@boards/client";
import { ChevronsUpDown } from "lucide-react";
import { memo, useState } from "react";
import { useTranslations } from "use-intl";
import { artifactKinds } from "@/app/_components/artifact-kinds";
import { ChooserDialog } from "./chooser-dialog";

/** The chosen generator; pressed, all of them. */
export const GeneratorChooser = memo(function GeneratorChooser({ chosen, onChoose }: { chosen: GeneratorForm; onChoose: (name: string) => void }) {
  const t = useTranslations("studio.chooser");
  const [isOpen, setIsOpen] = useState(false);
  const Icon = artifactKinds.find(({ kind }) => kind === chosen.artifactType)?.Icon;
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={t("chosen", { title: chosen.title })}
        onClick={() => setIsOpen(true)}
        className="flex h-9 min-w-0 max-w-full items-center gap-2 rounded-full border bg-canvas px-3 font-medium text-sm hover:bg-sunken pointer-coarse:h-11"
      >
        {Icon && <Icon size={15} className="shrink-0" />}
        <span className="truncate">{chosen.title}</span>
        <ChevronsUpDown size={14} className="shrink-0 text-muted" />
      </button>
      {isOpen && (
        <ChooserDialog
          chosen={chosen}
          onClose={() => setIsOpen(false)}
          onChoose={(name) => {
            setIsOpen(false);
            onChoose(name);
          }}
        />
      )}
    </>
  );
});
