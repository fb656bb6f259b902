import clsx from "clsx";
import { Star } from "lucide-react";
import { useTranslations } from "use-intl";

interface RatingButtonsProps {
  rating: number | null;
  /** Null takes it away: the button of the rating that there is. */
  onRate: (rating: number | null) => void;
}

/** Five buttons, one for each rating. */
export function RatingButtons({ rating, onRate }: RatingButtonsProps) {
  const t = useTranslations("studio.curation");
  return (
    <fieldset aria-label={t("rating")} className="flex">
      {[1, 2, 3, 4, 5].map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={rating === each}
          aria-label={rating === each ? t("removeRating", { rating: each }) : t("rate", { rating: each })}
          title={t("rate", { rating: each })}
          onClick={() => onRate(rating === each ? null : each)}
          className="grid size-9 place-items-center rounded-full pointer-coarse:size-11 hover:bg-ink/10"
        >
          <Star size={18} aria-hidden className={clsx(rating !== null && each <= rating ? "fill-accent text-accent" : "text-muted")} />
        </button>
      ))}
    </fieldset>
  );
}
