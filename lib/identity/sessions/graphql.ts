import { maximumSessions, revokeOtherSessions, revokeSession } from "@/lib/identity/sessions/sessions";
import { requireAccount } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { atMost } from "@/lib/platform/graphql/bound-lists";
import { builder } from "@/lib/platform/graphql/builder";

builder.prismaObject("UserSession", {
  name: "Session",
  description: "A browser that is signed in.",
  fields: (t) => ({
    id: t.expose("id", { type: "UUID" }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
    lastUsedAt: t.expose("lastUsedAt", { type: "DateTime", description: "To five minutes." }),
    expiresAt: t.expose("expiresAt", { type: "DateTime" }),
    ipAddress: t.exposeString("ipAddress", { nullable: true }),
    userAgent: t.exposeString("userAgent", { nullable: true }),
    isCurrent: t.boolean({ description: "Whether it is the one that asks.", resolve: ({ id }, _args, { sessionId }) => sessionId === id }),
  }),
});

builder.queryField("mySessions", (t) =>
  t.prismaField({
    type: ["UserSession"],
    description: "The viewer's browsers that are signed in, in whichever tenant, last used first. Not for keys.",
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
    resolve: (_root, { id }, context) => revokeSession(requireAccount(context, "to end a session"), id),
  }),
  revokeOtherSessions: t.int({
    description: "Ends every session of the viewer but the one that asks. Answers how many.",
    resolve: (_root, _args, context) => revokeOtherSessions(requireAccount(context, "to end sessions")),
  }),
}));
