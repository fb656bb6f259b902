import { ensureAccount, type Identity, refreshAccount } from "@/lib/identity/accounts/ensure-account";
import { db, type Transaction } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { Prisma, type User } from "@/prisma/generated/client";

/**
 * The user of this identity, created on first sight and brought up to date from what the provider says now, but for what they chose
 * themselves. Nobody owns a tenant by being its first: only who founds one, or sets the installation up, comes in as `owner`.
 * Throws `tenant.has_owner` when someone else is; the database lets there be only one.
 */
export async function ensureUser(
  tenantId: string,
  identity: Identity,
  role: "member" | "owner" = "member",
  client: Transaction = db(),
): Promise<User> {
  return ensureUserOf((await ensureAccount(identity, client)).id, tenantId, identity, role, client);
}

/** As `ensureUser`, for an account that is there. */
export async function ensureUserOf(
  accountId: string,
  tenantId: string,
  { displayName, avatarUrl }: Pick<Identity, "displayName" | "avatarUrl">,
  role: "member" | "owner" = "member",
  client: Transaction = db(),
): Promise<User> {
  const key = { tenantId, accountId };
  const where = { tenantId_accountId: key };
  const profile = { displayName, avatarUrl };
  const existing = await client.user.findUnique({ where });
  if (!existing && role === "member") {
    // As in `ensureAccount`: an upsert without a change is none.
    await client.user.createMany({ data: { ...key, ...profile }, skipDuplicates: true });
    return client.user.findUniqueOrThrow({ where });
  }
  if (!existing) {
    try {
      return await client.user.create({ data: { ...key, ...profile, tenantRole: role } });
    } catch (error) {
      // The same person, by another request of the same moment; else someone else.
      if (isTaken(error) && (await client.user.findUnique({ where }))) return ensureUserOf(accountId, tenantId, profile, role, client);
      throw orHasOwner(error);
    }
  }

  const changes: Prisma.UserUpdateInput = changesOf(existing, profile);
  if (role === "owner" && existing.tenantRole !== role) changes.tenantRole = role;
  if (Object.keys(changes).length === 0) return existing;
  return client.user.update({ where, data: changes }).catch((error) => {
    throw orHasOwner(error);
  });
}

/** A user whom their tenant has admitted, with their account. */
export type Member = Prisma.UserGetPayload<{ include: { account: true } }>;

/** The user of this identity in a tenant that has admitted it already; null for everyone else. */
export function findMember(tenantId: string, { authProvider, authSubject }: Identity): Promise<Member | null> {
  return db().user.findFirst({ where: { tenantId, account: { authProvider, authSubject } }, include: { account: true } });
}

/** Brings a member up to date, as `ensureUser` does. */
export async function refreshMember({ account, ...user }: Member, identity: Identity): Promise<User> {
  await refreshAccount(account, identity);
  const { displayName, avatarUrl } = identity;
  const changes = changesOf(user, { displayName, avatarUrl });
  return Object.keys(changes).length === 0 ? user : db().user.update({ where: { id: user.id }, data: changes });
}

/** What the provider says otherwise, but for what the person chose themselves. */
const changesOf = (user: User, profile: Pick<Identity, "displayName" | "avatarUrl">) =>
  Object.fromEntries(
    Object.entries(profile).filter(
      ([field, value]) => value !== undefined && user[field as keyof User] !== value && !user.ownProfileFields.includes(field),
    ),
  );

const isTaken = (error: unknown) => error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";

const orHasOwner = (error: unknown) => (isTaken(error) ? new BoardsError("tenant.has_owner", { cause: error }) : error);
