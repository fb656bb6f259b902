import { ApolloLink, type Observable } from "@apollo/client";
import { canonicalStringify, print } from "@apollo/client/utilities";
import { OperationTypeNode } from "graphql";
import { finalize, shareReplay, tap } from "rxjs";

/** The context of a query whose answer must not be older than its request: what was asked before is not shared with it. */
export const unshared = { isUnshared: true } as const;

/**
 * Sends once what several parts of a page ask for at the same time. Apollo does that, too, but has who asks again after a change share a request
 * that was sent before it, whose answer may not know the change.
 */
export function shareRequests(): ApolloLink {
  const underWay = new Map<string, Observable<ApolloLink.Result>>();
  const forget = () => underWay.clear();
  return new ApolloLink((operation, forward) => {
    if (operation.operationType === OperationTypeNode.MUTATION) return forward(operation).pipe(tap({ next: forget, error: forget }));
    if (operation.getContext().isUnshared) return forward(operation);
    const name = `${print(operation.query)} ${canonicalStringify(operation.variables)}`;
    const known = underWay.get(name);
    if (known) return known;
    const sent: Observable<ApolloLink.Result> = forward(operation).pipe(
      finalize(() => {
        if (underWay.get(name) === sent) underWay.delete(name);
      }),
      shareReplay({ refCount: true, bufferSize: 1 }),
    );
    underWay.set(name, sent);
    return sent;
  });
}
