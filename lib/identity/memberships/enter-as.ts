import { assertApproved, isApproved } from "@/lib/identity/tenants/approval";
import { toSlug } from "@/lib/identity/tenants/tenant-candidates";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { isUuid } from "@/lib/platform/uuid";
import type { Prisma, User } from "@/prisma/generated/client";

/** Nobody is in so many tenants; more are not looked at. */
const maximumTenants = 1000;

/** What decides whether a user may enter their tenant. */
export const withTenant = { tenant: { select: { id: true, slug: true, name: true, settings: true } } } satisfies Prisma.UserInclude;
type UserOfTenant = Prisma.UserGetPayload<{ include: typeof withTenant }>;

/** Whether a user may enter their tenant: they are not disabled there, and it does not wait for approval. */
export const mayEnter = (user: UserOfTenant): boolean => !user.disabledAt && isApproved(user.tenant.settings);

/** Who an account is in the tenant of this id or slug; throws where it may not enter. */
export async function enterAs(accountId: string, tenant: string): Promise<User> {
  const meant = isUuid(tenant) ? { id: tenant } : { slug: toSlug(tenant) ?? "" };
  const user = await db().user.findFirst({ where: { accountId, tenant: meant }, include: withTenant });
  if (!user) throw new BoardsError("tenant.not_member");
  return assertMayEnter(user);
}

/** Who an account is where it goes by itself, as in `findUsual`. Null when no tenant has admitted it; throws when all of them shut it out. */
export async function enterUsual(accountId: string, by: "last" | "age"): Promise<User | null> {
  const user = await findUsual(accountId, by);
  return user && assertMayEnter(user);
}

/**
 * Who an account is in the tenant where its last browser was, or only by age, among those that it may enter; when all of them shut it out, in one
 * of these. Null when no tenant has admitted it.
 */
export async function findUsual(accountId: string, by: "last" | "age"): Promise<UserOfTenant | null> {
  const age = { createdAt: "asc" } as const;
  const users = await db().user.findMany({
    where: { accountId },
    include: withTenant,
    orderBy: by === "last" ? [{ lastEnteredAt: { sort: "desc", nulls: "last" } }, age] : age,
    take: maximumTenants,
  });
  return users.find(mayEnter) ?? users.find(({ disabledAt }) => !disabledAt) ?? users[0] ?? null;
}

/** Insists on a user who may enter their tenant. */
export function assertMayEnter({ tenant, ...user }: UserOfTenant): User {
  if (user.disabledAt) throw new BoardsError("auth.disabled");
  assertApproved(tenant.settings);
  return user;
}
