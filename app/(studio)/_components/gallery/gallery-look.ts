import { type GalleryLayoutKind, galleryLayouts } from "./layout/box";
import { tileSizes } from "./tile-sizes";

/** How someone looks at boards; remembered in their browser. */
export interface GalleryLook {
  layout: GalleryLayoutKind;
  /** Null for what suits the screen. */
  tileSize: number | null;
  isGrouped: boolean;
  /** Whose days these are, as in `Europe/Lisbon`; null before the browser has told it. */
  timeZone: string | null;
}

/** A cookie, so that the server can send the first tiles as they will be shown: `justified.240.single.Europe/Lisbon`. */
export const lookCookie = "boards-gallery";

/** A tile size within what is offered. */
export const boundTileSize = (size: number) => Math.min(Math.max(size, tileSizes.least), tileSizes.most);

/** The look that a cookie tells; whatever is no value of it is as it was at first. */
export function readLook(text: string | undefined): GalleryLook {
  const [layout, tileSize, grouped, timeZone] = (text ?? "").split(".");
  return {
    layout: galleryLayouts.find((each) => each === layout) ?? "justified",
    tileSize: Number(tileSize) ? boundTileSize(Number(tileSize)) : null,
    isGrouped: grouped === "grouped",
    timeZone: timeZone && isTimeZone(timeZone) ? timeZone : null,
  };
}

/** The text that `readLook` reads. */
export const writeLook = ({ layout, tileSize, isGrouped, timeZone }: GalleryLook): string =>
  [layout, tileSize ?? "auto", isGrouped ? "grouped" : "single", timeZone ?? ""].join(".");

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}
