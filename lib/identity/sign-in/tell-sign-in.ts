import { findUsual } from "@/lib/identity/memberships/enter-as";
import { findPasswordAccount } from "@/lib/identity/passwords/passwords";
import { countRepeat } from "@/lib/platform/audit/repeats";
import { writeAuditEntry } from "@/lib/platform/audit/write-audit-entry";
import { currentRequest } from "@/lib/platform/caller/request-context";
import { log } from "@/lib/platform/log";
import type { User } from "@/prisma/generated/client";

const firstFailures = 3;

/** Tells the audit log of the tenant that someone entered by signing in; of no tenant there is none. */
export async function tellSignIn(user: User | null): Promise<void> {
  if (!user) return;
  await writeAuditEntry({ tenantId: user.tenantId, userId: user.id, action: "signIn", targetType: "User", targetId: user.id, outcome: "ok" });
}

/**
 * Tells of a sign-in that failed: the audit log of the tenant that the account would have entered, where there is an account, and otherwise the
 * log of the process. In an hour the first three at an account have a line, then the tenth, the hundredth and so on, each with its number.
 */
export async function tellFailedSignIn(email: string, outcome: string): Promise<void> {
  try {
    const account = await findPasswordAccount(email);
    const user = account && (await findUsual(account.id, "last"));
    const { times, isTold } = await countRepeat(`signIn ${user?.id ?? "nobody"}`, { first: firstFailures });
    if (!isTold) return;
    const { id, tenantId } = user ?? {};
    if (!tenantId) log.info({ ipAddress: currentRequest().ipAddress, outcome, timesThisHour: times }, "sign-in failed: no tenant has this address");
    else await writeAuditEntry({ tenantId, action: "signIn", targetType: "User", targetId: id, outcome, details: { email, timesThisHour: times } });
  } catch (error) {
    log.error({ err: error }, "could not record a failed sign-in");
  }
}
