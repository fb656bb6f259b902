import { signInProvider } from "@/lib/identity/sign-in/sign-in-provider";
import { ensureDefaultTenant } from "@/lib/identity/tenants/ensure-tenant";
import { hasOwner } from "@/lib/identity/tenants/set-up";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { env } from "@/lib/platform/env";

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
