import { db, type Transaction } from "@/lib/db/client";
import { BoardsError } from "@/lib/errors";
import { Prisma, type User } from "@/prisma/generated/client";

/** Who an authentication provider says somebody is. */
export interface Identity {
  authProvider: string;
  authSubject: string;
  email?: string | undefined;
  displayName?: string | undefined;
  avatarUrl?: string | undefined;
  /** Whether the provider vouches for the address. */
  isEmailVerified?: boolean | undefined;
}

/**
 * The user of this identity, created on first sight and brought up to date from what the provider says now, but for what they chose
 * themselves. Nobody owns a tenant by being its first: only who founds one, or sets the installation up, comes in as `owner`.
 * Throws `tenant.has_owner` when somebody else is; the database lets there be only one.
 */
export async function ensureUser(
  tenantId: string,
  identity: Identity,
  role: "member" | "owner" = "member",
  client: Transaction = db(),
): Promise<User> {
  const { authProvider, authSubject, ...given } = identity;
  const key = { tenantId, authProvider, authSubject };
  const where = { tenantId_authProvider_authSubject: key };
  const profile = { ...given, email: given.email?.toLowerCase() };
  const existing = await client.user.findUnique({ where });
  if (!existing && role === "member") return client.user.upsert({ where, create: { ...key, ...profile }, update: profile });
  if (!existing) {
    try {
      return await client.user.create({ data: { ...key, ...profile, tenantRole: role } });
    } catch (error) {
      // The same person, by another request of the same moment; else somebody else.
      if (isTaken(error) && (await client.user.findUnique({ where }))) return ensureUser(tenantId, identity, role, client);
      throw orHasOwner(error);
    }
  }

  const changes: Prisma.UserUpdateInput = Object.fromEntries(
    Object.entries(profile).filter(
      ([field, value]) => value !== undefined && existing[field as keyof User] !== value && !existing.ownProfileFields.includes(field),
    ),
  );
  if (role === "owner" && existing.tenantRole !== role) changes.tenantRole = role;
  if (Object.keys(changes).length === 0) return existing;
  return client.user.update({ where, data: changes }).catch((error) => {
    throw orHasOwner(error);
  });
}

const isTaken = (error: unknown) => error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";

const orHasOwner = (error: unknown) => (isTaken(error) ? new BoardsError("tenant.has_owner", { cause: error }) : error);
