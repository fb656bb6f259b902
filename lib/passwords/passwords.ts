import { randomUUID } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { z } from "zod";
import { happensIn } from "@/lib/audit/audited";
import type { Viewer } from "@/lib/auth/viewer";
import { currentVisit } from "@/lib/auth/visit";
import { db } from "@/lib/db/client";
import { asInstallation } from "@/lib/db/wall";
import { env } from "@/lib/env";
import { BoardsError } from "@/lib/errors";
import { accept, findInvitation } from "@/lib/invitations/accept-invitations";
import { countAgainst } from "@/lib/limits/rate-limits";
import { parseInput } from "@/lib/parse-input";
import { ensureDefaultTenant } from "@/lib/tenants/ensure-tenant";
import { hasOwner, setUp } from "@/lib/tenants/set-up";
import { cutText } from "@/lib/text/characters";
import { cleanText } from "@/lib/text/clean-text";
import { ensureUser } from "@/lib/users/ensure-user";
import type { User } from "@/prisma/generated/client";

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

/** Makes an account with a password: the owner's by the setup token, every other by an invitation to its address. */
export function createAccount(input: z.input<typeof newAccount>): Promise<User> {
  return asInstallation(async () => {
    if (env().authProvider !== authProvider) throw new BoardsError("auth.sign_up_closed", { message: "Accounts are not made here" });
    const { invitationToken, setupToken, ...account } = parseInput(newAccount, input);
    await countSignIn(account.email);
    const invitation = invitationToken ? await findInvitation(invitationToken) : null;
    if (invitation && invitation.email !== account.email)
      throw new BoardsError("invitation.not_found", { message: "This invitation is for another e-mail address", field: "email" });
    const isTaken = await db().user.findFirst({ where: { authProvider, authSubject: account.email }, select: { id: true } });
    if (isTaken) throw new BoardsError("auth.email_taken", { field: "email" });
    if (!invitation && (await hasOwner((await ensureDefaultTenant()).id))) throw new BoardsError("auth.sign_up_closed");

    const passwordHash = await hash(account.password, cost);
    const identity = {
      authProvider,
      authSubject: account.email,
      email: account.email,
      displayName: account.displayName ?? undefined,
      isEmailVerified: Boolean(invitation),
    };
    const user = invitation ? await ensureUser(invitation.tenantId, identity) : await setUp(identity, setupToken);
    await db().passwordCredential.create({ data: { userId: user.id, passwordHash } });
    if (invitation) await accept(invitation, user);
    happensIn({ tenantId: user.tenantId, userId: user.id });
    return user;
  });
}

/** The user of this address and password; throws the same error, after the same work, whichever of the two is wrong. */
export async function userOfPassword(given: { email: string; password: string }): Promise<User> {
  const address = cutText(cleanText(given.email).trim().toLowerCase(), 255);
  await countSignIn(address);
  // Whoever founded further tenants is a user of each, and has a password as one of them.
  const user = await db().user.findFirst({ where: { authProvider, authSubject: address, password: { isNot: null } }, include: { password: true } });
  const isRight = await verify(user?.password?.passwordHash ?? (await decoyHash()), cutText(cleanText(given.password), 200));
  if (!user?.password || !isRight) throw new BoardsError("auth.wrong_credentials");
  if (user.disabledAt) throw new BoardsError("auth.disabled");
  return user;
}

/** Changes the viewer's password and ends his other sessions. */
export async function changePassword(viewer: Viewer, given: { currentPassword: string; newPassword: string }): Promise<true> {
  const newPassword = parseInput(z.object({ newPassword: password }), given).newPassword;
  const known = await db().passwordCredential.findUnique({ where: { userId: viewer.userId } });
  await countAgainst("signIn", viewer.userId);
  if (!known || !(await verify(known.passwordHash, cutText(given.currentPassword, 200))))
    throw new BoardsError("auth.wrong_credentials", { message: "The current password is wrong", field: "currentPassword" });
  const { sessionId } = currentVisit();
  const passwordHash = await hash(newPassword, cost);
  await db().$transaction([
    db().passwordCredential.update({ where: { userId: viewer.userId }, data: { passwordHash, updatedAt: new Date() } }),
    db().userSession.deleteMany({ where: { userId: viewer.userId, ...(sessionId ? { id: { not: sessionId } } : {}) } }),
  ]);
  return true;
}

async function countSignIn(address: string): Promise<void> {
  await countAgainst("signIn", `email:${address}`);
  await countAgainst("signIn", `address:${currentVisit().ipAddress ?? "unknown"}`);
}
