import { fileAddress } from "@/lib/generations/artifacts/file-address";
import type { SignedUrlOptions } from "@/lib/platform/storage/signed-url";
import { stripKey, thumbnailKey } from "@/lib/platform/storage/storage-key";
import type { Generation } from "@/prisma/generated/client";

type FileRow = Pick<Generation, "storageKey" | "storageUrl" | "mimeType">;
type NamedRow = Pick<Generation, "id" | "generatorName">;
type ThumbnailRow = Pick<Generation, "storageKey" | "thumbnailWidths" | "thumbnailUrl">;
type StripRow = Pick<Generation, "storageKey" | "stripFrames">;

type Shared = Pick<SignedUrlOptions, "sharedUntil">;
type Given = Pick<SignedUrlOptions, "sharedUntil" | "download">;

/**
 * Addresses of a generation's files: signed and expiring for what we store, as recorded for what lies elsewhere. With `sharedUntil` they are
 * those for whoever holds a share link.
 */
export const artifactUrls = {
  file: ({ storageKey, storageUrl, mimeType }: FileRow, given: Given = {}) =>
    storageKey ? fileAddress(storageKey, { ...given, mimeType: saidOf(mimeType) }) : storageUrl,
  download: ({ id, generatorName, storageKey, storageUrl, mimeType }: FileRow & NamedRow) =>
    storageKey ? fileAddress(storageKey, { download: true, filename: downloadName({ id, generatorName }), mimeType: saidOf(mimeType) }) : storageUrl,
  thumbnail({ storageKey, thumbnailWidths, thumbnailUrl }: ThumbnailRow, width: number, shared: Shared = {}) {
    const best = thumbnailWidths.find((each) => each >= width) ?? thumbnailWidths.at(-1);
    return storageKey && best ? fileAddress(thumbnailKey(storageKey, best), shared) : thumbnailUrl;
  },
  strip: ({ storageKey, stripFrames }: StripRow) => (storageKey && stripFrames > 0 ? fileAddress(stripKey(storageKey), {}) : null),
};

/** What a file is called on the disk of whoever downloads it, without its extension. */
export const downloadName = ({ id, generatorName }: NamedRow) => `${generatorName}-${id.slice(-8)}`;

/** What is served as mere bytes was found to be something else, which has to be looked up. */
const saidOf = (mimeType: string | null) => (mimeType === "application/octet-stream" ? null : mimeType);
