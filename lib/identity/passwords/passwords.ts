import * as z from "zod";
import { accept, findInvitation, requireInvited } from "@/lib/identity/invitations/accept-invitations";
import { knownDevice } from "@/lib/identity/passwords/device-cookie";
import { hashPassword, isPasswordOf, newPassword } from "@/lib/identity/passwords/hash-password";
import { attemptPasswordOf, attemptSignIn } from "@/lib/identity/passwords/sign-in-attempts";
import { otherSessionsEnd } from "@/lib/identity/sessions/sessions";
import { ensureDefaultTenant } from "@/lib/identity/tenants/ensure-tenant";
import { asFirstOwner, hasOwner, makeOwner } from "@/lib/identity/tenants/set-up";
import { say } from "@/lib/messages/say";
import { happensIn } from "@/lib/platform/audit/audited";
import { networkOf } from "@/lib/platform/caller/request-address";
import { currentRequest } from "@/lib/platform/caller/request-context";
import { db, type Transaction } from "@/lib/platform/db/client";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";
import { countAgainst } from "@/lib/platform/limits/rate-limits";
import { parseInput } from "@/lib/platform/parse-input";
import { cutText } from "@/lib/platform/text/characters";
import { cleanText } from "@/lib/platform/text/clean-text";
import { type Account, Prisma, type User } from "@/prisma/generated/client";

const authProvider = "password";
const nobodysId = "00000000-0000-0000-0000-000000000000";
const email = z.email(say("reasons.user.email")).max(255).toLowerCase();
const newAccount = z.object({
  email,
  password: newPassword,
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
    if (env().authProvider !== authProvider) throw new BoardsError("auth.sign_up_closed", { message: say("reasons.password.signUpDisabled") });
    const given = parseInput(newAccount, input);
    await countAgainst("signIn", `address:${networkOf(currentRequest().ipAddress)}`);
    const invitation = given.invitationToken ? await findInvitation(given.invitationToken) : null;
    if (invitation) requireInvited(invitation, given.email);
    else if (await hasOwner((await ensureDefaultTenant()).id)) throw new BoardsError("auth.sign_up_closed");

    const profile = { displayName: given.displayName ?? undefined };
    const user = invitation
      ? await admit(given, (account, tx) => accept(invitation, account, profile, tx))
      : await asFirstOwner(given.setupToken, (tenantId) => admit(given, ({ id }, tx) => makeOwner(tx, tenantId, id, profile)));
    happensIn({ tenantId: user.tenantId, userId: user.id });
    return user;
  });
}

/**
 * Lets the account of this address in, which is made with its password, both or neither: whoever is refused leaves no account behind. Where
 * there is one, it must have this password.
 */
async function admit(
  given: { email: string; password: string },
  letIn: (account: Pick<Account, "id" | "email">, tx: Transaction) => Promise<User>,
): Promise<User> {
  const { email: address, password } = given;
  if (await findPasswordAccount(address)) {
    const refusal = { message: say("reasons.password.accountExists"), field: "password" };
    const known = await verifiedAccount(address, password, null, refusal);
    return db().$transaction((tx) => letIn(known, tx));
  }
  const passwordHash = await hashPassword(password);
  const data = { authProvider, authSubject: address, email: address, password: { create: { passwordHash } } };
  try {
    return await db().$transaction(async (tx) => letIn(await tx.account.create({ data }), tx));
  } catch (error) {
    const isTaken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
    // Made by another request of the same moment.
    if (isTaken && (await findPasswordAccount(address))) return admit(given, letIn);
    throw error;
  }
}

/**
 * The account of this address and password; throws the same error, after the same work, whichever of the two is wrong. `cookies` of the browser
 * tell whether it has signed in to it before: whoever guesses elsewhere does not keep it waiting.
 */
export function accountOfPassword(given: { email: string; password: string }, cookies: string | null = null): Promise<Account> {
  return verifiedAccount(signInAddress(given.email), cutText(cleanText(given.password), 200), cookies);
}

/** The account that signs in by this e-mail address, however it is written; null when there is none. */
export function findPasswordAccount(given: string): Promise<Account | null> {
  return db().account.findUnique({ where: { authProvider_authSubject: { authProvider, authSubject: signInAddress(given) } } });
}

const signInAddress = (given: string) => cutText(cleanText(given).trim().toLowerCase(), 255);

async function verifiedAccount(
  address: string,
  given: string,
  cookies: string | null,
  refusal: { message?: string; field?: string } = {},
): Promise<Account> {
  const account = await findPasswordAccount(address);
  const device = account && knownDevice(cookies, account.id);
  return attemptSignIn({ email: address, device }, async () => {
    // Asked for, too, where there is no account: the work is the same.
    const password = await db().passwordCredential.findUnique({ where: { accountId: account?.id ?? nobodysId } });
    if (!(await isPasswordOf(password?.passwordHash, given)) || !account) throw new BoardsError("auth.wrong_credentials", refusal);
    return account;
  });
}

/** Changes an account's password and ends its other sessions, in all tenants. */
export function changePassword(accountId: string, given: { currentPassword: string; newPassword: string }): Promise<true> {
  return asInstallation(async (): Promise<true> => {
    const { newPassword: chosen } = parseInput(z.object({ newPassword }), given);
    const known = await db().passwordCredential.findUnique({ where: { accountId } });
    const oldHash = await attemptPasswordOf(accountId, async () => {
      if (!known || !(await isPasswordOf(known.passwordHash, cutText(given.currentPassword, 200))))
        throw new BoardsError("auth.wrong_credentials", { message: say("reasons.password.currentWrong"), field: "currentPassword" });
      return known.passwordHash;
    });
    const passwordHash = await hashPassword(chosen);
    await db().$transaction([
      // Of two who give the old one at the same moment, one changes it.
      db().passwordCredential.update({ where: { accountId, passwordHash: oldHash }, data: { passwordHash, updatedAt: new Date() } }),
      otherSessionsEnd(accountId),
    ]);
    return true;
  });
}
