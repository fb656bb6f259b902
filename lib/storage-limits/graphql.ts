import { isTenantAdmin, type Viewer } from "@/lib/auth/viewer";
import { builder } from "@/lib/graphql/builder";
import { setTenantStorageLimit, setUserStorageLimit } from "@/lib/storage-limits/set-storage-limits";
import type { StorageUse } from "@/lib/storage-limits/storage-use";

const StorageRef = builder.objectRef<StorageUse>("Storage").implement({
  description: "What files take, in bytes: the originals of what was made or uploaded, also what lies in the trash. Previews are not counted.",
  fields: (t) => ({
    usedBytes: t.exposeFloat("usedBytes"),
    limitBytes: t.exposeFloat("limitBytes", { nullable: true, description: "Null for no limit." }),
  }),
});

const mayKnow = (viewer: Viewer | null, user: { id: string; tenantId: string }) =>
  viewer?.userId === user.id || (isTenantAdmin(viewer) && viewer.tenantId === user.tenantId);

builder.prismaObjectFields("User", (t) => ({
  storage: t.field({
    type: StorageRef,
    nullable: true,
    description: "Of what this person made or uploaded, on whichever board it is. Null for everybody but the user and admins.",
    resolve: (user, _args, { viewer, loaders }) => (mayKnow(viewer, user) ? loaders.storageOfUser.load(user.id) : null),
  }),
  tenantStorage: t.field({
    type: StorageRef,
    nullable: true,
    description: "Of everybody in this person's tenant together. Null for everybody but the user and admins.",
    resolve: (user, _args, { viewer, loaders }) => (mayKnow(viewer, user) ? loaders.storageOfTenant.load(user.tenantId) : null),
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
