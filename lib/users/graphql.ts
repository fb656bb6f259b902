import { db } from "@/lib/db/client";
import { builder } from "@/lib/graphql/builder";

builder.prismaObject("User", {
  fields: (t) => ({
    id: t.expose("id", { type: "UUID" }),
    tenantId: t.expose("tenantId", { type: "UUID" }),
    authProvider: t.string({
      description: "Empty for everybody but the user himself.",
      resolve: (user, _, { viewer }) => (viewer?.userId === user.id ? user.authProvider : ""),
    }),
    authSubject: t.string({
      description: "Empty for everybody but the user himself.",
      resolve: (user, _, { viewer }) => (viewer?.userId === user.id ? user.authSubject : ""),
    }),
    email: t.string({
      nullable: true,
      description: "Null for everybody but the user himself.",
      resolve: (user, _, { viewer }) => (viewer?.userId === user.id ? user.email : null),
    }),
    displayName: t.exposeString("displayName", { nullable: true }),
    avatarUrl: t.exposeString("avatarUrl", { nullable: true }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
    updatedAt: t.expose("updatedAt", { type: "DateTime" }),
  }),
});

builder.queryField("me", (t) =>
  t.prismaField({
    type: "User",
    nullable: true,
    description: "Who is signed in; null for nobody.",
    resolve: (query, _root, _args, { viewer }) => (viewer ? db().user.findUnique({ ...query, where: { id: viewer.userId } }) : null),
  }),
);
