import * as z from "zod";
import { say } from "@/lib/messages/say";
import { requireTenantAdmin, type Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { lock } from "@/lib/platform/db/lock";
import { BoardsError } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { post } from "@/lib/spending/post";

const creditShape = z.object({
  userId: z.uuid(),
  usd: z.number().positive().max(1_000_000),
  kind: z.enum(["grant", "purchase"]),
  description: z.string().trim().max(500).nullish(),
});

/** Adds to a person's balance, given or bought; answers the balance in US dollars. */
export async function addCredits(viewer: Viewer | null, raw: unknown): Promise<number> {
  const { tenantId } = requireTenantAdmin(viewer);
  const { userId, usd, kind, description } = parseInput(creditShape, raw);
  await findPerson(tenantId, userId);
  const line = { tenantId, userId, type: kind, amount: usd, description: description || (kind === "grant" ? "Granted" : "Purchased") } as const;
  return Number(await db().$transaction((tx) => post(tx, [line])));
}

/** A tenant has at most this many spending limits: as many as their list shows. */
export const maximumSpendingLimits = 1000;

const limitShape = z.object({
  userId: z.uuid().nullish(),
  period: z.enum(["day", "month"]),
  maxUsd: z.number().min(0).max(1_000_000).nullish(),
  maxGenerations: z.int().min(0).max(10_000_000).nullish(),
});

/** Sets how much the tenant, or one person, may spend in a day or month; with neither maximum the limit goes. */
export async function setSpendingLimit(viewer: Viewer | null, raw: unknown) {
  const { tenantId } = requireTenantAdmin(viewer);
  const { userId = null, period, maxUsd = null, maxGenerations = null } = parseInput(limitShape, raw);
  if (userId) await findPerson(tenantId, userId);
  return db().$transaction(async (tx) => {
    // Whoever is about to spend sees the limit as it was or as it will be.
    await lock(tx, `spending:${tenantId}`);
    await tx.spendingLimit.deleteMany({ where: { tenantId, userId, period } });
    if (maxUsd === null && maxGenerations === null) return null;
    if ((await tx.spendingLimit.count({ where: { tenantId } })) >= maximumSpendingLimits)
      throw new BoardsError("input.invalid", { message: say("reasons.spending.tooManyLimits", { maximum: maximumSpendingLimits }), field: "userId" });
    return tx.spendingLimit.create({ data: { tenantId, userId, period, maxUsd, maxGenerations } });
  });
}

/** Whether people of the tenant may spend only what their balance holds. */
export async function setCreditsRequired(viewer: Viewer | null, isRequired: boolean): Promise<boolean> {
  const { tenantId } = requireTenantAdmin(viewer);
  // Added in one statement, so that no other setting that changes at the same moment is lost.
  const added = JSON.stringify({ requiresCredits: isRequired });
  await db().$executeRaw`UPDATE boards.tenants SET settings = settings || ${added}::jsonb, updated_at = now() WHERE id = ${tenantId}::uuid`;
  return isRequired;
}

async function findPerson(tenantId: string, userId: string) {
  const person = await db().user.findFirst({ where: { id: userId, tenantId }, select: { id: true } });
  if (!person) throw new BoardsError("user.not_found", { field: "userId" });
}
