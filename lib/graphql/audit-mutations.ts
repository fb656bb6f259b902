import type { ApolloServerPlugin } from "@apollo/server";
import { getNamedType } from "graphql";
import { type AuditFact, writeAuditEntry } from "@/lib/audit/write-audit-entry";
import { BoardsError } from "@/lib/errors";
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

/** Tells the audit log of every mutation, done or refused, by whoever is signed in: none can be forgotten, whatever is added to the schema. */
export const auditMutations: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart() {
    const facts: AuditFact[] = [];
    return {
      async executionDidStart() {
        return {
          willResolveField({ args, contextValue: { viewer }, info }) {
            if (info.parentType.name !== "Mutation") return;
            return (error, result) => {
              const tenantId = viewer?.tenantId ?? (result as Ids | undefined)?.tenantId;
              if (typeof tenantId !== "string") return;
              const outcome = error ? (error instanceof BoardsError ? error.reason : "internal.unexpected") : "ok";
              const targetType = getNamedType(info.returnType).name;
              facts.push({ tenantId, action: info.fieldName, targetType, targetId: targetOf(result, args as Ids), details: args, outcome });
            };
          },
        };
      },
      async willSendResponse() {
        for (const fact of facts) await writeAuditEntry(fact);
      },
    };
  },
};
