import type { SqlQuery, SqlQueryable } from "@prisma/driver-adapter-utils";
import { storableValue } from "@/lib/platform/clean-value";
import { WatchedAdapter } from "@/lib/platform/db/watched-adapter";
import { storableText } from "@/lib/platform/text/clean-text";

/**
 * Prisma's adapter for PostgreSQL, which never sends it a text that it cannot keep. Texts are cleaned where they enter; what comes by a way
 * that forgot it must not fail here again and again.
 */
export class StorableAdapter extends WatchedAdapter {
  override async connect() {
    const adapter = guard(await super.connect());
    const startTransaction = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolationLevel) => guard(await startTransaction(isolationLevel));
    return adapter;
  }
}

function guard<Queryable extends SqlQueryable>(queryable: Queryable): Queryable {
  const [queryRaw, executeRaw] = [queryable.queryRaw.bind(queryable), queryable.executeRaw.bind(queryable)];
  queryable.queryRaw = (query) => queryRaw(storableQuery(query));
  queryable.executeRaw = (query) => executeRaw(storableQuery(query));
  return queryable;
}

const storableQuery = (query: SqlQuery): SqlQuery => ({
  ...query,
  args: query.args.map((value, index) => {
    const isJson = query.argTypes[index]?.scalarType === "json";
    const store = (each: unknown) => (typeof each === "string" ? (isJson ? storableJson(each) : storableText(each)) : each);
    return Array.isArray(value) ? value.map(store) : store(value);
  }),
});

// JSON.stringify writes NUL and lone surrogates as escapes, which jsonb refuses.
const suspect = /\\u(?:0000|d[89a-f])/i;
const storableJson = (json: string): string => (suspect.test(json) ? JSON.stringify(storableValue(JSON.parse(json))) : json);
