/** Where something lies, in CSS pixels from the left top corner of what holds it. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Boxes and the height of them all, without any space after the last one. */
export interface Placed {
  boxes: readonly Box[];
  height: number;
}

/** How the gallery arranges its tiles: rows that keep each ratio, squares, or one line a result. */
export const galleryLayouts = ["justified", "square", "list"] as const;
export type GalleryLayoutKind = (typeof galleryLayouts)[number];

/** What decides how tiles are placed. */
export interface Arrangement {
  kind: GalleryLayoutKind;
  /** Of all tiles side by side. */
  width: number;
  /** The height that rows come close to, and squares too. */
  tileSize: number;
  gap: number;
}
