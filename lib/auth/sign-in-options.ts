import { signInProvider } from "@/lib/auth/sign-in-provider";
import { asInstallation } from "@/lib/db/wall";
import { env } from "@/lib/env";
import { ensureDefaultTenant } from "@/lib/tenants/ensure-tenant";
import { hasOwner } from "@/lib/tenants/set-up";

/** How a browser can sign in here, for a page that asks before anybody is signed in. */
export async function signInOptions() {
  const { authProvider } = env();
  const hasPasswords = authProvider === "password";
  const provider = signInProvider()?.provider;
  const needsOwner = authProvider !== "none" && !(await asInstallation(async () => hasOwner((await ensureDefaultTenant()).id)));
  return {
    hasPasswords,
    provider: provider ? { id: provider.id, name: provider.name } : null,
    needsOwner,
    needsFirstAccount: hasPasswords && needsOwner,
  };
}
