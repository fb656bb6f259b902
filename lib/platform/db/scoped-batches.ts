import { AsyncLocalStorage } from "node:async_hooks";
import { currentScope } from "@/lib/platform/db/tenant-scope";

interface Batching {
  batchBy(request: object): string | undefined;
  singleLoader(request: object): Promise<unknown>;
  batchLoader(requests: object[]): Promise<unknown[]>;
}

/**
 * Sends each of the client's statements in the scope of its own caller. Prisma gathers what is asked within one tick, by whichever requests,
 * merges `findUnique` calls of the same shape into one statement, and sends all of it in the async context of whoever asked first, so that one
 * tenant's read would run in the scope of another. Here calls are merged only within one scope, and each goes out in the context it came from.
 * Prisma has no setting for this (`RequestHandler` and `DataLoader` in its runtime); another shape of them is refused at start.
 */
export function keepScopesApart(client: object): void {
  const loader = (client as { _requestHandler?: { dataloader?: { options?: Batching } } })._requestHandler?.dataloader;
  const batching = loader?.options;
  if (!loader || !batching?.batchBy || !batching.singleLoader || !batching.batchLoader)
    throw new Error(
      "This version of Prisma batches its queries in another way: lib/platform/db/scoped-batches.ts has to keep tenants apart there too",
    );

  const contexts = new WeakMap<object, <T>(send: () => T) => T>();
  const inContextOf = <T>(request: object | undefined, send: () => T): T => {
    const context = request && contexts.get(request);
    return context ? context(send) : send();
  };
  loader.options = {
    ...batching,
    batchBy(request) {
      const batch = batching.batchBy(request);
      if (batch === undefined) return undefined;
      contexts.set(request, AsyncLocalStorage.snapshot());
      return `${scopeNumber()} ${batch}`;
    },
    singleLoader: (request) => inContextOf(request, () => batching.singleLoader(request)),
    batchLoader: (requests) => inContextOf(requests[0], () => batching.batchLoader(requests)),
  };
}

const numbers = new WeakMap<object, number>();
let lastNumber = 0;

/** One number for each scope that was entered; what runs in none shares 0, as it is the installation's. */
function scopeNumber(): number {
  const scope = currentScope();
  if (!scope) return 0;
  const known = numbers.get(scope);
  if (known) return known;
  lastNumber += 1;
  numbers.set(scope, lastNumber);
  return lastNumber;
}
