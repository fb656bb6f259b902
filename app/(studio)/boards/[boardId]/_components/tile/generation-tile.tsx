"use client";

import { type BoardGeneration, useGenerationActions } from "@boards/client";
import { CornerDownRight, Download, Maximize2, MoreHorizontal, RefreshCw, SlidersHorizontal, Trash2 } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { ConfirmDialog } from "@/lib/ui/confirm-dialog";
import { Menu } from "@/lib/ui/menu";
import { ratioOf, useCaption } from "./describe-generation";
import { SimulatedBadge } from "./simulated-badge";
import { TileMedia } from "./tile-media";
import { TileStatus } from "./tile-status";

interface GenerationTileProps {
  boardId: string;
  generation: BoardGeneration;
  mayGenerate: boolean;
  onView: (id: string) => void;
  onUse: (generation: BoardGeneration) => void;
  onReuse: (generation: BoardGeneration) => void;
}

/** One artifact on the board, from the moment it is asked for. */
export function GenerationTile({ boardId, generation, mayGenerate, onView, onUse, onReuse }: GenerationTileProps) {
  const t = useTranslations("studio.tile");
  const { describeError } = useErrorWords();
  const captionOf = useCaption();
  const { id, status, generatorTitle: title } = generation;
  const { cancel, remove, retry, regenerate } = useGenerationActions(boardId);
  const [isAsking, setIsAsking] = useState(false);
  const attempt = (work: Promise<unknown>) => work.catch((error) => toast.error(describeError(error).message));
  const isComplete = status === "COMPLETED";
  const ratio = ratioOf(generation);
  const name = t("name", { title, caption: captionOf(generation) });

  const items = [
    ...(isComplete || generation.downloadUrl ? [{ label: t("open"), icon: <Maximize2 size={16} />, onSelect: () => onView(id) }] : []),
    ...(generation.downloadUrl
      ? [{ label: t("download"), icon: <Download size={16} />, onSelect: () => window.location.assign(generation.downloadUrl ?? "") }]
      : []),
    ...(mayGenerate && !generation.isUpload
      ? [
          { label: t("reuse"), icon: <SlidersHorizontal size={16} />, onSelect: () => onReuse(generation) },
          { label: t("again"), icon: <RefreshCw size={16} />, onSelect: () => void attempt(regenerate(id)) },
        ]
      : []),
    ...(mayGenerate ? [{ label: t("delete"), icon: <Trash2 size={16} />, onSelect: () => setIsAsking(true), isDangerous: true }] : []),
  ];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Delete" && mayGenerate) setIsAsking(true);
    if (event.key === "u" && isComplete && mayGenerate) onUse(generation);
  };
  return (
    <li
      aria-label={name}
      aria-busy={status === "PENDING" || status === "PROCESSING"}
      onKeyDown={onKeyDown}
      draggable={isComplete}
      onDragStart={({ dataTransfer }) => dataTransfer.setData("application/x-boards-generation", id)}
      className="group relative h-44 animate-appear overflow-hidden rounded-2xl border bg-surface sm:h-60"
      style={{ flexGrow: ratio, flexBasis: `calc(var(--spacing) * 56 * ${ratio})`, maxWidth: `calc(var(--spacing) * 110 * ${ratio})` }}
    >
      {isComplete ? (
        <TileMedia generation={generation} name={name} onOpen={() => onView(id)} />
      ) : (
        <TileStatus
          generation={generation}
          onCancel={mayGenerate ? () => void attempt(cancel(id)) : undefined}
          onRetry={mayGenerate && !generation.isUpload ? () => void attempt(retry(id)) : undefined}
        />
      )}
      {generation.isSimulated && status !== "FAILED" && (
        <SimulatedBadge
          // Above the buttons of a player.
          className={`pointer-events-none absolute right-3 bg-surface/90 ${generation.artifactType === "AUDIO" ? "bottom-16" : "bottom-3"}`}
        />
      )}
      {items.length > 0 && (
        <div className="absolute top-2 right-2 flex gap-1 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 pointer-fine:opacity-0">
          {isComplete && mayGenerate && (
            <button
              type="button"
              onClick={() => onUse(generation)}
              aria-label={t("useNamed", { name })}
              title={t("use")}
              className="grid size-8 place-items-center rounded-full border bg-surface/95 shadow"
            >
              <CornerDownRight size={15} />
            </button>
          )}
          <Menu
            items={items}
            trigger={
              <button
                type="button"
                aria-label={t("actions", { name })}
                className="grid size-8 place-items-center rounded-full border bg-surface/95 shadow"
              >
                <MoreHorizontal size={15} />
              </button>
            }
          />
        </div>
      )}
      <ConfirmDialog
        title={t("deleteTitle")}
        description={t("deleteText")}
        action={t("deleteAction")}
        isOpen={isAsking}
        onConfirm={() => void attempt(remove(id))}
        onClose={() => setIsAsking(false)}
      />
    </li>
  );
}
