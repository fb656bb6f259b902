import type { Invariant } from "./left-behind";

/** Every stored artifact that a row names has its file, and each preview that the row counts. */
export const rowsHaveFiles: Invariant = {
  name: "rows have files",
  async violations({ rows, files }) {
    const there = new Set(files);
    const named = await rows("SELECT id, storage_key, thumbnail_widths, strip_frames FROM boards.generations WHERE storage_key IS NOT NULL");
    return named.flatMap(({ storage_key, thumbnail_widths, strip_frames }) => {
      const key = String(storage_key);
      const folder = key.slice(0, key.lastIndexOf("/"));
      const previews = (thumbnail_widths as number[]).map((width) => `${folder}/thumb-${width}.webp`);
      const keys = [key, ...previews, ...(Number(strip_frames) > 0 ? [`${folder}/strip.webp`] : [])];
      return keys.filter((each) => !there.has(each));
    });
  },
};
