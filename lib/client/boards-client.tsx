"use client";

import { ApolloClient, HttpLink, InMemoryCache, type Reference } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { createContext, type ReactNode, useMemo, useState } from "react";
import { ownAddress } from "./own-address";

/** Pages of a list that grows at its head: what is there stays in place, what is new is added, nothing twice. */
function mergePages(existing: readonly Reference[] = [], incoming: readonly Reference[]): Reference[] {
  const known = new Set(existing.map((each) => each.__ref));
  return [...existing, ...incoming.filter((each) => !known.has(each.__ref))];
}

const ranks: Record<string, number> = {
  ...{ PENDING: 0, PROCESSING: 1, COMPLETED: 2, FAILED: 2, CANCELLED: 2 },
  ...{ queued: 0, initializing: 1, processing: 2, finalizing: 3, needs_review: 4 },
};

// A generation may go on, or end, before the answer to its own request arrives: what is known is never replaced by what was true
// earlier. Only a board's events lead back, as when a review ends; they do not pass through here.
const later = {
  merge: (existing: string | undefined, incoming: string) => (existing && (ranks[existing] ?? 0) > (ranks[incoming] ?? 0) ? existing : incoming),
};
const known = { merge: (existing: unknown, incoming: unknown) => incoming ?? existing ?? null };
// Where the file is on this server, under whatever name the page was opened.
const address = { ...known, read: (url: string | null | undefined) => url && ownAddress(url) };
const higher = { merge: (existing = 0, incoming: number) => Math.max(existing, incoming) };

function createClient(url: string) {
  const cache = new InMemoryCache({
    typePolicies: {
      Query: { fields: { recentGenerations: { keyArgs: ["boardId", "status", "artifactType"], merge: mergePages } } },
      BoardPermissions: { keyFields: false },
      GeneratorInfo: { keyFields: ["name"] },
      ProviderInfo: { keyFields: ["name"] },
      Generation: {
        fields: {
          status: later,
          phase: later,
          progressMessage: known,
          progress: higher,
          errorMessage: known,
          errorCode: known,
          startedAt: known,
          completedAt: known,
          width: known,
          height: known,
          durationSeconds: known,
          storageUrl: address,
          downloadUrl: address,
          thumbnailUrl: address,
          textContent: known,
        },
      },
    },
  });
  return new ApolloClient({ cache, link: new HttpLink({ uri: url }) });
}

/** Where the server tells of board events. */
export const EventsUrl = createContext("/api/events");

/** Gives the hooks of this folder their server and their cache. `url` is where the GraphQL API answers. */
export function BoardsClient({ url = "/api/graphql", children }: { url?: string; children: ReactNode }) {
  const [client] = useState(() => createClient(url));
  const eventsUrl = useMemo(() => (typeof window === "undefined" ? "" : new URL("/api/events", new URL(url, window.location.href)).href), [url]);
  return (
    <EventsUrl value={eventsUrl}>
      <ApolloProvider client={client}>{children}</ApolloProvider>
    </EventsUrl>
  );
}
