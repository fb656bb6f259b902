import { findGenerator } from "@/lib/generators/catalogue/registry";
import { db } from "@/lib/platform/db/client";
import type { SpendingRow, spendingGroups } from "@/lib/spending/spending";

type Group = (typeof spendingGroups)[number];

/** A row of spending with the name of what its key stands for; null for days, and for what is gone. */
export type NamedSpendingRow = SpendingRow & { name?: string | null };

/** Names what spending was added up by, in one statement. For admins: boards are named that they need not see. */
export async function withNames(groupBy: Group, rows: SpendingRow[]): Promise<NamedSpendingRow[]> {
  const keys = rows.map(({ key }) => key).filter(Boolean);
  const names = new Map(keys.length > 0 ? await namesOf(groupBy, keys) : []);
  return rows.map((row) => ({ ...row, name: names.get(row.key) ?? null }));
}

async function namesOf(groupBy: Group, keys: string[]): Promise<[string, string | null][]> {
  const where = { id: { in: keys } };
  if (groupBy === "generator") {
    const added = await db().addedModel.findMany({ where: { name: { in: keys } }, select: { name: true, title: true } });
    const titles = new Map(added.map(({ name, title }) => [name, title]));
    return keys.map((key) => [key, findGenerator(key)?.title ?? titles.get(key) ?? null]);
  }
  if (groupBy === "day") return [];
  if (groupBy === "user") {
    const people = await db().user.findMany({ where, select: { id: true, displayName: true, account: { select: { email: true } } } });
    return people.map(({ id, displayName, account }) => [id, displayName ?? account.email]);
  }
  if (groupBy === "board") {
    const boards = await db().board.findMany({ where, select: { id: true, title: true } });
    return boards.map(({ id, title }) => [id, title]);
  }
  const tenants = await db().tenant.findMany({ where, select: { id: true, name: true } });
  return tenants.map(({ id, name }) => [id, name]);
}
