import "@/lib/spending/storage-limits/storage-loaders";
import { maySeeIdentity } from "@/lib/identity/users/graphql";
import { builder } from "@/lib/platform/graphql/builder";
import { guarded } from "@/lib/platform/graphql/guarded-fields";
import { setTenantStorageLimit, setUserStorageLimit } from "@/lib/spending/storage-limits/set-storage-limits";
import type { StorageUse } from "@/lib/spending/storage-limits/storage-use";

const StorageRef = builder.objectRef<StorageUse>("Storage").implement({
  description:
    "Storage used by files, in bytes. Counts the originals of generated and uploaded files, including those in the trash, but not previews.",
  fields: (t) => ({
    usedBytes: t.exposeFloat("usedBytes"),
    limitBytes: t.exposeFloat("limitBytes", { nullable: true, description: "Null if there's no limit." }),
  }),
});

builder.prismaObjectFields("User", (t) => ({
  storage: t.field({
    type: StorageRef,
    nullable: true,
    description: "Storage used by what this user generated or uploaded, on any board. Null except for the user and admins.",
    extensions: guarded(maySeeIdentity),
    resolve: ({ id }, _args, { loaders }) => loaders.storageOfUser.load(id),
  }),
  tenantStorage: t.field({
    type: StorageRef,
    nullable: true,
    description: "Storage used by the user's whole tenant. Null except for the user and admins.",
    extensions: guarded(maySeeIdentity),
    resolve: ({ tenantId }, _args, { loaders }) => loaders.storageOfTenant.load(tenantId),
  }),
}));

builder.mutationFields((t) => ({
  setUserStorageLimit: t.field({
    type: StorageRef,
    description: "Sets a user's storage limit. Without `limitBytes`, the installation's limit applies again. Admins only.",
    args: { userId: t.arg({ type: "UUID", required: true }), limitBytes: t.arg.float() },
    resolve: (_root, args, { viewer }) => setUserStorageLimit(viewer, args),
  }),
  setTenantStorageLimit: t.field({
    type: StorageRef,
    description:
      "Sets the storage limit of a tenant, by default the viewer's own. Without `limitBytes`, the installation's limit applies again. Installation admins only.",
    args: { tenantId: t.arg({ type: "UUID" }), limitBytes: t.arg.float() },
    resolve: (_root, args, { viewer }) => setTenantStorageLimit(viewer, args),
  }),
}));
