import { queryFromInfo } from "@pothos/plugin-prisma";
import { type DefaultConnectionArguments, resolveCursorConnection } from "@pothos/plugin-relay";
import type { GraphQLResolveInfo } from "graphql";
import * as z from "zod";
import { say } from "@/lib/messages/say";
import { beyond, type Keyset, type Ordering, type SqlKeyset, type Value } from "@/lib/platform/db/keyset";
import { BoardsError } from "@/lib/platform/errors";
import type { GraphqlContext } from "@/lib/platform/graphql/context";
import { defaultPageSize, maximumPageSize } from "@/lib/platform/graphql/page";
import { cleanText } from "@/lib/platform/text/clean-text";
import { isWithinCalendar } from "@/lib/platform/within-calendar";

type Row = { id: string } & Record<string, unknown>;

/** A page of a list, as Relay wants it. */
export interface Connection<Found> {
  edges: { cursor: string; node: Found }[];
  pageInfo: { startCursor?: string | null; endCursor?: string | null; hasNextPage: boolean; hasPreviousPage: boolean };
  totalCount: () => Promise<number>;
}

/**
 * A Relay connection by keyset: a cursor holds the ordering value and id of its row, so pages stay in place while rows are added and removed,
 * even its own row. At most 200 a page. `find` and `count` are the list's own query, without limits.
 */
export async function connect<Found extends Row>(
  args: DefaultConnectionArguments,
  ordering: Ordering,
  find: (keyset: Keyset, sql: SqlKeyset) => Promise<Found[]>,
  count: () => Promise<number>,
): Promise<Connection<Found>> {
  for (const name of ["first", "last"] as const) {
    const size = args[name];
    if (size !== null && size !== undefined && (size < 1 || size > maximumPageSize))
      throw new BoardsError("input.invalid", { message: say("reasons.input.between", { name, minimum: 1, maximum: maximumPageSize }), field: name });
  }
  const { field, direction } = ordering;
  // Columns that hold a time are called createdAt, updatedAt and the like.
  const kind = field.endsWith("At") ? "d" : "s";
  const toCursor = (row: unknown) => encode((row as Found)[field] as Value, (row as Found).id);
  const connection = await resolveCursorConnection(
    { args, defaultSize: defaultPageSize, maxSize: maximumPageSize, toCursor },
    ({ before, after, limit, inverted }) => {
      const [forward, backward] = direction === "asc" ? (["gt", "lt"] as const) : (["lt", "gt"] as const);
      const bounds = [
        ...(after ? [{ operator: forward, ...decode(after, kind, "after") }] : []),
        ...(before ? [{ operator: backward, ...decode(before, kind, "before") }] : []),
      ];
      const way = inverted === (direction === "asc") ? "desc" : "asc";
      return find(
        { where: { AND: bounds.map((bound) => beyond(field, bound)) }, orderBy: [{ [field]: way }, { id: way }], take: limit },
        { bounds, direction: way },
      );
    },
  );
  return { ...(connection as Omit<Connection<Found>, "totalCount">), totalCount: count };
}

function encode(value: Value, id: string): string {
  return Buffer.from(JSON.stringify(value instanceof Date ? ["d", value.toISOString(), id] : ["s", value, id])).toString("base64url");
}

function decode(cursor: string, wanted: "d" | "s", field: string): { value: Value; id: string } {
  try {
    const [kind, text, id] = z.tuple([z.literal(wanted), z.string(), z.uuid()]).parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    const value = kind === "d" ? new Date(text) : cleanText(text);
    if (value instanceof Date && !isWithinCalendar(value)) throw new Error("not a time");
    return { value, id };
  } catch (cause) {
    throw new BoardsError("input.invalid", { message: say("reasons.input.cursor"), field, cause });
  }
}

/** What the nodes of a connection need from the database, by what the client asked of them. */
export function nodeQuery(context: GraphqlContext, info: GraphQLResolveInfo): object {
  return queryFromInfo({ context, info, paths: [["nodes"], ["edges", "node"]] });
}
