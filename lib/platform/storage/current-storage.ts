import { env } from "@/lib/platform/env";
import { LocalStorage } from "@/lib/platform/storage/local-storage";
import type { Storage } from "@/lib/platform/storage/storage";

let storage: Storage | undefined;

/** The storage of this installation. */
export function currentStorage(): Storage {
  storage ??= new LocalStorage(env().storageLocalBasePath);
  return storage;
}
