import type { ArtifactType, GenerationStatus } from "../generated/graphql.ts";
import type { BoardGeneration } from "./fragments.ts";

/** A stretch of a board's gallery: a day, or a part of one that holds much. */
export interface GallerySection {
  key: string;
  /** yyyy-mm-dd in the viewer's time zone. */
  day: string;
  count: number;
  /** Of width / height of all that it holds. */
  ratioSum: number;
}

/** What places a result in the gallery, before its tile is there. */
export interface GalleryItem {
  id: string;
  /** Width / height; 1 where it is not known. */
  ratio: number;
  artifactType: ArtifactType;
  status: GenerationStatus;
  /** ThumbHash, in base64. */
  placeholder: string | null;
  batchId: string;
  batchIndex: number;
  batchSize: number;
  createdAt: string;
}

/** Width / height as the server tells it, to a ten-thousandth; undefined where it is not known. */
export const ratioOf = (width: number | null | undefined, height: number | null | undefined): number | undefined =>
  width && height ? Math.round((width / height) * 10_000) / 10_000 : undefined;

/** What a gallery keeps of a generation. */
export function itemOf(generation: BoardGeneration): GalleryItem {
  const { id, width, height, artifactType, status, placeholder, batchId, batchIndex, batchSize, createdAt } = generation;
  return {
    id,
    ratio: ratioOf(width, height) ?? 1,
    artifactType,
    status,
    placeholder: placeholder ?? null,
    batchId,
    batchIndex,
    batchSize,
    createdAt,
  };
}
