import { env } from "@/lib/platform/env";
import { LocalStorage } from "@/lib/platform/storage/local-storage";
import type { Storage } from "@/lib/platform/storage/storage";

let current: { path: string; storage: Storage } | undefined;

/** The storage of this installation. */
export function currentStorage(): Storage {
  const { storageLocalBasePath: path } = env();
  // It knows that its folder was there once, so that it stays the same for as long as the folder does.
  if (current?.path !== path) current = { path, storage: new LocalStorage(path) };
  return current.storage;
}
