import { storagePlan } from "@/lib/platform/storage/storage-plan";

/** What rules look at in a file. */
export interface FileToRoute {
  artifactType: string;
  tenantId: string;
  boardId: string;
  /** Undefined where nobody knows it yet: no rule for large files is met then. */
  sizeBytes?: number | undefined;
}

/** The storage that a new file is written to: that of the first rule it meets; null for the default one. */
export function storageFor({ artifactType, tenantId, boardId, sizeBytes }: FileToRoute): string | null {
  const { rules, named } = storagePlan();
  const is = (wanted: unknown, found: unknown) => wanted === undefined || wanted === found;
  const met = rules.find(
    (rule) =>
      is(rule.artifactType, artifactType) &&
      is(rule.tenantId, tenantId) &&
      is(rule.boardId, boardId) &&
      (rule.overBytes === undefined || (sizeBytes ?? 0) > rule.overBytes),
  );
  return met && named[met.provider] ? met.provider : null;
}
