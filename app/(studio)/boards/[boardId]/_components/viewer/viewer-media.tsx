import type { useGeneration } from "@boards/client";
import { Box, FileWarning, ImageOff, Layers, Music } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useCaption } from "../tile/describe-generation";

/** A generation with all its facts. */
export type ViewedGeneration = NonNullable<ReturnType<typeof useGeneration>["generation"]>;

// Of an image in another format the preview is shown.
const shownByBrowsers = new Set(["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif"]);

function Unavailable({ sentence }: { sentence: string }) {
  return (
    <div className="grid max-w-md justify-items-center gap-4 text-center">
      <ImageOff size={48} className="text-muted" />
      <p className="text-balance text-muted">{sentence}</p>
    </div>
  );
}

/** A video, or its poster where this browser cannot play it. */
function ViewerVideo({ generation, label, className }: { generation: ViewedGeneration; label: string; className: string }) {
  const t = useTranslations("studio.viewer");
  const [canPlay, setCanPlay] = useState(true);
  const { storageUrl, large } = generation;
  if (!canPlay)
    return (
      <div className="grid justify-items-center gap-4">
        {large && <img src={large} alt={label} className={className} />}
        <Unavailable sentence={t("cannotPlay")} />
      </div>
    );
  return (
    // biome-ignore lint/a11y/useMediaCaption: what a generator makes comes without captions
    <video
      src={storageUrl ?? undefined}
      poster={large ?? undefined}
      controls
      autoPlay
      loop
      playsInline
      aria-label={label}
      className={className}
      onError={() => setCanPlay(false)}
    />
  );
}

/** The artifact itself, as large as the window allows. */
export function ViewerMedia({ generation }: { generation: ViewedGeneration }) {
  const { artifactType, status, storageUrl, full, fullText, errorMessage, mimeType, fileNote } = generation;
  const t = useTranslations("studio.viewer");
  const label = useCaption()(generation);
  const fitting = "max-h-[75dvh] max-w-full rounded-lg object-contain shadow-lg lg:max-h-[86dvh]";
  if (status === "FAILED" && storageUrl)
    return (
      <div className="grid max-w-md justify-items-center gap-6 text-center">
        <span className="grid size-32 place-items-center rounded-full bg-surface text-danger">
          <FileWarning size={48} />
        </span>
        <p className="text-balance text-muted">{errorMessage}.</p>
      </div>
    );
  if (status !== "COMPLETED" || !storageUrl)
    return <p className="max-w-md text-balance text-center text-muted">{errorMessage ?? t("notFinished")}</p>;
  if (artifactType === "VIDEO") {
    return <ViewerVideo generation={generation} label={label} className={fitting} />;
  }
  if (artifactType === "AUDIO") {
    return (
      <div className="grid w-full max-w-lg justify-items-center gap-8">
        <span className="grid size-32 place-items-center rounded-full bg-accent text-on-accent">
          <Music size={48} />
        </span>
        {/* biome-ignore lint/a11y/useMediaCaption: what a generator plays has no words to caption */}
        <audio src={storageUrl} controls aria-label={label} className="w-full" />
      </div>
    );
  }
  if (artifactType === "MODEL" || artifactType === "LORA")
    return (
      <div className="grid max-w-md justify-items-center gap-6 text-center">
        <span className="grid size-32 place-items-center rounded-full bg-accent text-on-accent">
          {artifactType === "MODEL" ? <Box size={48} /> : <Layers size={48} />}
        </span>
        <p className="text-balance text-muted">{artifactType === "MODEL" ? t("model") : t("lora")}</p>
      </div>
    );
  if (artifactType === "TEXT")
    return (
      <article className="max-h-full max-w-2xl overflow-y-auto whitespace-pre-wrap rounded-xl border bg-surface p-8 font-serif text-xl leading-relaxed">
        {fullText}
      </article>
    );
  const source = shownByBrowsers.has(mimeType ?? "") && full ? storageUrl : full;
  if (!source) return <Unavailable sentence={fileNote ? t("noPreviewBecause", { reason: fileNote }) : t("noPreview")} />;
  return (
    <img
      src={source}
      alt={label}
      width={generation.width ?? undefined}
      height={generation.height ?? undefined}
      className={`${fitting} h-auto w-auto`}
    />
  );
}
