import { contentDisposition } from "@/lib/generations/artifacts/content-disposition";
import type { ServedAs } from "@/lib/platform/storage/storage";

/** Media that a browser may show inside the product's own origin; anything else is only downloaded. */
const shown = /^(image\/(jpeg|png|webp|gif|avif)|video\/|audio\/|text\/plain)/;

interface File {
  mimeType: string;
  /** What it holds, also where it is served as mere bytes. */
  contentType: string;
  isDownload: boolean;
  /** Without extension: the file's own is added. */
  filename: string;
}

/** As what a file is served, by this server or by a storage: nothing that a browser would run, and under a name that it can keep. */
export function servedAs({ mimeType, contentType, isDownload, filename }: File): Pick<ServedAs, "contentType" | "contentDisposition"> {
  return {
    contentType: mimeType === "text/plain" ? "text/plain; charset=utf-8" : mimeType,
    contentDisposition: contentDisposition(isDownload || !shown.test(mimeType), filename || "artifact", contentType),
  };
}
