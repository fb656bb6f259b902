"use client";

import type { BoardGeneration } from "@boards/client";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { Dialog } from "@/lib/ui/dialog";
import { useCaption } from "../tile/describe-generation";
import { Thumbnail } from "../tile/thumbnail";
import type { ArtifactField } from "./use-composer";

interface ArtifactPickerProps {
  slot: ArtifactField;
  isOpen: boolean;
  generations: BoardGeneration[];
  onPick: (id: string) => void;
  onFiles: (files: File[]) => void;
  onClose: () => void;
}

/** The artifacts of the board that fit a slot, and a way to upload another. */
export function ArtifactPicker({ slot, isOpen, generations, onPick, onFiles, onClose }: ArtifactPickerProps) {
  const t = useTranslations("studio.artifactPicker");
  const kinds = useTranslations("app.artifactKind");
  const captionOf = useCaption();
  const fileInput = useRef<HTMLInputElement>(null);
  const kind = kinds(slot.artifactType);
  const fitting = generations.filter(({ artifactType, status }) => artifactType === slot.artifactType && status === "COMPLETED");
  return (
    <Dialog
      title={t("title", { kind, title: slot.title })}
      description={slot.description}
      isOpen={isOpen}
      onClose={onClose}
      className="!w-[min(40rem,calc(100vw-2rem))]"
    >
      {fitting.length === 0 ? (
        <p className="rounded-xl bg-sunken p-6 text-center text-muted text-sm">{t("empty", { kind })}</p>
      ) : (
        <ul className="grid grid-cols-3 gap-2 sm:grid-cols-5">
          {fitting.map((generation) => (
            <li key={generation.id}>
              <button
                type="button"
                aria-label={t("choose", { caption: captionOf(generation) })}
                onClick={() => onPick(generation.id)}
                className="block aspect-square w-full overflow-hidden rounded-xl border hover:border-accent"
              >
                <Thumbnail generation={generation} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input ref={fileInput} type="file" aria-label={t("file")} className="sr-only" onChange={({ target }) => onFiles([...(target.files ?? [])])} />
      <div className="mt-5 flex justify-between gap-2">
        <Button look="quiet" onClick={() => fileInput.current?.click()}>
          {t("upload")}
        </Button>
        <Button onClick={onClose}>{t("done")}</Button>
      </div>
    </Dialog>
  );
}
