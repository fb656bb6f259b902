import { db } from "@/lib/db/client";
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
 * The user of this identity, created on first sight and brought up to date from what the provider says now, but for what he chose himself.
 * The first user of a tenant becomes its owner; the database lets there be only one.
 */
export async function ensureUser(tenantId: string, identity: Identity): Promise<User> {
  const { authProvider, authSubject, ...given } = identity;
  const key = { tenantId, authProvider, authSubject };
  const where = { tenantId_authProvider_authSubject: key };
  const profile = { ...given, email: given.email?.toLowerCase() };
  const existing = await db().user.findUnique({ where });
  if (!existing) return (await createOwner(key, profile)) ?? db().user.upsert({ where, create: { ...key, ...profile }, update: profile });

  const changes = Object.fromEntries(
    Object.entries(profile).filter(
      ([field, value]) => value !== undefined && existing[field as keyof User] !== value && !existing.ownProfileFields.includes(field),
    ),
  );
  return Object.keys(changes).length > 0 ? db().user.update({ where, data: changes }) : existing;
}

async function createOwner(
  key: { tenantId: string; authProvider: string; authSubject: string },
  profile: Omit<Prisma.UserUncheckedCreateInput, keyof typeof key>,
) {
  if (await db().user.findFirst({ where: { tenantId: key.tenantId }, select: { id: true } })) return null;
  try {
    return await db().user.create({ data: { ...key, ...profile, tenantRole: "owner" } });
  } catch (error) {
    // Somebody else was first, in the same moment.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") return null;
    throw error;
  }
}
