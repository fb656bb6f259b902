import { say } from "@/lib/messages/say";
import { requireTenantAdmin } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { isErrorReason } from "@/lib/platform/errors";
import { builder } from "@/lib/platform/graphql/builder";
import { connect, nodeQuery } from "@/lib/platform/graphql/connection";

const AuditEntryRef = builder.prismaObject("AuditEntry", {
  description: "A recorded action: who did what, when and from where.",
  fields: (t) => ({
    id: t.expose("id", { type: "UUID" }),
    userId: t.expose("userId", { type: "UUID", nullable: true, description: "Null if nobody was signed in." }),
    via: t.exposeString("via", { description: "How the caller signed in: `local`, `session`, `bearer`, `api-key` or `none`." }),
    action: t.exposeString("action", { description: "The operation, such as `createBoard`, `POST /api/uploads/artifact` or `signIn`." }),
    targetType: t.exposeString("targetType", { nullable: true }),
    targetId: t.exposeString("targetId", { nullable: true }),
    details: t.expose("details", { type: "JSON", description: "The request's arguments, without secrets." }),
    outcome: t.exposeString("outcome", {
      description: "`begun`, `ok` or an error reason such as `board.forbidden`. It stays `begun` if the server was killed midway.",
    }),
    problem: t.string({
      nullable: true,
      description: "What the error reason means, for people. Null if there was no error.",
      resolve: ({ outcome }) => (isErrorReason(outcome) ? say(`errors.${outcome}`) : null),
    }),
    ipAddress: t.exposeString("ipAddress", { nullable: true }),
    userAgent: t.exposeString("userAgent", { nullable: true }),
    requestId: t.exposeString("requestId", { nullable: true }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
  }),
});

builder.queryField("auditLog", (t) =>
  t.connection({
    type: AuditEntryRef,
    description: "The tenant's changes and sign-ins, newest first. Admins only.",
    args: { userId: t.arg({ type: "UUID" }), action: t.arg.string(), targetId: t.arg.string() },
    resolve: (_root, { userId, action, targetId, ...args }, context, info) => {
      const { tenantId } = requireTenantAdmin(context.viewer);
      const where = { tenantId, userId: userId ?? undefined, action: action ?? undefined, targetId: targetId ?? undefined };
      const query = nodeQuery(context, info);
      return connect(
        args,
        { field: "createdAt", direction: "desc" },
        (keyset) => db().auditEntry.findMany({ ...query, ...keyset, where: { AND: [where, keyset.where] } }),
        () => db().auditEntry.count({ where }),
      );
    },
  }),
);
