import { BoardsError } from "@/lib/platform/errors";

const part = /^[a-zA-Z0-9._-]+$/;

/** Refuses a key that could leave its storage: absolute, with empty or dotted parts, or with other characters. */
export function assertStorageKey(key: string): void {
  const isSafe = key.length <= 1024 && key.split("/").every((each) => part.test(each) && each !== "." && each !== "..");
  if (!isSafe) throw new BoardsError("storage.invalid_key");
}

/** After the name of a folder, the storage that holds it. */
const storageName = /\.([a-z][a-z0-9-]{0,30})$/;

/** The storage that a folder names by itself; null for the default one. */
export const storageNamedBy = (folder: string): string | null => storageName.exec(folder)?.[1] ?? null;

/** The name of a folder in a storage: null for the default one, which keys don't name. */
export const folderIn = (storage: string | null, folder: string): string => (storage === null ? folder : `${folder}.${storage}`);

/** The key of a preview of this width beside an artifact's file. */
export function thumbnailKey(storageKey: string, width: number): string {
  return `${folderOf(storageKey)}/thumb-${width}.webp`;
}

/** The key of the frames of a video that lie side by side beside its file. */
export const stripKey = (storageKey: string): string => `${folderOf(storageKey)}/strip.webp`;

/** What every preview is. */
export const previewMimeType = "image/webp";

/** Whether a key is that of a preview: a smaller image, or a strip of frames. */
export const isPreviewKey = (key: string): boolean => /\/(thumb-\d+|strip)\.webp$/.test(key);

/** The keys of all previews that a row tells of. */
export function previewKeys(storageKey: string, { thumbnailWidths, stripFrames }: { thumbnailWidths: number[]; stripFrames: number }): string[] {
  return [...thumbnailWidths.map((width) => thumbnailKey(storageKey, width)), ...(stripFrames > 0 ? [stripKey(storageKey)] : [])];
}

/** The folder that holds an artifact's file and its previews. */
export function folderOf(storageKey: string): string {
  return storageKey.slice(0, storageKey.lastIndexOf("/"));
}
