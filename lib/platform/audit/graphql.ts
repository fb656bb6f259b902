import { requireTenantAdmin } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { builder } from "@/lib/platform/graphql/builder";
import { connect, nodeQuery } from "@/lib/platform/graphql/connection";

const AuditEntryRef = builder.prismaObject("AuditEntry", {
  description: "Who did what to what, when and from where.",
  fields: (t) => ({
    id: t.expose("id", { type: "UUID" }),
    userId: t.expose("userId", { type: "UUID", nullable: true, description: "Null when nobody was signed in." }),
    via: t.exposeString("via", { description: "local, session, bearer, api-key or none." }),
    action: t.exposeString("action", { description: "As the interface calls it: `createBoard`, `POST /api/uploads/artifact`, `signIn`." }),
    targetType: t.exposeString("targetType", { nullable: true }),
    targetId: t.exposeString("targetId", { nullable: true }),
    details: t.expose("details", { type: "JSON", description: "What was asked; secrets are left out." }),
    outcome: t.exposeString("outcome", {
      description: "begun, ok, or the reason of the refusal, as in `board.forbidden`. `begun` stays where a server was killed in between.",
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
    description: "Every write and every sign-in of the tenant, newest first. For its admins.",
    args: { userId: t.arg({ type: "UUID" }), action: t.arg.string(), targetId: t.arg.string() },
    resolve: (_root, { userId, action, targetId, ...args }, context, info) => {
      const { tenantId } = requireTenantAdmin(context.viewer, "to read the audit log");
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
