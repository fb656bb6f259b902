import { defaultFieldResolver, type GraphQLSchema, getNamedType } from "graphql";
import { beginAuditEntry, endAuditEntry, writeAuditEntry } from "@/lib/audit/write-audit-entry";
import { databaseErrorOf } from "@/lib/db/database-error";
import type { GraphqlContext } from "@/lib/graphql/context";

type Ids = Record<string, unknown>;

/** What a mutation was about: what it answered, or else what it was told. */
function targetOf(result: unknown, args: Ids): string | null {
  const input = (args.input ?? {}) as Ids;
  const made = (result ?? {}) as Ids;
  const id =
    made.id ?? (made.apiKey as Ids | undefined)?.id ?? args.id ?? input.id ?? args.generationId ?? args.boardId ?? input.boardId ?? args.userId;
  return typeof id === "string" ? id : null;
}

const reasonOf = (error: unknown) => databaseErrorOf(error)?.reason ?? "internal.unexpected";

/**
 * Tells the audit log of every mutation of the schema by whoever is signed in: a line before anything is done, and how it ended afterwards.
 * None can be forgotten, whatever is added to the schema. Of nobody's mutations only what succeeded is told (a first account, say).
 */
export function auditMutations(schema: GraphQLSchema): GraphQLSchema {
  for (const [action, field] of Object.entries(schema.getMutationType()?.getFields() ?? {})) {
    const resolve = field.resolve ?? defaultFieldResolver;
    const targetType = getNamedType(field.type).name;
    field.resolve = async (source, args: Ids, context: GraphqlContext, info) => {
      const { viewer } = context;
      const about = { action, details: args };
      const id = viewer && (await beginAuditEntry({ ...about, tenantId: viewer.tenantId }));
      try {
        const result = await resolve(source, args, context, info);
        const end = { outcome: "ok", targetType, targetId: targetOf(result, args) };
        const tenantId = (result as Ids | null)?.tenantId;
        if (id) await endAuditEntry(id, end);
        else if (typeof tenantId === "string") await writeAuditEntry({ ...about, tenantId, ...end });
        return result;
      } catch (error) {
        if (id) await endAuditEntry(id, { outcome: reasonOf(error), targetType, targetId: targetOf(null, args) });
        throw error;
      }
    };
  }
  return schema;
}
