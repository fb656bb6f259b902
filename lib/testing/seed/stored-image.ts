import { v7 as uuidv7 } from "uuid";
import { artifactKey } from "@/lib/platform/storage/artifact-key";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import type { Generation } from "@/prisma/generated/client";
import { type GenerationColumns, type Place, seedGeneration } from "./generation";

/** A completed generation with its file in storage. */
export async function seedStoredImage(place: Place, columns: GenerationColumns = {}, content: string | Uint8Array = "an image"): Promise<Generation> {
  const id = columns.id ?? uuidv7();
  const storageKey = artifactKey({ ...place, artifactType: "image", artifactId: id });
  await currentStorage().write(storageKey, Buffer.from(content));
  return seedGeneration(place, { storageKey, mimeType: "image/png", ...columns, id });
}
