import type { ArtifactType } from "./generated/graphql.ts";

/** What a file is taken for: by its media type, by its name where the browser knows none, and else for text. */
export function artifactTypeOf(file: File | undefined): ArtifactType {
  const [kind] = file?.type.split("/") ?? [];
  if (kind === "image" || kind === "video" || kind === "audio") return kind.toUpperCase() as ArtifactType;
  return typeOfName(file?.name) ?? "TEXT";
}

const typeByExtension: [RegExp, ArtifactType][] = [
  [/\.(heic|heif|avif|tiff?)$/i, "IMAGE"],
  [/\.(mp4|m4v|webm|mov|mkv)$/i, "VIDEO"],
  [/\.(mp3|wav|ogg|m4a|flac|aac)$/i, "AUDIO"],
  [/\.(txt|md|json|csv)$/i, "TEXT"],
];

/** What a file at an address is taken for: by its name, and else for an image. */
export const artifactTypeAt = (url: string): ArtifactType => typeOfName(url.split(/[?#]/)[0]) ?? "IMAGE";

const typeOfName = (name = "") => typeByExtension.find(([pattern]) => pattern.test(name))?.[1];
