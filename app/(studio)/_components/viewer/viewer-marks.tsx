import { useGenerationTags } from "@boards/client";
import { Star, Tag } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/lib/ui/icon-button";
import { useBoardActions } from "../board-actions";
import { useCuration } from "../curation/curation";
import { RatingButtons } from "../curation/rating-buttons";
import { TagDot } from "../curation/tag-dot";
import type { ViewedGeneration } from "./viewer-media";

/** So many tags are shown at first. */
const fewTags = 12;

/** The viewer's star and rating of what they look at, and its tags; by the same keys as on the board. */
export function ViewerMarks({ generation }: { generation: ViewedGeneration }) {
  const t = useTranslations("studio.curation");
  const { mayGenerate, isSignedIn } = useBoardActions();
  const { star, rate, ask } = useCuration();
  const { id, isStarred, rating } = generation;
  const tags = useGenerationTags([id])?.get(id);
  const [showingAll, setShowingAll] = useState("");
  const shownTags = tags?.slice(0, showingAll === id ? undefined : fewTags) ?? [];
  useEffect(() => {
    const target = { ids: [id] };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const over = event.target instanceof Element && event.target.closest("input, textarea, select, [role=menu], [role=dialog]");
      // Another window may lie over the viewer.
      if (over && !over.contains(document.querySelector("[data-viewer-marks]"))) return;
      if (!isSignedIn) return;
      if (event.key === "s") void star(target, !isStarred);
      else if (/^[0-5]$/.test(event.key)) void rate(target, Number(event.key) || null);
      else if (event.key === "t" && mayGenerate) ask("tags", target);
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [id, isStarred, star, rate, ask, mayGenerate, isSignedIn]);
  return (
    <div data-viewer-marks className="grid grid-cols-1 gap-2">
      {isSignedIn && (
        <div className="-ml-2 flex flex-wrap items-center gap-x-2">
          <IconButton
            label={t(isStarred ? "unstar" : "star")}
            aria-pressed={isStarred}
            onClick={() => void star({ ids: [id] }, !isStarred)}
            className={isStarred ? "text-accent" : "text-muted"}
          >
            <Star size={19} className={isStarred ? "fill-current" : ""} />
          </IconButton>
          <span aria-hidden className="h-5 border-l" />
          <RatingButtons rating={rating ?? null} onRate={(wanted) => void rate({ ids: [id] }, wanted)} />
        </div>
      )}
      <div className="flex flex-wrap items-center gap-1.5">
        {tags && tags.length > 0 && (
          <ul aria-label={t("tags.of")} className="contents">
            {shownTags.map(({ id: tagId, name, color }) => (
              <li key={tagId} className="flex h-8 min-w-0 max-w-full items-center gap-2 rounded-full border px-3 text-sm">
                <TagDot color={color} /> <span className="truncate">{name}</span>
              </li>
            ))}
          </ul>
        )}
        {tags && tags.length > shownTags.length && (
          <button
            type="button"
            onClick={() => setShowingAll(id)}
            className="h-8 px-2 text-muted text-sm underline hover:text-ink pointer-coarse:h-11"
          >
            {t("tags.more", { count: tags.length - shownTags.length })}
          </button>
        )}
        {mayGenerate && (
          <button
            type="button"
            onClick={() => ask("tags", { ids: [id] })}
            className="flex h-8 items-center gap-2 rounded-full border border-dashed px-3 text-muted text-sm hover:text-ink pointer-coarse:h-11"
          >
            <Tag size={14} aria-hidden /> {t("tags.edit")}
          </button>
        )}
      </div>
    </div>
  );
}
