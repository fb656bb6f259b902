import type { useSharedBoard } from "@boards/client";
import { AudioLines, Box, type LucideIcon, Play } from "lucide-react";
import { useTranslations } from "use-intl";
import { wordsOf } from "@/app/_components/words-of";

/** One result of a shared board. */
export type SharedResult = NonNullable<ReturnType<typeof useSharedBoard>["board"]>["generations"][number];

const icons: Record<string, LucideIcon> = { AUDIO: AudioLines, MODEL: Box, LORA: Box };

/** A function that says what a result is: the words it was made from where they are shown, else its kind. */
export function useResultName() {
  const kinds = useTranslations("app.artifactKind");
  return (result: SharedResult): string => wordsOf(result) ?? kinds(result.artifactType);
}

/** A result in the gallery, at its own ratio. */
export function SharedTile({ result, onOpen }: { result: SharedResult; onOpen: () => void }) {
  const t = useTranslations("shared");
  const name = useResultName()(result);
  const { id, artifactType, width, height, small, medium, textContent } = result;
  const ratio = Math.min(Math.max(width && height ? width / height : 1.2, 0.5), 3);
  const Icon = icons[artifactType];
  return (
    <li
      data-generation={id}
      style={{ flexGrow: ratio, flexBasis: `calc(var(--spacing) * 60 * ${ratio})`, maxWidth: `calc(var(--spacing) * 110 * ${ratio})` }}
    >
      <button
        type="button"
        onClick={onOpen}
        aria-label={t("openNamed", { name })}
        style={{ aspectRatio: ratio }}
        className="relative grid w-full place-items-center overflow-hidden rounded-2xl border bg-sunken"
      >
        {medium ? (
          <img
            src={medium}
            srcSet={small ? `${small} 320w, ${medium} 640w` : undefined}
            sizes="(width < 40rem) 100vw, 30rem"
            alt=""
            loading="lazy"
            decoding="async"
            className="absolute inset-0 size-full object-cover"
          />
        ) : textContent ? (
          <span className="absolute inset-0 overflow-hidden p-4 text-left font-serif text-lg leading-snug">{textContent.slice(0, 400)}</span>
        ) : (
          Icon && <Icon size={40} aria-hidden className="text-muted" />
        )}
        {artifactType === "VIDEO" && (
          <span className="absolute grid size-12 place-items-center rounded-full bg-black/60 text-white">
            <Play size={22} aria-hidden />
          </span>
        )}
      </button>
    </li>
  );
}
