import type { GallerySort, PageAnswer } from "@boards/client";
import { openingDaysOf } from "@boards/client/page-questions";
import { FirstRows } from "../../../_components/gallery/first-rows";

/** More than a large screen shows. */
const most = 40;

interface FirstTilesProps {
  /** The answer to what the board's gallery asks first. */
  opening: PageAnswer["answer"] | undefined;
  sort: GallerySort;
  timeZone: string | null;
}

/** What a board shows first, in the page's HTML: it can be seen while the scripts are still on their way. */
export async function FirstTiles({ opening, sort, timeZone }: FirstTilesProps) {
  const answer = await opening;
  const days = answer ? openingDaysOf(answer.body, sort, timeZone ?? "UTC", most) : [];
  return days.length > 0 ? <FirstRows days={days} /> : null;
}
