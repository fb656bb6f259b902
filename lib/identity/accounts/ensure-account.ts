import { lowerCaseAddress } from "@/lib/identity/accounts/lower-case-address";
import { db, type Transaction } from "@/lib/platform/db/client";
import type { Account } from "@/prisma/generated/client";

/** Who an authentication provider says someone is. */
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
export async function ensureAccount(identity: Identity, client: Transaction = db()): Promise<Account> {
  const { authProvider, authSubject } = identity;
  const key = { authProvider, authSubject };
  const where = { authProvider_authSubject: key };
  const existing = await client.account.findUnique({ where });
  if (existing) return refreshAccount(existing, identity, client);
  // An upsert that has nothing to update looks first and inserts then: two at the same moment would collide.
  await client.account.createMany({ data: { ...key, ...saidOf(identity) }, skipDuplicates: true });
  return refreshAccount(await client.account.findUniqueOrThrow({ where }), identity, client);
}

/** Brings an account up to date from what the provider says now. */
export async function refreshAccount(account: Account, identity: Identity, client: Transaction = db()): Promise<Account> {
  const said = saidOf(identity);
  const isNew = Object.entries(said).some(([field, value]) => value !== undefined && account[field as keyof Account] !== value);
  return isNew ? client.account.update({ where: { id: account.id }, data: said }) : account;
}

const saidOf = ({ email, isEmailVerified }: Identity) => ({ email: email && lowerCaseAddress(email), isEmailVerified });
