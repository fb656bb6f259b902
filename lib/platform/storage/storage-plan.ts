import { readFileSync } from "node:fs";
import { ofEnv } from "@/lib/platform/env";
import { type RoutingRule, readStorageYaml, type StorageFile } from "@/lib/platform/storage/read-storage-yaml";
import { definitionsOf, originsOf, type StorageDefinition } from "@/lib/platform/storage/storage-definition";

/** All storages of this installation, and what is written to which. */
interface StoragePlan {
  /** What takes all that no rule names. Keys of files that lie there name no storage. */
  standard: StorageDefinition;
  /** The others, by their names. */
  named: Record<string, StorageDefinition>;
  rules: RoutingRule[];
}

/** What the settings and the file that they name say of storages; throws a sentence where they contradict each other. */
export const storagePlan = ofEnv((settings): StoragePlan => {
  const { storageProvider: name, storageConfigPath: path } = settings;
  const standard = definitionsOf(settings)[name];
  if (!standard) throw new Error(`Invalid configuration:\n  Nothing is set for BOARDS_STORAGE_DEFAULT_PROVIDER=${name}.`);
  if (!path) return { standard, named: {}, rules: [] };
  const refuse = (problem: string): never => {
    throw new Error(`Invalid configuration:\n  BOARDS_STORAGE_CONFIG_PATH (${path}): ${problem}`);
  };
  let file: StorageFile;
  try {
    file = readStorageYaml(readFileSync(/* turbopackIgnore: true */ path, "utf8"), process.env);
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
  const { defaultProvider, storages: named, rules } = file;
  if (defaultProvider && defaultProvider !== name)
    refuse(`default_provider is ${defaultProvider}, but BOARDS_STORAGE_DEFAULT_PROVIDER is ${name}. Set both to the same.`);
  if (named[name]) refuse(`providers.${name}: the default storage is set by variables. Set them instead, or give this one another name.`);
  const names = [name, ...Object.keys(named)];
  const unknown = rules.findIndex(({ provider }) => !names.includes(provider));
  if (unknown >= 0) refuse(`routing_rules.${unknown}: there is no storage ${rules[unknown]?.provider}, only ${names.join(", ")}.`);
  return { standard, named, rules };
});

/** The origins from which browsers fetch files, and to which they send them, beside the installation's own. */
export const storageOrigins = ofEnv((): string[] => {
  const { standard, named } = storagePlan();
  return [...new Set([standard, ...Object.values(named)].flatMap(originsOf))];
});
