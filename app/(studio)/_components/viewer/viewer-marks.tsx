import { useGenerationTags } from "@boards/client";
import { Star, Tag } from "lucide-react";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/lib/ui/icon-button";
import { useBoardActions } from "../board-actions";
import { useCuration } from "../curation/curation";
import { RatingButtons } from "../curation/rating-buttons";
import { TagDot } from "../curation/tag-dot";
import type { ViewedGeneration } from "./viewer-media";

/** The viewer's star and rating of what they look at, and its tags; by the same keys as on the board. */
export function ViewerMarks({ generation }: { generation: ViewedGeneration }) {
  const t = useTranslations("studio.curation");
  const { mayGenerate } = useBoardActions();
  const { star, rate, ask } = useCuration();
  const { id, isStarred, rating } = generation;
  const tags = useGenerationTags([id])?.get(id);
  useEffect(() => {
    const target = { ids: [id] };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const over = event.target instanceof Element && event.target.closest("input, textarea, select, [role=menu], [role=dialog]");
      // Another window may lie over the viewer.
      if (over && !over.contains(document.querySelector("[data-viewer-marks]"))) return;
      if (event.key === "s") void star(target, !isStarred);
      else if (/^[0-5]$/.test(event.key)) void rate(target, Number(event.key) || null);
      else if (event.key === "t" && mayGenerate) ask("tags", target);
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [id, isStarred, star, rate, ask, mayGenerate]);
  return (
    <div data-viewer-marks className="grid gap-2">
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
      <div className="flex flex-wrap items-center gap-1.5">
        {tags && tags.length > 0 && (
          <ul aria-label={t("tags.of")} className="contents">
            {tags.map(({ id: tagId, name, color }) => (
              <li key={tagId} className="flex h-8 items-center gap-2 rounded-full border px-3 text-sm">
                <TagDot color={color} /> {name}
              </li>
            ))}
          </ul>
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
