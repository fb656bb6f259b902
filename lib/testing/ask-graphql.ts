import type { Viewer } from "@/lib/platform/caller/viewer";

/** Asks the GraphQL interface as a viewer, in the tenant scope of their tenant, or as nobody; answers what a client would get. */
export async function askGraphql(viewer: Viewer | null, query: string, variables: Record<string, unknown> = {}) {
  const { createGraphqlServer } = await import("@/lib/api/graphql/server");
  const { createContext } = await import("@/lib/platform/graphql/context");
  const { withinTenant } = await import("@/lib/platform/db/tenant-scope");
  const { body } = await withinTenant(viewer?.tenantId ?? null, () =>
    createGraphqlServer().executeOperation({ query, variables }, { contextValue: createContext({ viewer }) }),
  );
  if (body.kind !== "single") throw new Error("expected one answer");
  const { data, errors } = body.singleResult;
  return { data: (data ?? null) as Record<string, never> | null, errors: errors ?? [] };
}
