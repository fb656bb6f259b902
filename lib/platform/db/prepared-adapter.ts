import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlQuery, SqlQueryable } from "@prisma/driver-adapter-utils";
import type { Pool } from "pg";
import { StatementNames } from "@/lib/platform/db/statement-names";

/**
 * Prisma's adapter for PostgreSQL with prepared statements. After a migration PostgreSQL refuses plans whose columns have changed: such a
 * statement has no name from then on and is sent again, but in a transaction, which has failed with it and has to be begun again.
 */
export class PreparedAdapter extends PrismaPg {
  private readonly statements: StatementNames | null;

  constructor(pool: Pool, { isPreparing }: { isPreparing: boolean }) {
    const names = isPreparing ? new StatementNames() : null;
    super(pool, { disposeExternalPool: true, ...(names ? { statementNameGenerator: ({ sql }) => names.of(sql) } : {}) });
    this.statements = names;
  }

  override async connect() {
    const adapter = this.watch(await super.connect(), (again) => again());
    const startTransaction = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolationLevel) =>
      this.watch(await startTransaction(isolationLevel), (_again, error) => {
        throw error;
      });
    return adapter;
  }

  private watch<Queryable extends SqlQueryable>(
    queryable: Queryable,
    onStale: <T>(again: () => Promise<T>, error: unknown) => Promise<T>,
  ): Queryable {
    const watched =
      <T>(send: (query: SqlQuery) => Promise<T>) =>
      (asked: SqlQuery) => {
        const query = withoutOffset(asked);
        return send(query).catch((error) => {
          if (!isStalePlan(error)) throw error;
          this.statements?.giveUp(query.sql);
          return onStale(() => send(query), error);
        });
      };
    queryable.queryRaw = watched(queryable.queryRaw.bind(queryable));
    queryable.executeRaw = watched(queryable.executeRaw.bind(queryable));
    return queryable;
  }
}

const ending = / (?:LIMIT \$(\d+) )?OFFSET \$(\d+)$/;

/**
 * What Prisma asks with `OFFSET $n`, and 0 for it, without. A plan for every offset counts as much dearer than one for this, so that PostgreSQL would
 * never keep any, and plan the smallest look-up each time, for longer than it takes. What is to be one row is said to be.
 */
function withoutOffset(query: SqlQuery): SqlQuery {
  const [words, limit, offset] = ending.exec(query.sql) ?? [];
  if (!words || Number(offset) !== query.args.length || Number(query.args.at(-1)) !== 0) return query;
  const isOne = limit && Number(limit) === query.args.length - 1 && Number(query.args.at(-2)) === 1;
  const kept = isOne ? -2 : -1;
  const sql = query.sql.slice(0, -words.length) + (isOne ? " LIMIT 1" : limit ? ` LIMIT $${limit}` : "");
  return { ...query, sql, args: query.args.slice(0, kept), argTypes: query.argTypes.slice(0, kept) };
}

/** PostgreSQL has no code of its own for this: https://github.com/postgres/postgres/blob/master/src/backend/utils/cache/plancache.c */
function isStalePlan(error: unknown): boolean {
  const { originalCode, originalMessage } = ((error as Error).cause ?? {}) as { originalCode?: string; originalMessage?: string };
  return originalCode === "0A000" && originalMessage === "cached plan must not change result type";
}
