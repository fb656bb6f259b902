import { artifactUrls } from "@/lib/generations/artifacts/artifact-urls";
import type { Generation } from "@/prisma/generated/client";

/** What uploads answer, in the original's names. */
export async function uploadAnswerOf(generation: Generation) {
  const { id, status, artifactType, generatorName } = generation;
  return {
    id,
    status,
    storageUrl: await artifactUrls.file(generation),
    thumbnailUrl: await artifactUrls.thumbnail(generation, 640),
    artifactType,
    generatorName,
  };
}
