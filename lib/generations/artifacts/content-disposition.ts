import { extensionOf } from "@/lib/generations/artifacts/accepted-types";
import { cleanFilename } from "@/lib/generations/artifacts/clean-filename";

/** The Content-Disposition header (RFC 6266): a plain name for old clients, the true one encoded, the extension by the media type. */
export function contentDisposition(isDownload: boolean, filename: string, mimeType: string): string {
  const extension = `.${extensionOf(mimeType)}`;
  const clean = cleanFilename(filename);
  const name = clean.toLowerCase().endsWith(extension) ? clean : `${clean}${extension}`;
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${isDownload ? "attachment" : "inline"}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
