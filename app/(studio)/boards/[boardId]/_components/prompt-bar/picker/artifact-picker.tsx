"use client";

import { useArtifactSearch } from "@boards/client";
import { useDeferredValue, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { Dialog } from "@/lib/ui/dialog";
import { fieldLook } from "@/lib/ui/text-field";
import { useCaption } from "../../../../../_components/tile/describe-generation";
import { Thumbnail } from "../../../../../_components/tile/thumbnail";
import type { ArtifactField } from "../draft/slots";
import { usePromptContext } from "../prompt-context";

interface ArtifactPickerProps {
  slot: ArtifactField;
  isOpen: boolean;
  /** How many the slot holds. */
  count: number;
  onPick: (id: string) => void;
  onClose: () => void;
}

const accepted: Partial<Record<string, string>> = { IMAGE: "image/*", VIDEO: "video/*", AUDIO: "audio/*", TEXT: "text/*,.md,.json,.csv" };

/** The artifacts that fit a slot, of this board or of all, searched and paged; and a way to upload another. */
export function ArtifactPicker({ slot, isOpen, count, onPick, onClose }: ArtifactPickerProps) {
  const t = useTranslations("studio.artifactPicker");
  const kinds = useTranslations("app.artifactKind");
  const captionOf = useCaption();
  const { boardId, onFiles } = usePromptContext();
  const [search, setSearch] = useState("");
  const [isEverywhere, setIsEverywhere] = useState(false);
  const query = useDeferredValue(search);
  const fileInput = useRef<HTMLInputElement>(null);
  const asked = { boardId: isEverywhere ? null : boardId, artifactType: slot.artifactType, query, isSkipped: !isOpen };
  const { artifacts, isLoading, hasMore, error, loadMore } = useArtifactSearch(asked);
  const kind = kinds(slot.artifactType);
  const upload = async (files: File[]) => {
    onClose();
    for (const file of files.slice(0, slot.maximum - (slot.isList ? count : 0))) {
      const [id] = await onFiles([file]);
      if (id) onPick(id);
    }
  };
  return (
    <Dialog
      title={t("title", { kind, title: slot.title })}
      description={slot.description}
      isOpen={isOpen}
      onClose={onClose}
      className="!w-[min(44rem,calc(100vw-2rem))] flex flex-col"
    >
      <div className="flex flex-wrap items-center gap-2">
        <input
          type="search"
          aria-label={t("search")}
          placeholder={t("search")}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
          className={`${fieldLook} min-w-40 flex-1`}
        />
        <Button
          look="quiet"
          aria-pressed={isEverywhere}
          onClick={() => setIsEverywhere(!isEverywhere)}
          className="aria-pressed:border-accent aria-pressed:text-accent"
        >
          {t("everywhere")}
        </Button>
        <Button look="quiet" onClick={() => fileInput.current?.click()}>
          {t("upload")}
        </Button>
      </div>
      <div className="scroll-shadows mt-3 h-[min(24rem,50dvh)] overflow-y-auto">
        {isLoading && <div role="status" aria-label={t("loading")} className="h-24 animate-shimmer rounded-xl bg-loading" />}
        {error && (
          <p role="alert" className="p-6 text-center text-danger text-sm">
            {t("loadFailed")}
          </p>
        )}
        {!isLoading && !error && artifacts.length === 0 && (
          <p className="rounded-xl bg-sunken p-6 text-center text-muted text-sm">{search.trim() ? t("noMatch", { search }) : t("empty", { kind })}</p>
        )}
        <ul className="grid grid-cols-3 gap-2 sm:grid-cols-5">
          {artifacts.map((generation) => (
            <li key={generation.id}>
              <button
                type="button"
                aria-label={t("choose", { caption: captionOf(generation) })}
                title={captionOf(generation)}
                onClick={() => onPick(generation.id)}
                className="relative block aspect-square w-full overflow-hidden rounded-xl border hover:border-accent"
              >
                <Thumbnail generation={generation} />
                {slot.artifactType !== "IMAGE" && (
                  <span className="absolute inset-x-0 bottom-0 truncate bg-black/65 px-1.5 py-1 text-white text-xs">{captionOf(generation)}</span>
                )}
              </button>
            </li>
          ))}
        </ul>
        {hasMore && (
          <Button look="quiet" onClick={() => void loadMore()} className="mx-auto my-3 flex">
            {t("more")}
          </Button>
        )}
      </div>
      <input
        ref={fileInput}
        type="file"
        multiple={slot.isList}
        accept={accepted[slot.artifactType]}
        aria-label={t("file")}
        className="sr-only"
        tabIndex={-1}
        onChange={({ target }) => void upload([...(target.files ?? [])])}
      />
      {slot.isList && (
        <div className="mt-4 flex items-center justify-between gap-2">
          <p aria-live="polite" className="text-muted text-sm">
            {t("count", { count, maximum: slot.maximum })}
          </p>
          <Button onClick={onClose}>{t("done")}</Button>
        </div>
      )}
    </Dialog>
  );
}
