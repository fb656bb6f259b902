"use client";

import { useSteadySource } from "@boards/client";
import { useTranslations } from "use-intl";
import { ViewerFrame } from "@/app/_components/viewer-frame";
import { FoldedText } from "@/lib/ui/folded-text";
import { type SharedResult, useResultName } from "./shared-tile";

interface SharedViewerProps {
  id: string;
  /** Newest first: what the arrow keys walk along. */
  results: SharedResult[];
  showsRecipe: boolean;
  renew: () => unknown;
  onView: (id: string | null) => void;
}

/** One result of a shared board, large, with how it was made where the link shows that. */
export function SharedViewer({ id, results, showsRecipe, renew, onView }: SharedViewerProps) {
  const t = useTranslations("shared");
  const nameOf = useResultName();
  const result = results.find((each) => each.id === id);
  return (
    <ViewerFrame
      id={id}
      order={results.map((each) => each.id)}
      title={result ? nameOf(result) : t("result")}
      titleClassName="wrap-anywhere line-clamp-6 text-2xl"
      onView={onView}
      media={result ? <Media key={id} result={result} label={nameOf(result)} renew={renew} /> : <p role="alert">{t("gone")}</p>}
    >
      {result?.downloadUrl && (
        <a
          href={result.downloadUrl}
          download
          className="flex h-10 shrink-0 items-center self-start rounded-full bg-accent px-5 font-medium text-on-accent text-sm hover:bg-accent-strong pointer-coarse:h-11"
        >
          {t("download")}
        </a>
      )}
      {result && showsRecipe && <Recipe result={result} />}
    </ViewerFrame>
  );
}

function Media({ result, label, renew }: { result: SharedResult; label: string; renew: () => unknown }) {
  const t = useTranslations("shared");
  const { artifactType, storageUrl, large, textContent } = result;
  const player = useSteadySource(storageUrl ?? null, renew);
  const fitting = "max-h-[75dvh] max-w-full rounded-lg object-contain shadow-lg lg:max-h-[86dvh]";
  if (artifactType === "VIDEO")
    // biome-ignore lint/a11y/useMediaCaption: what a generator makes comes without captions
    return <video ref={player} poster={large ?? undefined} controls loop playsInline aria-label={label} className={fitting} />;
  if (artifactType === "AUDIO")
    // biome-ignore lint/a11y/useMediaCaption: what a generator makes comes without captions
    return <audio ref={player} controls aria-label={label} className="w-[min(32rem,100%)]" />;
  if (artifactType === "TEXT")
    return (
      <article className="max-h-full max-w-2xl overflow-y-auto whitespace-pre-wrap rounded-xl border bg-surface p-8 font-serif text-xl leading-relaxed">
        {textContent}
      </article>
    );
  if (large)
    return (
      <img src={large} alt={label} width={result.width ?? undefined} height={result.height ?? undefined} className={`${fitting} h-auto w-auto`} />
    );
  return <p className="text-balance text-center text-muted">{t("noPreview")}</p>;
}

function Recipe({ result: { id, generatorTitle, inputParams } }: { result: SharedResult }) {
  const t = useTranslations("shared");
  const settings = Object.entries((inputParams ?? {}) as Record<string, unknown>).filter(([, value]) => value !== null && value !== "");
  const textOf = (value: unknown) => (typeof value === "object" ? JSON.stringify(value) : String(value));
  return (
    <section className="border-t pt-4">
      <h3 className="mb-2 font-medium text-sm">{t("recipe")}</h3>
      <dl className="grid gap-3 text-sm">
        {[[t("generator"), generatorTitle] as const, ...settings].map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt className="text-muted first-letter:uppercase">{name.replaceAll("_", " ")}</dt>
              <dd>
                <FoldedText key={id} text={textOf(value)} words={{ more: t("showAll"), less: t("showLess") }} />
              </dd>
            </div>
          ) : null,
        )}
      </dl>
    </section>
  );
}
