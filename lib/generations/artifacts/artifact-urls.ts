import { type SignedUrlOptions, signStorageUrl } from "@/lib/platform/storage/signed-url";
import { thumbnailKey } from "@/lib/platform/storage/storage-key";

interface ArtifactRow {
  id: string;
  generatorName: string;
  storageKey: string | null;
  storageUrl: string | null;
  thumbnailUrl: string | null;
  thumbnailWidths: number[];
}

type Shared = Pick<SignedUrlOptions, "sharedUntil">;

/**
 * Addresses of a generation's files: signed and expiring for what we store, as recorded for what lies elsewhere. With `sharedUntil` they are
 * those for whoever holds a share link.
 */
export const artifactUrls = {
  file: ({ storageKey, storageUrl }: ArtifactRow, shared: Shared = {}) => (storageKey ? signStorageUrl(storageKey, shared) : storageUrl),
  download: ({ id, generatorName, storageKey, storageUrl }: ArtifactRow) =>
    storageKey ? signStorageUrl(storageKey, { download: true, filename: `${generatorName}-${id.slice(-8)}` }) : storageUrl,
  thumbnail({ storageKey, thumbnailWidths, thumbnailUrl }: ArtifactRow, width: number, shared: Shared = {}) {
    const best = thumbnailWidths.find((each) => each >= width) ?? thumbnailWidths.at(-1);
    return storageKey && best ? signStorageUrl(thumbnailKey(storageKey, best), shared) : thumbnailUrl;
  },
};
