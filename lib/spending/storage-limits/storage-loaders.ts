import DataLoader from "dataloader";
import { registerLoaders } from "@/lib/platform/graphql/context";
import { type StorageUse, storageOfTenant, storageOfUsers } from "@/lib/spending/storage-limits/storage-use";

/** Batched reads of what files take, for one request. */
function storageLoaders() {
  return {
    storageOfUser: new DataLoader<string, StorageUse>((userIds) => storageOfUsers(userIds)),
    storageOfTenant: new DataLoader<string, StorageUse>((tenantIds) => Promise.all(tenantIds.map((id) => storageOfTenant(id)))),
  };
}

declare module "@/lib/platform/graphql/context" {
  interface Loaders extends ReturnType<typeof storageLoaders> {}
}

registerLoaders(storageLoaders);
