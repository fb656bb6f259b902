import { buffer } from "node:stream/consumers";
import { asStored, describeRow, type OpenFile } from "@/lib/curation/board-archives/export-rows";
import { promptTexts } from "@/lib/curation/board-archives/prompt-texts";
import { isUpload } from "@/lib/generations/artifacts/upload-name";
import { isWholePng, pngBounds, pngText, withChunks } from "@/lib/platform/media/png-text";
import { currentStorage } from "@/lib/platform/storage/current-storage";

/**
 * A result's PNG with its prompt and settings inside; what was uploaded, isn't a PNG or is cut off stays as it is. The stored file never changes.
 */
const withPromptInside: OpenFile = async (row, { key, sizeBytes }) => {
  if (row.mimeType !== "image/png" || isUpload(row) || !(await isPng(key, sizeBytes))) return asStored(row, { key, sizeBytes });
  const texts = Object.entries(promptTexts(describeRow(row), row));
  const chunks = Buffer.concat(texts.map(([keyword, text]) => pngText(keyword, text)));
  // Its size is told before its bytes, so it is decided before they pass.
  return { sizeBytes: sizeBytes + chunks.length, bytes: withChunks(await currentStorage().read(key), chunks) };
};

/** How files are opened for who wants prompts and settings in them, or not. */
export const openerFor = ({ embedPrompts }: { embedPrompts: boolean }): OpenFile => (embedPrompts ? withPromptInside : asStored);

async function isPng(key: string, sizeBytes: number): Promise<boolean> {
  if (sizeBytes < pngBounds.head + pngBounds.tail) return false;
  const read = async (start: number, length: number) => buffer(await currentStorage().read(key, { start, end: start + length - 1 }));
  const [head, tail] = await Promise.all([read(0, pngBounds.head), read(sizeBytes - pngBounds.tail, pngBounds.tail)]);
  return isWholePng(head, tail);
}
