"use client";

import { type BoardGeneration, type GeneratorForm, useDownloads, useGeneration, useGenerationActions } from "@boards/client";
import { CornerDownRight, Download, FileText, PanelLeft, PanelRight, RefreshCw, SlidersHorizontal } from "lucide-react";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { ViewerFrame } from "@/app/_components/viewer-frame";
import { Button } from "@/lib/ui/button";
import { toast } from "@/lib/ui/toast";
import { useBoardActions } from "../board-actions";
import { canHoldPrompt, useCaption } from "../tile/describe-generation";
import { ViewerFacts } from "./viewer-facts";
import { ViewerLinks, viewerLink } from "./viewer-links";
import { ViewerMarks } from "./viewer-marks";
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
  const { fileAddressOf } = useDownloads();
  const { mayGenerate, mayExport, use, reuse, saveFrame } = useBoardActions();
  const title = (generation ?? tile)?.generatorTitle ?? t("artifact");
  const close = () => onView(null);

  const isGone = generation === null;
  useEffect(() => {
    if (isGone) toast.error(t("gone"));
  }, [isGone, t]);

  const again = () =>
    regenerate(id)
      .then(close)
      .catch((problem) => toast.error(describeError(problem).message));
  return (
    <ViewerFrame
      id={id}
      order={order}
      title={title}
      titleClassName="text-3xl"
      onView={onView}
      media={
        <>
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
        </>
      }
    >
      {generation && (
        <>
          <div className="flex flex-wrap gap-2">
            {generation.downloadUrl && (
              <a
                href={generation.downloadUrl}
                download
                className="inline-flex h-10 pointer-coarse:h-11 items-center gap-2 rounded-full bg-accent px-5 font-medium text-on-accent text-sm"
              >
                <Download size={16} /> {t("download")}
              </a>
            )}
            {mayExport && canHoldPrompt(generation) && (
              <a href={fileAddressOf(id, { embedPrompts: true })} download className={viewerLink}>
                <FileText size={16} aria-hidden className="shrink-0" /> {t("downloadWithPrompt")}
              </a>
            )}
            <ViewerLinks generation={generation} />
            {mayGenerate && generation.status === "COMPLETED" && (
              <Button look="quiet" onClick={() => use(generation)}>
                <CornerDownRight size={16} /> {t("useAs")}
              </Button>
            )}
            {mayGenerate && generation.artifactType === "VIDEO" && generation.status === "COMPLETED" && (
              <>
                <Button look="quiet" onClick={() => saveFrame(generation.id, "FIRST")}>
                  <PanelLeft size={16} /> {t("firstFrame")}
                </Button>
                <Button look="quiet" onClick={() => saveFrame(generation.id, "LAST")}>
                  <PanelRight size={16} /> {t("lastFrame")}
                </Button>
              </>
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
          <ViewerMarks generation={generation} />
          <ViewerFacts generation={generation} generators={generators} onView={onView} />
        </>
      )}
    </ViewerFrame>
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
