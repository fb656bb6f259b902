"use client";

import type { BoardGeneration } from "@boards/client";
import { ArrowLeft, Plus, X } from "lucide-react";
import { type DragEvent, useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { Thumbnail } from "../tile/thumbnail";
import { ArtifactPicker } from "./artifact-picker";
import { type ArtifactField, withArtifact } from "./use-composer";

interface ArtifactSlotProps {
  slot: ArtifactField;
  value: unknown;
  error: string | null;
  generations: BoardGeneration[];
  onFiles: (files: File[]) => Promise<string[]>;
  onChange: (value: unknown) => void;
}

/** An input that takes artifacts: by the picker, by a tile or a file dropped on it. */
export function ArtifactSlot({ slot, value, error, generations, onFiles, onChange }: ArtifactSlotProps) {
  const t = useTranslations("studio.slot");
  const kinds = useTranslations("app.artifactKind");
  const [isPicking, setIsPicking] = useState(false);
  const ids = [value ?? []].flat() as string[];
  const known = new Map(generations.map((generation) => [generation.id, generation]));
  const hasRoom = ids.length < slot.maximum;
  const kind = kinds(slot.artifactType);
  const add = (id: string) => onChange(withArtifact(slot, value, id));
  const replaceAll = (next: string[]) => onChange(slot.isList ? next : (next[0] ?? null));

  const drop = async (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const id = event.dataTransfer.getData("application/x-boards-generation");
    if (id && known.get(id)?.artifactType === slot.artifactType) return add(id);
    if (id) return toast.error(t("wrongKind", { title: slot.title, kind }));
    const [uploaded] = await onFiles([...event.dataTransfer.files].slice(0, 1));
    if (uploaded) add(uploaded);
  };
  return (
    <fieldset onDragOver={(event) => event.preventDefault()} onDrop={drop} className="min-w-0">
      <legend className="mb-1.5 font-medium text-sm" title={slot.description}>
        {slot.title}
        {slot.isRequired && (
          <span aria-hidden className="text-accent">
            {" "}
            *
          </span>
        )}{" "}
        <span className="font-normal text-muted text-xs">
          {slot.isList ? t("count", { count: ids.length, maximum: slot.maximum }) : slot.isRequired ? "" : t("optional")}
        </span>
      </legend>
      <ol className="flex flex-wrap gap-2">
        {ids.map((id, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one artifact may stand in a list twice
          <li key={`${id}-${index}`} className="relative size-20 overflow-hidden rounded-xl border">
            <Thumbnail generation={known.get(id)} />
            <button
              type="button"
              aria-label={t("remove", { number: index + 1, title: slot.title })}
              onClick={() => replaceAll(ids.filter((_, each) => each !== index))}
              className="absolute top-1 right-1 grid size-6 place-items-center rounded-full bg-black/70 text-white"
            >
              <X size={13} />
            </button>
            {index > 0 && (
              <button
                type="button"
                aria-label={t("moveForward", { number: index + 1, title: slot.title })}
                onClick={() => replaceAll(ids.map((each, at) => (at === index - 1 ? id : at === index ? (ids[index - 1] ?? each) : each)))}
                className="absolute bottom-1 left-1 grid size-6 place-items-center rounded-full bg-black/70 text-white"
              >
                <ArrowLeft size={13} />
              </button>
            )}
          </li>
        ))}
        {hasRoom && (
          <li>
            <button
              type="button"
              aria-label={t("add", { kind, title: slot.title })}
              onClick={() => setIsPicking(true)}
              className="grid size-20 place-items-center rounded-xl border border-dashed text-muted hover:border-accent hover:text-accent"
            >
              <Plus size={20} />
            </button>
          </li>
        )}
      </ol>
      {error && (
        <p role="alert" className="mt-1.5 max-w-60 text-danger text-sm">
          {error}
        </p>
      )}
      <ArtifactPicker
        slot={slot}
        isOpen={isPicking}
        generations={generations}
        onClose={() => setIsPicking(false)}
        onPick={(id) => {
          add(id);
          if (ids.length + 1 >= slot.maximum) setIsPicking(false);
        }}
        onFiles={async (files) => {
          const [uploaded] = await onFiles(files);
          if (uploaded) add(uploaded);
          setIsPicking(false);
        }}
      />
    </fieldset>
  );
}
