import { Prisma } from "@/prisma/generated/client";

/** So many generations can be named to a bulk job. */
export const maximumNamed = 5000;

/** Which of what a search finds a bulk job changes: only these, or all but those. */
export interface Named {
  ids?: string[] | null;
  exceptIds?: string[] | null;
}

/** The same as a condition of `boards.generations AS g`. */
export function namedSql({ ids, exceptIds }: Named): Prisma.Sql {
  const only = ids ? Prisma.sql`g.id = ANY(${ids}::uuid[])` : Prisma.sql`true`;
  return exceptIds?.length ? Prisma.sql`${only} AND g.id <> ALL(${exceptIds}::uuid[])` : only;
}
