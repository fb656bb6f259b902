import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { Dialog } from "@/lib/ui/dialog";
import { useCuration } from "./curation";
import { RatingButtons } from "./rating-buttons";
import { countOf, type Target } from "./target";

/** Asks for the rating of results. */
export function RatingDialog({ target, onClose }: { target: Target; onClose: () => void }) {
  const t = useTranslations("studio.curation");
  const { rate } = useCuration();
  const choose = (rating: number | null) => {
    void rate(target, rating);
    onClose();
  };
  return (
    <Dialog title={t("rateTitle", { count: countOf(target) })} isOpen onClose={onClose} className="!w-auto">
      <div className="grid justify-items-center gap-3">
        <RatingButtons rating={null} onRate={choose} />
        <Button look="quiet" onClick={() => choose(null)}>
          {t("noRating")}
        </Button>
      </div>
    </Dialog>
  );
}
