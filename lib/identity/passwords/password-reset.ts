import { createHash } from "node:crypto";
import * as z from "zod";
import { enterUsual } from "@/lib/identity/memberships/enter-as";
import { hashPassword, newPassword } from "@/lib/identity/passwords/hash-password";
import { mayReset } from "@/lib/identity/passwords/may-reset";
import { forgiveStrangersAt } from "@/lib/identity/passwords/sign-in-attempts";
import { ensureDefaultTenant } from "@/lib/identity/tenants/ensure-tenant";
import { say } from "@/lib/messages/say";
import { concerns, happensIn } from "@/lib/platform/audit/audited";
import { openToken, sealToken } from "@/lib/platform/caller/signed-token";
import { requireTenantAdmin, type TenantRole, type Viewer } from "@/lib/platform/caller/viewer";
import { db, type Transaction } from "@/lib/platform/db/client";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";

const validityMs = 24 * 3600 * 1000;

/** A link that sets a new password, once. */
export interface PasswordReset {
  link: string;
  expiresAt: Date;
}

/**
 * A link by which a person sets a new password, for an admin to hand on. It is not stored and cannot be read again. It works once and for a
 * day, and no longer than the password stays as it is and the admin could make it anew.
 */
export async function createPasswordReset(viewer: Viewer, userId: string): Promise<PasswordReset> {
  const maker = requireTenantAdmin(viewer);
  return asInstallation(async () => {
    requirePasswords();
    const defaultTenant = await ensureDefaultTenant();
    const everywhere = maker.tenantId === defaultTenant.id;
    const person = await db().user.findFirst({ where: { id: userId, ...(everywhere ? {} : { tenantId: maker.tenantId }) } });
    if (!person) throw new BoardsError("user.not_found", { field: "userId" });
    if (person.accountId === maker.accountId)
      throw new BoardsError("auth.reset_forbidden", { message: say("reasons.password.ownReset"), field: "userId" });
    if (!(await mayStillReset(db(), maker.userId, person.accountId))) throw new BoardsError("auth.reset_forbidden", { field: "userId" });
    if (person.tenantId !== maker.tenantId) concerns({ tenantId: person.tenantId, targetType: "User", targetId: person.id });
    return resetOf(person.accountId, maker.userId);
  });
}

/** A link like that for the account of this e-mail address, for whoever runs the server: the owner's way back in. Null when there is none. */
export async function createPasswordResetOnServer(email: string): Promise<PasswordReset | null> {
  requirePasswords();
  const where = { authProvider_authSubject: { authProvider: "password", authSubject: email.trim().toLowerCase() } };
  const account = await db().account.findUnique({ where });
  return account && resetOf(account.id, null);
}

/** Sets a new password by such a link, and ends all sessions of its account. Answers the e-mail address to sign in with. */
export function resetPassword(given: { token: string; newPassword: string }): Promise<string> {
  return asInstallation(async () => {
    requirePasswords();
    const { newPassword: password } = parseInput(z.object({ newPassword }), given);
    const { accountId, makerId, state } = openReset(given.token);
    const passwordHash = await hashPassword(password);
    const account = await db().$transaction(async (tx) => {
      const known = await tx.passwordCredential.findUnique({ where: { accountId } });
      if (stateOf(known?.passwordHash) !== state) throw new BoardsError("auth.reset_invalid", { field: "token" });
      // One statement compares and sets: of two at the same moment one finds another password than it knew.
      const changed = known
        ? await tx.passwordCredential.updateMany({
            where: { accountId, passwordHash: known.passwordHash },
            data: { passwordHash, updatedAt: new Date() },
          })
        : await tx.passwordCredential.createMany({ data: { accountId, passwordHash }, skipDuplicates: true });
      if (changed.count === 0 || (makerId !== null && !(await mayStillReset(tx, makerId, accountId))))
        throw new BoardsError("auth.reset_invalid", { field: "token" });
      await tx.userSession.deleteMany({ where: { accountId } });
      return tx.account.findUniqueOrThrow({ where: { id: accountId } });
    });
    await forgiveStrangersAt(account.authSubject);
    await tellReset(accountId);
    return account.authSubject;
  });
}

function requirePasswords(): void {
  if (env().authProvider !== "password") throw new BoardsError("auth.reset_forbidden", { message: say("reasons.password.disabled") });
}

async function resetOf(accountId: string, makerId: string | null): Promise<PasswordReset> {
  const known = await db().passwordCredential.findUnique({ where: { accountId } });
  const expiresAt = new Date(Date.now() + validityMs);
  const token = sealToken("passwordReset", { accountId, makerId, state: stateOf(known?.passwordHash) }, expiresAt);
  return { link: `${env().baseUrl ?? ""}/reset-password?token=${token}`, expiresAt };
}

function openReset(token: string): { accountId: string; makerId: string | null; state: string } {
  const content = openToken("passwordReset", token);
  if (!content) throw new BoardsError("auth.reset_invalid", { field: "token" });
  return content as { accountId: string; makerId: string | null; state: string };
}

/** Tells one password from the next without telling anything about it: its hash has a salt of its own. */
const stateOf = (passwordHash: string | undefined) =>
  createHash("sha256")
    .update(passwordHash ?? "none")
    .digest("base64url");

/** Whether whoever made a link is still there and still has the right to. */
async function mayStillReset(tx: Transaction, makerId: string, accountId: string): Promise<boolean> {
  const maker = await tx.user.findFirst({ where: { id: makerId, disabledAt: null } });
  const person = await tx.user.findMany({ where: { accountId }, select: { tenantId: true, tenantRole: true }, take: 1000 });
  const standing = (user: { tenantId: string; tenantRole: string }) => ({ ...user, tenantRole: user.tenantRole as TenantRole });
  return maker !== null && mayReset(standing(maker), person.map(standing), (await ensureDefaultTenant()).id);
}

async function tellReset(accountId: string): Promise<void> {
  const user = await enterUsual(accountId, "last").catch(() => null);
  if (user) happensIn({ tenantId: user.tenantId, userId: user.id, targetType: "User", targetId: user.id });
}
