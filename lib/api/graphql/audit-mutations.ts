import { defaultFieldResolver, type GraphQLSchema, getNamedType } from "graphql";
import { audited } from "@/lib/platform/audit/audited";
import { networkOf } from "@/lib/platform/caller/request-address";
import { currentRequest } from "@/lib/platform/caller/request-context";
import type { GraphqlContext } from "@/lib/platform/graphql/context";
import { countAgainst } from "@/lib/platform/limits/rate-limits";

type Ids = Record<string, unknown>;

/** What a mutation was about: what it answered, or else what it was told. */
function targetOf(result: unknown, args: Ids): string | null {
  const input = (args.input ?? {}) as Ids;
  const made = (result ?? {}) as Ids;
  const id =
    made.id ?? (made.apiKey as Ids | undefined)?.id ?? args.id ?? input.id ?? args.generationId ?? args.boardId ?? input.boardId ?? args.userId;
  return typeof id === "string" ? id : null;
}

/** Those that tell of themselves in the transaction that does it, by `auditWithin`: asked for so often that a commit of its own would show. */
const toldWithin = new Set(["createGeneration"]);

/**
 * Tells the audit log of every mutation of the schema by whoever is signed in; none can be forgotten, whatever is added to the schema. A request
 * with several mutations counts as that many.
 */
export function auditMutations(schema: GraphQLSchema): GraphQLSchema {
  const counted = new WeakSet<GraphqlContext>();
  for (const [action, field] of Object.entries(schema.getMutationType()?.getFields() ?? {})) {
    const resolve = field.resolve ?? defaultFieldResolver;
    const targetType = getNamedType(field.type).name;
    field.resolve = async (source, args: Ids, context: GraphqlContext, info) => {
      const { viewer } = context;
      if (counted.has(context)) await countFurther(viewer?.accountId);
      counted.add(context);
      const isToldWithin = toldWithin.has(action);
      const about = {
        viewer,
        action,
        details: args,
        isToldWithin,
        targetOf: (result: unknown) => ({ targetType, targetId: targetOf(result, args) }),
      };
      return audited(about, async () => resolve(source, args, context, info));
    };
  }
  return schema;
}

async function countFurther(accountId: string | undefined): Promise<void> {
  if (accountId) await countAgainst("request", accountId);
  else await countAgainst("anonymous", networkOf(currentRequest().ipAddress));
}
