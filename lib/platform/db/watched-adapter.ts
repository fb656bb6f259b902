import type { SqlQuery, SqlQueryable } from "@prisma/driver-adapter-utils";
import { PreparedAdapter } from "@/lib/platform/db/prepared-adapter";
import { watchersOf } from "@/lib/platform/db/table-writes";

/** Prisma's adapter for PostgreSQL, which tells `watchWrites` what was written: at once, and of a transaction when it has ended. */
export class WatchedAdapter extends PreparedAdapter {
  override async connect() {
    const adapter = tell(await super.connect(), (watchers) => {
      for (const watcher of watchers) watcher();
    });
    const startTransaction = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolationLevel) => {
      const waiting = new Set<() => void>();
      const transaction = tell(await startTransaction(isolationLevel), (watchers) => {
        for (const watcher of watchers) waiting.add(watcher);
      });
      for (const end of ["commit", "rollback"] as const) {
        const ended = transaction[end].bind(transaction);
        transaction[end] = async () => {
          for (const watcher of waiting) watcher();
          await ended();
        };
      }
      return transaction;
    };
    return adapter;
  }
}

function tell<Queryable extends SqlQueryable>(queryable: Queryable, hear: (watchers: (() => void)[]) => void): Queryable {
  const telling =
    <T>(send: (query: SqlQuery) => Promise<T>) =>
    async (query: SqlQuery) => {
      const watchers = watchersOf(query.sql);
      if (watchers.length === 0) return send(query);
      // Also of one that failed: whether it was done may not be known.
      return send(query).finally(() => hear(watchers));
    };
  queryable.queryRaw = telling(queryable.queryRaw.bind(queryable));
  queryable.executeRaw = telling(queryable.executeRaw.bind(queryable));
  return queryable;
}
