import DataLoader from "dataloader";
import { db } from "@/lib/platform/db/client";
import type { Columns } from "@/lib/platform/graphql/columns";
import { maximumPageSize } from "@/lib/platform/graphql/page";
import type { RequestBudget } from "@/lib/platform/graphql/request-budget";
import { Prisma } from "@/prisma/generated/client";

/** A page of the rows that belong to one parent. */
export interface PageOf {
  id: string;
  take: number;
  skip: number;
  /** What is read of each row, where the loader can leave columns out; all of them if it says nothing. */
  columns?: Columns<Record<string, unknown>>;
}

/** What a row refers to, where the database keeps that it is there. */
export async function found<Row>(row: Promise<Row | null>): Promise<Row> {
  const there = await row;
  if (there === null) throw new Error("a row refers to one that is not there");
  return there;
}

/** As many of a parent's rows as any list answers. */
export const firstPage = (id: string): PageOf => ({ id, take: maximumPageSize, skip: 0 });

/**
 * Loads pages of rows for many parents in two statements. `idsOf` finds the ids for one `parent.id`, in order; PostgreSQL holds the limit of
 * each page and of the request. (Prisma's nested `take` reads every row of every parent and cuts afterwards.)
 */
export function pageLoader<Row extends { id: string }>(
  budget: RequestBudget,
  idsOf: Prisma.Sql,
  read: (ids: string[], columns: Columns<Row>) => Promise<Row[]>,
) {
  return new DataLoader<PageOf, Row[], string>(
    async (pages) => {
      const found = await db().$queryRaw<{ page: number; id: string }[]>(Prisma.sql`
        SELECT parent.page::int, item.id::text
        FROM unnest(${pages.map(({ id }) => id)}::uuid[], ${pages.map(({ take }) => take)}::int[], ${pages.map(({ skip }) => skip)}::int[])
          WITH ORDINALITY AS parent(id, take, skip, page)
        CROSS JOIN LATERAL (${idsOf} LIMIT parent.take OFFSET parent.skip) AS item
        LIMIT ${Math.max(0, budget.left) + 1}`);
      budget.spend(found.length);
      const rows = found.length > 0 ? await read([...new Set(found.map(({ id }) => id))], together<Row>(pages)) : [];
      const byId = new Map(rows.map((row) => [row.id, row]));
      const answers: Row[][] = pages.map(() => []);
      for (const { page, id } of found) {
        const row = byId.get(id);
        if (row) answers[page - 1]?.push(row);
      }
      return answers;
    },
    { cacheKeyFn: ({ id, take, skip, columns }) => `${id}:${take}:${skip}:${columns ? Object.keys(columns).sort() : "all"}` },
  );
}

/** The columns that all of these pages need. */
function together<Row>(pages: readonly PageOf[]): Columns<Row> {
  if (!pages.every(({ columns }) => columns)) return null;
  return Object.assign({}, ...pages.map(({ columns }) => columns));
}

/** Loads rows one by one by their id, all that are asked for together in one statement; null for what is not there. */
export function rowLoader<Row extends { id: string }>(budget: RequestBudget, read: (ids: string[]) => Promise<Row[]>) {
  return new DataLoader<string, Row | null>(async (ids) => {
    budget.spend(ids.length);
    const byId = new Map((await read([...ids])).map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}
