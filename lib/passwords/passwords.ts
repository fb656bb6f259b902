import { randomUUID } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { z } from "zod";
import { happensIn } from "@/lib/audit/audited";
import { currentVisit } from "@/lib/auth/visit";
import { db } from "@/lib/db/client";
import { asInstallation } from "@/lib/db/wall";
import { env } from "@/lib/env";
import { BoardsError } from "@/lib/errors";
import { accept, findInvitation, requireInvited } from "@/lib/invitations/accept-invitations";
import { countAgainst } from "@/lib/limits/rate-limits";
import { parseInput } from "@/lib/parse-input";
import { otherSessionsEnd } from "@/lib/sessions/sessions";
import { ensureDefaultTenant } from "@/lib/tenants/ensure-tenant";
import { asFirstOwner, hasOwner } from "@/lib/tenants/set-up";
import { cutText } from "@/lib/text/characters";
import { cleanText } from "@/lib/text/clean-text";
import { ensureUserOf } from "@/lib/users/ensure-user";
import { type Account, Prisma, type User } from "@/prisma/generated/client";

const authProvider = "password";
const email = z.email("This is not an e-mail address").max(255).toLowerCase();
const password = z.string().min(10, "A password needs at least 10 characters").max(200, "A password takes at most 200 characters");

/** argon2id, as OWASP's password storage cheat sheet says: 19 MiB, two passes, one lane. The library's default algorithm is argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Compared against when nobody has the address, so that the answer takes as long.
let decoy: Promise<string> | undefined;
const decoyHash = () => {
  decoy ??= hash(randomUUID(), cost);
  return decoy;
};

const newAccount = z.object({
  email,
  password,
  displayName: z.string().trim().min(1).max(255).nullish(),
  invitationToken: z.string().max(200).nullish(),
  setupToken: z.string().max(200).nullish(),
});

/**
 * Makes an account with a password: the owner's by the setup token, every other by an invitation to its address. Where there is an account of
 * that address, it comes in by its own password. Without an invitation nobody is told whether there is one.
 */
export function createAccount(input: z.input<typeof newAccount>): Promise<User> {
  return asInstallation(async () => {
    if (env().authProvider !== authProvider) throw new BoardsError("auth.sign_up_closed", { message: "Accounts are not made here" });
    const given = parseInput(newAccount, input);
    await countSignIn(given.email);
    const invitation = given.invitationToken ? await findInvitation(given.invitationToken) : null;
    if (invitation) requireInvited(invitation, given.email);
    else if (await hasOwner((await ensureDefaultTenant()).id)) throw new BoardsError("auth.sign_up_closed");

    const profile = { displayName: given.displayName ?? undefined };
    const user = invitation
      ? await accept(invitation, await accountWith(given), profile)
      : await asFirstOwner(given.setupToken, async (tenantId) => ensureUserOf((await accountWith(given)).id, tenantId, profile, "owner"));
    happensIn({ tenantId: user.tenantId, userId: user.id });
    return user;
  });
}

/** The account of this address, made with its password in one statement; where there is one, it must have this password. */
async function accountWith({ email: address, password: given }: { email: string; password: string }): Promise<Account> {
  const passwordHash = await hash(given, cost);
  try {
    const known = { authProvider, authSubject: address, email: address };
    return await db().account.create({ data: { ...known, password: { create: { passwordHash } } } });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") return verifiedAccount(address, given);
    throw error;
  }
}

/** The account of this address and password; throws the same error, after the same work, whichever of the two is wrong. */
export async function accountOfPassword(given: { email: string; password: string }): Promise<Account> {
  const address = cutText(cleanText(given.email).trim().toLowerCase(), 255);
  await countSignIn(address);
  return verifiedAccount(address, cutText(cleanText(given.password), 200));
}

async function verifiedAccount(address: string, given: string): Promise<Account> {
  const where = { authProvider_authSubject: { authProvider, authSubject: address } };
  const found = await db().account.findUnique({ where, include: { password: true } });
  const isRight = await verify(found?.password?.passwordHash ?? (await decoyHash()), given);
  if (!found?.password || !isRight) throw new BoardsError("auth.wrong_credentials");
  const { password: _, ...account } = found;
  return account;
}

/** Changes an account's password and ends its other sessions, in all tenants. */
export function changePassword(accountId: string, given: { currentPassword: string; newPassword: string }): Promise<true> {
  return asInstallation(async (): Promise<true> => {
    const newPassword = parseInput(z.object({ newPassword: password }), given).newPassword;
    const known = await db().passwordCredential.findUnique({ where: { accountId } });
    await countAgainst("signIn", accountId);
    if (!known || !(await verify(known.passwordHash, cutText(given.currentPassword, 200))))
      throw new BoardsError("auth.wrong_credentials", { message: "The current password is wrong", field: "currentPassword" });
    const passwordHash = await hash(newPassword, cost);
    await db().$transaction([
      db().passwordCredential.update({ where: { accountId }, data: { passwordHash, updatedAt: new Date() } }),
      otherSessionsEnd(accountId),
    ]);
    return true;
  });
}

async function countSignIn(address: string): Promise<void> {
  await countAgainst("signIn", `email:${address}`);
  await countAgainst("signIn", `address:${currentVisit().ipAddress ?? "unknown"}`);
}
