import { openAsBlob } from "node:fs";
import type { ProviderFile } from "../contract/provider";

/** A file as the web's `File`, read when it is sent. */
export async function fileBlob({ path, mimeType, filename }: ProviderFile): Promise<File> {
  return new File([await openAsBlob(path, { type: mimeType })], filename, { type: mimeType });
}
