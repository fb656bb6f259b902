import { LRUCache } from "lru-cache";
import { servedAs } from "@/lib/generations/artifacts/served-as";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import { addressEnds, type SignedUrlOptions, signStorageUrl } from "@/lib/platform/storage/signed-url";
import type { Storage } from "@/lib/platform/storage/storage";
import { isPreviewKey, previewMimeType } from "@/lib/platform/storage/storage-key";

/**
 * Where a client fetches this file: from its storage, if that signs addresses for next to nothing, else from this server, which answers it or
 * leads on. Both open it until the same moment, and are the same until the hour, so that browsers and client caches know them again.
 */
export function fileAddress(key: string, options: SignedUrlOptions): string | Promise<string> {
  const mimeType = isPreviewKey(key) ? previewMimeType : options.mimeType;
  const storage = currentStorage();
  // What is served as mere bytes has to be looked up first.
  if (!mimeType || !storage.signsForLittle(key)) return signStorageUrl(key, options);
  const expiresAt = addressEnds(options);
  const name = JSON.stringify([key, expiresAt.getTime(), options]);
  const known = addressesOf(storage).get(name);
  if (known) return known;
  const { filename = "", download: isDownload = false, sharedUntil } = options;
  const served = { ...servedAs({ mimeType, contentType: mimeType, isDownload, filename }), expiresAt, isShared: Boolean(sharedUntil) };
  return storage.addressOf(key, served).then((address) => {
    if (address) addressesOf(storage).set(name, address);
    return address ?? signStorageUrl(key, options);
  });
}

const addresses = new WeakMap<Storage, LRUCache<string, string>>();

/** A board asks for the same addresses again, and each would be signed anew. */
function addressesOf(storage: Storage): LRUCache<string, string> {
  const known = addresses.get(storage) ?? new LRUCache<string, string>({ max: 10_000 });
  addresses.set(storage, known);
  return known;
}
