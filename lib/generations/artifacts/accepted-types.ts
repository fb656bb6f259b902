import type { ArtifactType } from "@/lib/generators/contract/define-generator";

/** The one list of media types that enter, with the extension that leaves. Decided by a file's content, wherever it comes in. */
export const acceptedTypes: Partial<Record<ArtifactType, Record<string, string>>> = {
  image: {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "image/gif": "gif",
    "image/avif": "avif",
    "image/heic": "heic",
    "image/tiff": "tiff",
  },
  video: { "video/mp4": "mp4", "video/webm": "webm", "video/quicktime": "mov", "video/matroska": "mkv" },
  audio: {
    "audio/mpeg": "mp3",
    "audio/wav": "wav",
    "audio/ogg": "ogg",
    "audio/mp4": "m4a",
    "audio/x-m4a": "m4a",
    "audio/flac": "flac",
    "audio/aac": "aac",
    "audio/webm": "weba",
  },
  text: { "text/plain": "txt" },
  model: { "model/gltf-binary": "glb" },
  lora: { "application/x-safetensors": "safetensors" },
};

/** The extension, without dot, of a media type. */
export function extensionOf(mimeType: string): string {
  for (const types of Object.values(acceptedTypes)) if (types[mimeType]) return types[mimeType];
  return mimeType === "application/zip" ? "zip" : "bin";
}
