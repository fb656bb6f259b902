import { Prisma } from "@/prisma/generated/client";

/** How a list is ordered: by this field and then by id, so that every row has one place. */
export interface Ordering {
  field: string;
  direction: "asc" | "desc";
}

/** What rows are ordered by. */
export type Value = string | Date;

/** A page lies on this side of a row, which is known by its ordering value and id. */
export interface Bound {
  operator: "lt" | "gt";
  value: Value;
  id: string;
}

/** What `find` gets to add to its query. */
export interface Keyset {
  where: object;
  orderBy: Record<string, "asc" | "desc">[];
  take: number;
}

/** The same keyset, for a query in SQL. */
export interface SqlKeyset {
  bounds: Bound[];
  direction: "asc" | "desc";
}

/** The rows on one side of a row. The first part says no more than the second, but PostgreSQL begins to read at it: it finds no place in an OR. */
export const beyond = (field: string, { operator, value, id }: Bound) => ({
  [field]: { [`${operator}e`]: value },
  OR: [{ [field]: { [operator]: value } }, { id: { [operator]: id } }],
});

/** The side of a keyset on which a page lies, in SQL; of rows with `created_at` and `id`. */
export const beyondSql = (table: string, { bounds }: SqlKeyset): Prisma.Sql =>
  Prisma.join(
    [
      Prisma.sql`true`,
      ...bounds.map(({ operator, value, id }) => {
        const row = Prisma.raw(`(${table}.created_at, ${table}.id) ${operator === "lt" ? "<" : ">"}`);
        return Prisma.sql`${row} (${value}::timestamptz, ${id}::uuid)`;
      }),
    ],
    " AND ",
  );

/** The order of a keyset in SQL; of rows with `created_at` and `id`. */
export const orderSql = (table: string, { direction }: SqlKeyset): Prisma.Sql =>
  Prisma.raw(`${table}.created_at ${direction}, ${table}.id ${direction}`);
