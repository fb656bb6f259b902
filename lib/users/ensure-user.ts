import { db } from "@/lib/db/client";

/** Who an authentication provider says somebody is. */
export interface Identity {
  authProvider: string;
  authSubject: string;
  email?: string | undefined;
  displayName?: string | undefined;
  avatarUrl?: string | undefined;
}

/** The user of this identity, created on first sight and brought up to date from what the provider says now. */
export async function ensureUser(tenantId: string, identity: Identity): Promise<{ id: string; tenantId: string }> {
  const { authProvider, authSubject, ...profile } = identity;
  const key = { tenantId, authProvider, authSubject };
  const existing = await db().user.findUnique({ where: { tenantId_authProvider_authSubject: key } });
  const isCurrent =
    existing && Object.entries(profile).every(([name, value]) => value === undefined || existing[name as keyof typeof profile] === value);
  if (isCurrent) return existing;
  return db().user.upsert({ where: { tenantId_authProvider_authSubject: key }, create: { ...key, ...profile }, update: profile });
}
