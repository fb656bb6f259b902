import { Image, ImageOff, LayoutGrid, ScanSearch, TextSearch } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { useBoardActions } from "../board-actions";
import { useCover } from "../curation/use-cover";
import { useSimilarImages } from "../tile/similar-images";
import { useSimilarPrompts } from "../tile/similar-prompts";
import type { ViewedGeneration } from "./viewer-media";

/** How a link beside the buttons of the viewer looks. */
export const viewerLink =
  "inline-flex min-h-10 min-w-0 items-center gap-2 rounded-full border bg-surface px-5 font-medium text-sm hover:bg-sunken pointer-coarse:min-h-11";

/** Where a result leads: to its board, where several are shown, to the board's cover, and to results that look like it or have a similar prompt. */
export function ViewerLinks({ generation }: { generation: ViewedGeneration }) {
  const t = useTranslations("studio.viewer");
  const { leadsToBoards } = useBoardActions();
  const cover = useCover(generation);
  const [alike, similar] = [useSimilarImages(generation), useSimilarPrompts(generation)];
  return (
    <>
      {leadsToBoards && (
        <Link href={`/boards/${generation.boardId}?view=${generation.id}`} className={viewerLink}>
          <LayoutGrid size={16} aria-hidden className="shrink-0" />
          <span className="truncate">{t("toBoard", { title: generation.board.title })}</span>
        </Link>
      )}
      {cover && (
        <Button look="quiet" onClick={cover.toggle}>
          {cover.isChosen ? <ImageOff size={16} /> : <Image size={16} />} {t(cover.isChosen ? "removeCover" : "useAsCover")}
        </Button>
      )}
      {alike && (
        <Link href={alike} className={viewerLink}>
          <ScanSearch size={16} aria-hidden className="shrink-0" /> {t("similarImages")}
        </Link>
      )}
      {similar && (
        <Link href={similar} className={viewerLink}>
          <TextSearch size={16} aria-hidden className="shrink-0" /> {t("similarPrompts")}
        </Link>
      )}
    </>
  );
}
