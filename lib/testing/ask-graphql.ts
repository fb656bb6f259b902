import type { Viewer } from "@/lib/auth/viewer";

/** Asks the GraphQL interface as a viewer, behind the wall of his tenant; answers what a client would get. */
export async function askGraphql(viewer: Viewer, query: string, variables: Record<string, unknown> = {}) {
  const { createGraphqlServer } = await import("@/lib/graphql/server");
  const { createContext } = await import("@/lib/graphql/context");
  const { withinTenant } = await import("@/lib/db/wall");
  const { body } = await withinTenant(viewer.tenantId, () =>
    createGraphqlServer().executeOperation({ query, variables }, { contextValue: createContext({ viewer }) }),
  );
  if (body.kind !== "single") throw new Error("expected one answer");
  const { data, errors } = body.singleResult;
  return { data: (data ?? null) as Record<string, never> | null, errors: errors ?? [] };
}
