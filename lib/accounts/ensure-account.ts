import { lowerCaseAddress } from "@/lib/accounts/lower-case-address";
import { db, type Transaction } from "@/lib/db/client";
import type { Account } from "@/prisma/generated/client";

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

/** The account of this identity, created on first sight and brought up to date from what the provider says now. It is in no tenant by itself. */
export async function ensureAccount({ authProvider, authSubject, email, isEmailVerified }: Identity, client: Transaction = db()): Promise<Account> {
  const key = { authProvider, authSubject };
  const where = { authProvider_authSubject: key };
  const said = { email: email && lowerCaseAddress(email), isEmailVerified };
  let existing = await client.account.findUnique({ where });
  if (!existing) {
    // An upsert that has nothing to update looks first and inserts then: two at the same moment would collide.
    await client.account.createMany({ data: { ...key, ...said }, skipDuplicates: true });
    existing = await client.account.findUniqueOrThrow({ where });
  }
  const isNew = Object.entries(said).some(([field, value]) => value !== undefined && existing?.[field as keyof Account] !== value);
  return isNew ? client.account.update({ where, data: said }) : existing;
}
