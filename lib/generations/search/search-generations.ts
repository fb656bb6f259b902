import { db } from "@/lib/platform/db/client";
import { beyondSql, orderSql, type SqlKeyset } from "@/lib/platform/db/keyset";
import { readAsInstallation } from "@/lib/platform/db/tenant-scope";
import type { Prisma } from "@/prisma/generated/client";

/** The ids of a page of what is found, in its order. */
export async function findIds(search: Prisma.Sql, { take, ...keyset }: SqlKeyset & { take: number }): Promise<string[]> {
  const rows = await readAsInstallation(
    () => db().$queryRaw<{ found: string }[]>`
      SELECT g.id::text AS found ${search} AND ${beyondSql("g", keyset)} ORDER BY ${orderSql("g", keyset)} LIMIT ${take}`,
  );
  return rows.map(({ found }) => found);
}

/** How many are found. */
export async function countFound(search: Prisma.Sql): Promise<number> {
  const [row] = await readAsInstallation(() => db().$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${search}`);
  return row?.count ?? 0;
}
