import type { useGeneration } from "@boards/client";
import { Layers } from "lucide-react";
import { useTranslations } from "use-intl";
import { ModelView } from "../media/model-view";
import { SoundPlayer } from "../media/sound-player";
import { triggerOf, useCaption } from "../tile/describe-generation";
import { Unavailable } from "./unavailable";
import { ViewerImage } from "./viewer-image";
import { ViewerState } from "./viewer-state";
import { ViewerText } from "./viewer-text";
import { ViewerVideo } from "./viewer-video";

/** A generation with all its facts. */
export type ViewedGeneration = NonNullable<ReturnType<typeof useGeneration>["generation"]>;

// Of an image in another format the preview is shown.
const shownByBrowsers = new Set(["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif"]);

/** The artifact itself, as large as the window allows; or how far it is, or what happened to it. */
export function ViewerMedia({ generation }: { generation: ViewedGeneration }) {
  const t = useTranslations("studio.viewer");
  const label = useCaption()(generation);
  const { artifactType, status, storageUrl, durationSeconds, peaks, full, fullText, mimeType, fileNote } = generation;
  if (status !== "COMPLETED") return <ViewerState generation={generation} />;
  if (!storageUrl) return <Unavailable sentence={t("noPreview")} />;
  if (artifactType === "VIDEO") return <ViewerVideo generation={generation} label={label} />;
  if (artifactType === "TEXT") return <ViewerText text={fullText ?? ""} />;
  if (artifactType === "AUDIO")
    return (
      <div className="w-full max-w-2xl rounded-2xl border bg-surface p-5 sm:p-8">
        <SoundPlayer url={storageUrl} seconds={durationSeconds} peaks={peaks} name={label} />
      </div>
    );
  if (artifactType === "MODEL")
    return (
      <div className="h-[min(70dvh,40rem)] w-full">
        <ModelView url={storageUrl} label={label} />
      </div>
    );
  if (artifactType === "LORA") return <Lora generation={generation} />;
  const source = shownByBrowsers.has(mimeType ?? "") && full ? storageUrl : full;
  if (!source) return <Unavailable sentence={fileNote ? t("noPreviewBecause", { reason: fileNote }) : t("noPreview")} />;
  return <ViewerImage generation={generation} source={source} label={label} />;
}

/** LoRA weights: what they were trained on, and the words that call for it. */
function Lora({ generation }: { generation: ViewedGeneration }) {
  const t = useTranslations("studio.viewer");
  const trigger = triggerOf(generation);
  // One image may have been given twice.
  const images = [...new Map(generation.inputArtifacts.flatMap(({ generation: source }) => (source?.small ? [[source.id, source]] : []))).values()];
  return (
    <div className="grid w-full max-w-xl gap-5">
      <p className="flex items-center gap-3 text-balance text-muted">
        <Layers size={28} className="shrink-0 text-accent" /> {t("lora")}
      </p>
      {trigger && (
        <p>
          <span className="block text-muted text-sm">{t("trigger")}</span>
          <span className="font-serif text-2xl">{trigger}</span>
        </p>
      )}
      {images.length > 0 && (
        <section>
          <h3 className="mb-2 text-muted text-sm">{t("trainedOn", { count: images.length })}</h3>
          <ul className="grid max-h-[50dvh] grid-cols-3 gap-2 overflow-y-auto sm:grid-cols-4">
            {images.map(({ id, small }) => (
              <li key={id} className="aspect-square overflow-hidden rounded-lg">
                <img src={small ?? undefined} alt="" loading="lazy" decoding="async" className="size-full object-cover" />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
