import { createHash } from "node:crypto";
import { type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import { Kind, type OperationDefinitionNode } from "graphql";
import { versionOfGenerators } from "@/lib/generators/settings/version-of-generators";
import type { GraphqlContext } from "@/lib/platform/graphql/context";

/**
 * The list of generators with their forms is long and seldom changes: asked for by GET and alone, it comes with an ETag, and a client that has it
 * is answered 304 without the list being made.
 */
export const revalidateGenerators: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart() {
    return {
      async responseForOperation({ request, operation, queryHash, contextValue, response }) {
        if (request.http?.method !== "GET" || !isForGeneratorsAlone(operation)) return null;
        const { viewer, loaders } = contextValue;
        // What fails here fails again as the field's own error.
        const offered = await loaders.offeredGenerators().catch(() => null);
        if (!offered) return null;
        // Of one viewer alone: whoever signs in next at the same browser may get no answer of theirs.
        const about = [queryHash, request.operationName, request.variables, viewer?.userId, versionOfGenerators(offered)];
        const etag = `W/"${createHash("sha256").update(JSON.stringify(about)).digest("base64url")}"`;
        const headers = new HeaderMap([
          ["etag", etag],
          ["cache-control", "private, no-cache"],
        ]);
        const isKnown = request.http.headers
          .get("if-none-match")
          ?.split(/\s*,\s*/)
          .includes(etag);
        if (isKnown) return { http: { status: 304, headers }, body: { kind: "single", singleResult: { data: null } } };
        for (const [name, value] of headers) response.http.headers.set(name, value);
        return null;
      },
      // Errors are not for keeping.
      async willSendResponse({ errors, response }) {
        if (!errors?.length || !response.http.headers.has("etag")) return;
        response.http.headers.delete("etag");
        response.http.headers.set("cache-control", "no-store");
      },
    };
  },
};

function isForGeneratorsAlone({ operation, selectionSet: { selections } }: OperationDefinitionNode): boolean {
  return operation === "query" && selections.every((each) => each.kind === Kind.FIELD && each.name.value === "generators");
}
