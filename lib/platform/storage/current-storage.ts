import { env } from "@/lib/platform/env";
import type { StorageProvider } from "@/lib/platform/env-variables";
import { openStorage } from "@/lib/platform/storage/open-storage";
import { RoutedStorage } from "@/lib/platform/storage/routed-storage";
import type { Storage } from "@/lib/platform/storage/storage";
import { definitionsOf, type StorageDefinition } from "@/lib/platform/storage/storage-definition";
import { storagePlan } from "@/lib/platform/storage/storage-plan";

let current: { plan: object; definitions: string; storage: Storage } | undefined;

/** The storage of this installation. */
export function currentStorage(): Storage {
  const plan = storagePlan();
  if (current?.plan === plan) return current.storage;
  const { standard, named } = plan;
  // It knows what it found, as that its folder was there once, so that it stays the same for as long as the settings do.
  const definitions = JSON.stringify([standard, named]);
  const storage = current?.definitions === definitions ? current.storage : opened(standard, named);
  current = { plan, definitions, storage };
  return storage;
}

function opened(standard: StorageDefinition, named: Record<string, StorageDefinition>): Storage {
  const others = Object.entries(named).map(([name, definition]) => [name, openStorage(definition)] as const);
  return others.length > 0 ? new RoutedStorage(openStorage(standard), Object.fromEntries(others)) : openStorage(standard);
}

/** The names of all storages that are described, whether or not they are in use. */
export const storageNames = (): string[] => Object.keys({ ...definitionsOf(env()), ...storagePlan().named });

/** A storage by its name, as if it were the only one; throws a sentence where nothing describes it. */
export function storageNamed(name: string): Storage {
  const definition = storagePlan().named[name] ?? definitionsOf(env())[name as StorageProvider];
  if (!definition) throw new Error(`Nothing is set for a storage ${name}. There are ${storageNames().join(", ")}.`);
  return openStorage(definition);
}
