import { randomUUID } from "node:crypto";
import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import { ApolloArmor } from "@escape.tech/graphql-armor";
import type { GraphQLError, GraphQLFormattedError } from "graphql";
import { revalidateGenerators } from "@/lib/api/graphql/revalidate-generators";
import { schema } from "@/lib/api/graphql/schema";
import { say } from "@/lib/messages/say";
import { databaseErrorOf } from "@/lib/platform/db/database-error";
import { endWith } from "@/lib/platform/db/tenant-scope";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";
import type { GraphqlContext } from "@/lib/platform/graphql/context";
import { log } from "@/lib/platform/log";

const maximumTokens = 5000;

/** The GraphQL server, not yet bound to HTTP. */
export function createGraphqlServer() {
  const { introspection, maxAliases, persistedQueries } = env().graphql;
  // Depth and cost are the schema's own business (cost.ts); what is left is the text of the request.
  const { plugins, validationRules } = new ApolloArmor({
    maxAliases: { n: maxAliases },
    // The parser itself counts, and answers too many as it answers every other error of syntax.
    maxTokens: { enabled: false },
    maxDirectives: { n: 50 },
    maxDepth: { enabled: false },
    costLimit: { enabled: false },
    blockFieldSuggestion: { enabled: !introspection },
  }).protect();
  return new ApolloServer<GraphqlContext>({
    schema,
    introspection,
    parseOptions: { maxTokens: maximumTokens },
    includeStacktraceInErrorResponses: false,
    formatError: describeError,
    // It would watch each field for a cache policy; an answer is its viewer's alone, and the route says so.
    plugins: [...plugins, ApolloServerPluginCacheControlDisabled(), requestLog, abandonment, refusal, warnings, revalidateGenerators],
    validationRules,
    // A form on another web page can send neither JSON nor a header of its own.
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    ...(persistedQueries === "off" ? { persistedQueries: false as const } : {}),
    logger: log.child({ room: "graphql" }),
  });
}

/** One line of log a request: what was asked, by whom, how long it took, and whether it failed. Never its variables. */
const requestLog: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart() {
    const start = performance.now();
    return {
      async willSendResponse({ contextValue: { requestId, viewer }, operationName, errors, response }) {
        response.http.headers.set("x-request-id", requestId);
        const durationMs = Math.round((performance.now() - start) * 10) / 10;
        const details = {
          requestId,
          operation: operationName,
          tenantId: viewer?.tenantId,
          userId: viewer?.userId,
          durationMs,
          errors: errors?.length,
        };
        log.debug(details, "graphql");
      },
    };
  },
};

/** Ends what a query does for someone who has gone. What a mutation has begun is finished: nothing is left half done. */
const abandonment: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation, contextValue: { budget, signal } }) {
        if (operation?.operation !== "query" || !signal) return;
        endWith(signal);
        budget.endWith(signal);
      },
    };
  },
};

/** A request that asked for too much gets one error and no part of an answer, instead of an error for each field that was left. */
const refusal: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue: { budget }, response: { body } }) {
        if (!budget.isSpent || body.kind !== "single") return;
        body.singleResult.data = null;
        body.singleResult.errors = asGraphqlErrors(budget.refusal).errors;
      },
    };
  },
};

/** Says in the answer's extensions what was done though it was not quite right, as in `{ warnings: [{ field, message }] }`. */
const warnings: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue, response: { body } }) {
        if (contextValue.warnings.length === 0 || body.kind !== "single") return;
        body.singleResult.extensions = { ...body.singleResult.extensions, warnings: contextValue.warnings };
      },
    };
  },
};

/** The error of the table as a GraphQL answer says it, where no resolver is yet involved. */
export const asGraphqlErrors = (error: BoardsError) => ({ errors: [{ message: error.message, extensions: error.facts }] });

// graphql-js quotes the value of a variable, with the password or key that stands beside the field at fault.
function withoutValue({ message }: GraphQLFormattedError, error: unknown): string {
  const reason = (error as { originalError?: Error }).originalError?.message;
  const [, start] = /^(Variable "\$\w+" got invalid value) /.exec(message) ?? [];
  if (!start || !reason) return message;
  const [, place = ""] = /.*( at "[\w.[\]]+"); /s.exec(message) ?? [];
  return `${start}${place}; ${reason.replace(/: .*/s, "")}`;
}

/**
 * Whether the libraries themselves refused a request before any field was asked, and gave it no code: a hash that is not the query's, or
 * variables with more mistakes than graphql-js counts.
 */
const isOfRequest = (error: unknown) => {
  const { name, path, originalError } = error as Partial<GraphQLError>;
  return name === "GraphQLError" && path === undefined && originalError === undefined;
};

/** What a client gets to see: a code always, the field if there is one, and of an unexpected error only an id that the log has. */
function describeError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const raised = unwrapResolverError(error);
  const original = databaseErrorOf(raised) ?? raised;
  if (original instanceof BoardsError) return { ...formatted, message: original.message, extensions: original.facts };
  const code = formatted.extensions?.code;
  if (code !== undefined && code !== "INTERNAL_SERVER_ERROR") {
    // A variable that does not fit says where: `… at "input.boardId"; …`.
    const field =
      /^Variable "\$(\w+)" got invalid value .* at "\w+\.([\w.]+)"/s.exec(formatted.message)?.[2] ??
      /^Variable "\$(\w+)"/.exec(formatted.message)?.[1];
    return { ...formatted, message: withoutValue(formatted, error), extensions: { code, ...(field && code === "BAD_USER_INPUT" ? { field } : {}) } };
  }
  if (isOfRequest(original)) return { ...formatted, extensions: { code: "BAD_USER_INPUT" } };
  const errorId = randomUUID();
  log.error({ err: original, errorId }, "GraphQL field failed unexpectedly");
  return { ...formatted, message: say("reasons.internal.unexpected", { id: errorId }), extensions: { code: "INTERNAL_SERVER_ERROR", errorId } };
}
