import { maximumSessions, revokeOtherSessions, revokeSession } from "@/lib/identity/sessions/sessions";
import { requireAccount } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { atMost } from "@/lib/platform/graphql/bound-lists";
import { builder } from "@/lib/platform/graphql/builder";

builder.prismaObject("UserSession", {
  name: "Session",
  description: "A signed-in browser.",
  fields: (t) => ({
    id: t.expose("id", { type: "UUID" }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
    lastUsedAt: t.expose("lastUsedAt", { type: "DateTime", description: "Accurate to five minutes." }),
    expiresAt: t.expose("expiresAt", { type: "DateTime" }),
    ipAddress: t.exposeString("ipAddress", { nullable: true }),
    userAgent: t.exposeString("userAgent", { nullable: true }),
    isCurrent: t.boolean({ description: "Whether it's the session of this request.", resolve: ({ id }, _args, { sessionId }) => sessionId === id }),
  }),
});

builder.queryField("mySessions", (t) =>
  t.prismaField({
    type: ["UserSession"],
    description: "The viewer's signed-in browsers in all tenants, most recently used first. Not available to API keys.",
    extensions: atMost(maximumSessions),
    resolve: (query, _root, _args, { accountId }) =>
      accountId
        ? asInstallation(() =>
            db().userSession.findMany({
              ...query,
              where: { accountId, expiresAt: { gt: new Date() } },
              orderBy: [{ lastUsedAt: "desc" }, { id: "desc" }],
              take: maximumSessions,
            }),
          )
        : [],
  }),
);

builder.mutationFields((t) => ({
  revokeSession: t.boolean({
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { id }, context) => revokeSession(requireAccount(context), id),
  }),
  revokeOtherSessions: t.int({
    description: "Signs out all of the viewer's other sessions and returns how many.",
    resolve: (_root, _args, context) => revokeOtherSessions(requireAccount(context)),
  }),
}));
