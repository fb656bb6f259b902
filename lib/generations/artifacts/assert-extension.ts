import { extname } from "node:path";
import { say } from "@/lib/messages/say";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";

/** BOARDS_ALLOWED_UPLOAD_EXTENSIONS narrows what enters by name; a name without extension passes, and the content decides in any case. */
export function assertExtension(filename: string, field: string): void {
  const { allowedUploadExtensions } = env();
  const extension = extname(filename).toLowerCase();
  if (extension && allowedUploadExtensions && !allowedUploadExtensions.includes(extension))
    throw new BoardsError("artifact.type_refused", { field, message: say("reasons.artifact.extension", { extension: extension.slice(0, 20) }) });
}
