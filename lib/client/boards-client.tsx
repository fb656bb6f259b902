"use client";

import { ApolloClient, HttpLink, InMemoryCache, type Reference } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { type ReactNode, useState } from "react";

/** Pages of a list that grows at its head: what is there stays in place, what is new is added, nothing twice. */
function mergePages(existing: readonly Reference[] = [], incoming: readonly Reference[]): Reference[] {
  const known = new Set(existing.map((each) => each.__ref));
  return [...existing, ...incoming.filter((each) => !known.has(each.__ref))];
}

function createClient(url: string) {
  const cache = new InMemoryCache({
    typePolicies: {
      Query: { fields: { recentGenerations: { keyArgs: ["boardId", "status", "artifactType"], merge: mergePages } } },
      BoardPermissions: { keyFields: false },
    },
  });
  return new ApolloClient({ cache, link: new HttpLink({ uri: url }) });
}

/** Gives the hooks of this folder their server and their cache. `url` is where the GraphQL API answers. */
export function BoardsClient({ url = "/api/graphql", children }: { url?: string; children: ReactNode }) {
  const [client] = useState(() => createClient(url));
  return <ApolloProvider client={client}>{children}</ApolloProvider>;
}
