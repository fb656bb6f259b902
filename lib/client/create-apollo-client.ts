import { ApolloClient, HttpLink, InMemoryCache } from "@apollo/client";
import { cacheSizes } from "@apollo/client/utilities";
import type { BoardsServer } from "./server/boards-server.ts";
import { shareRequests } from "./server/share-requests.ts";

const ranks: Record<string, number> = {
  ...{ PENDING: 0, PROCESSING: 1, COMPLETED: 2, FAILED: 2, CANCELLED: 2 },
  ...{ queued: 0, initializing: 1, processing: 2, finalizing: 3, needs_review: 4 },
};

// What was read is remembered for faster reading, 50,000 objects of it unless told otherwise: long scrolling would fill that with tiles that have left.
// Some hundreds of generators and tiles, with what is in them, are read at a time.
cacheSizes["inMemoryCache.executeSelectionSet"] = 5000;

// A generation may go on, or end, before the answer to its own request arrives: what is known is never replaced by what was true
// earlier. Only a board's events lead back, as when a review ends; they do not pass through here.
const later = {
  merge: (existing: string | undefined, incoming: string) => (existing && (ranks[existing] ?? 0) > (ranks[incoming] ?? 0) ? existing : incoming),
};
const known = { merge: (existing: unknown, incoming: unknown) => incoming ?? existing ?? null };
const higher = { merge: (existing = 0, incoming: number) => Math.max(existing, incoming) };

/** The client for one server, with the cache that its hooks share. */
export function createApolloClient(server: BoardsServer): ApolloClient {
  const reachable = { read: (url: string | null | undefined) => url && server.fileAddressOf(url) };
  const address = { ...known, ...reachable };
  const cache = new InMemoryCache({
    typePolicies: {
      // What was taken back is gone from the list: it is replaced.
      Board: { fields: { invitations: { merge: false }, shareLinks: { merge: false } } },
      BoardPermissions: { keyFields: false },
      GeneratorInfo: { keyFields: ["name"] },
      ProviderInfo: { keyFields: ["name"] },
      SharedGeneration: { fields: { storageUrl: reachable, downloadUrl: reachable, thumbnailUrl: reachable } },
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
          // With read and merge, Apollo would keep one address for all widths.
          thumbnailUrl: { ...address, keyArgs: ["width"] },
          textContent: known,
        },
      },
    },
  });
  // The server knows where it is asked: the link has only the path.
  const link = new HttpLink({ uri: "/api/graphql", fetch: (path, init) => server.request(String(path), init) });
  return new ApolloClient({ cache, link: shareRequests().concat(link), queryDeduplication: false });
}
