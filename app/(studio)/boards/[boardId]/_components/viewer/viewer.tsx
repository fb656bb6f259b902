"use client";

import { type BoardGeneration, type GeneratorForm, useGeneration, useGenerationActions } from "@boards/client";
import { ChevronLeft, ChevronRight, CornerDownRight, Download, RefreshCw, SlidersHorizontal } from "lucide-react";
import { type KeyboardEvent, useEffect } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { tileOf } from "@/app/_components/tile-of";
import { Button } from "@/lib/ui/button";
import { DialogClose, DialogFrame, DialogTitle } from "@/lib/ui/dialog";
import { IconButton } from "@/lib/ui/icon-button";
import { useBoardActions } from "../board-actions";
import { useCaption } from "../tile/describe-generation";
import { ViewerFacts } from "./viewer-facts";
import { ViewerMedia } from "./viewer-media";

interface ViewerProps {
  id: string;
  /** Ids of the board, newest first: what the arrow keys walk along. */
  order: string[];
  generators: GeneratorForm[];
  onView: (id: string | null) => void;
}

/** One artifact, large, with everything that is known of it. */
export function Viewer({ id, order, generators, onView }: ViewerProps) {
  const t = useTranslations("studio.viewer");
  const { describeError } = useErrorWords();
  const { generation, tile, error } = useGeneration(id);
  const { regenerate } = useGenerationActions();
  const { mayGenerate, use, reuse } = useBoardActions();
  const title = (generation ?? tile)?.generatorTitle ?? t("artifact");
  const place = order.indexOf(id);
  const [newer, older] = place < 0 ? [] : [order[place - 1], order[place + 1]];
  const close = () => onView(null);

  const isGone = generation === null;
  useEffect(() => {
    if (isGone) toast.error(t("gone"));
  }, [isGone, t]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLMediaElement) return;
    if (event.key === "ArrowLeft" && newer) onView(newer);
    if (event.key === "ArrowRight" && older) onView(older);
  };
  const again = () =>
    regenerate(id)
      .then(close)
      .catch((problem) => toast.error(describeError(problem).message));
  return (
    <DialogFrame
      isOpen
      onClose={close}
      onKeyDown={onKeyDown}
      returnTo={() => tileOf(id)}
      overlayClassName="z-30 bg-black/70"
      className="inset-0 z-30 flex flex-col overflow-y-auto sm:inset-4 sm:rounded-3xl sm:border lg:flex-row lg:overflow-hidden"
    >
      <div className="relative grid min-h-[45dvh] place-items-center bg-sunken p-4 lg:min-h-0 lg:grow lg:p-10">
        {generation && <ViewerMedia key={id} generation={generation} />}
        {generation === undefined && tile && <Preview tile={tile} isFailed={Boolean(error)} />}
        {generation === undefined && !tile && !error && (
          <div role="status" aria-label={t("loading")} className="size-40 animate-shimmer rounded-2xl bg-line" />
        )}
        {generation === undefined && error && (
          <p role="alert" className="mt-4 text-balance text-center text-muted text-sm">
            {t("loadFailed")}
          </p>
        )}
        {isGone && <p role="alert">{t("gone")}</p>}
        {newer && (
          <IconButton label={t("newer")} onClick={() => onView(newer)} className="-translate-y-1/2 !absolute top-1/2 left-2 bg-surface/80">
            <ChevronLeft size={20} />
          </IconButton>
        )}
        {older && (
          <IconButton label={t("older")} onClick={() => onView(older)} className="-translate-y-1/2 !absolute top-1/2 right-2 bg-surface/80">
            <ChevronRight size={20} />
          </IconButton>
        )}
      </div>
      <aside className="flex shrink-0 flex-col gap-5 p-5 lg:w-96 lg:overflow-y-auto lg:border-l lg:p-7">
        <div className="flex items-start justify-between gap-3">
          <DialogTitle className="text-3xl">{title}</DialogTitle>
          <DialogClose className="!fixed top-3 right-3 bg-surface lg:!static" />
        </div>
        {generation && (
          <>
            <div className="flex flex-wrap gap-2">
              {generation.downloadUrl && (
                <a
                  href={generation.downloadUrl}
                  download
                  className="inline-flex h-10 items-center gap-2 rounded-full bg-accent px-5 font-medium text-on-accent text-sm"
                >
                  <Download size={16} /> {t("download")}
                </a>
              )}
              {mayGenerate && generation.status === "COMPLETED" && (
                <Button look="quiet" onClick={() => use(generation)}>
                  <CornerDownRight size={16} /> {t("useAs")}
                </Button>
              )}
              {mayGenerate && !generation.isUpload && (
                <>
                  <Button
                    look="quiet"
                    onClick={() => {
                      reuse(generation);
                      close();
                    }}
                  >
                    <SlidersHorizontal size={16} /> {t("reuse")}
                  </Button>
                  <Button look="quiet" onClick={again}>
                    <RefreshCw size={16} /> {t("again")}
                  </Button>
                </>
              )}
            </div>
            <ViewerFacts generation={generation} generators={generators} onView={onView} />
          </>
        )}
      </aside>
    </DialogFrame>
  );
}

/** What the board shows of it already, until the rest is there or because it cannot be loaded. */
function Preview({ tile, isFailed }: { tile: BoardGeneration; isFailed: boolean }) {
  const label = useCaption()(tile);
  const image = tile.medium ?? tile.large ?? tile.small;
  if (image) return <img src={image} alt={label} className="max-h-[75dvh] max-w-full rounded-lg object-contain shadow-lg lg:max-h-[86dvh]" />;
  if (tile.textContent) return <p className="max-w-2xl whitespace-pre-wrap font-serif text-xl">{tile.textContent}</p>;
  return isFailed ? null : <div className="size-40 animate-shimmer rounded-2xl bg-line" />;
}
