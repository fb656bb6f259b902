import "@/lib/spending/storage-limits/storage-loaders";
import { maySeeIdentity } from "@/lib/identity/users/graphql";
import { builder } from "@/lib/platform/graphql/builder";
import { guarded } from "@/lib/platform/graphql/guarded-fields";
import { setTenantStorageLimit, setUserStorageLimit } from "@/lib/spending/storage-limits/set-storage-limits";
import type { StorageUse } from "@/lib/spending/storage-limits/storage-use";

const StorageRef = builder.objectRef<StorageUse>("Storage").implement({
  description: "What files take, in bytes: the originals of what was made or uploaded, also what lies in the trash. Previews are not counted.",
  fields: (t) => ({
    usedBytes: t.exposeFloat("usedBytes"),
    limitBytes: t.exposeFloat("limitBytes", { nullable: true, description: "Null for no limit." }),
  }),
});

builder.prismaObjectFields("User", (t) => ({
  storage: t.field({
    type: StorageRef,
    nullable: true,
    description: "Of what this person made or uploaded, on whichever board it is. Null for everybody but the user and admins.",
    extensions: guarded(maySeeIdentity),
    resolve: ({ id }, _args, { loaders }) => loaders.storageOfUser.load(id),
  }),
  tenantStorage: t.field({
    type: StorageRef,
    nullable: true,
    description: "Of everybody in this person's tenant together. Null for everybody but the user and admins.",
    extensions: guarded(maySeeIdentity),
    resolve: ({ tenantId }, _args, { loaders }) => loaders.storageOfTenant.load(tenantId),
  }),
}));

builder.mutationFields((t) => ({
  setUserStorageLimit: t.field({
    type: StorageRef,
    description: "Sets how much one person's files may take; without `limitBytes` the installation's own limit counts again. For admins.",
    args: { userId: t.arg({ type: "UUID", required: true }), limitBytes: t.arg.float() },
    resolve: (_root, args, { viewer }) => setUserStorageLimit(viewer, args),
  }),
  setTenantStorageLimit: t.field({
    type: StorageRef,
    description:
      "Sets how much the files of everybody in a tenant may take, the viewer's own unless `tenantId` says which; without `limitBytes` the installation's own limit counts again. For admins of the installation.",
    args: { tenantId: t.arg({ type: "UUID" }), limitBytes: t.arg.float() },
    resolve: (_root, args, { viewer }) => setTenantStorageLimit(viewer, args),
  }),
}));
