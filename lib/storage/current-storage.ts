import { env } from "@/lib/env";
import { LocalStorage } from "@/lib/storage/local-storage";
import type { Storage } from "@/lib/storage/storage";

let storage: Storage | undefined;

/** The storage of this installation. */
export function currentStorage(): Storage {
  storage ??= new LocalStorage(env().storageLocalBasePath);
  return storage;
}
