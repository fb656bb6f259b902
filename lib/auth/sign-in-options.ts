import { signInProvider } from "@/lib/auth/sign-in-provider";
import { db } from "@/lib/db/client";
import { asInstallation } from "@/lib/db/wall";
import { env } from "@/lib/env";

/** How a browser can sign in here, for a page that asks before anybody is signed in. */
export async function signInOptions() {
  const hasPasswords = env().authProvider === "password";
  const provider = signInProvider()?.provider;
  const isEmpty = async () => !(await asInstallation(() => db().user.findFirst({ select: { id: true } })));
  return {
    hasPasswords,
    provider: provider ? { id: provider.id, name: provider.name } : null,
    needsFirstAccount: hasPasswords && (await isEmpty()),
  };
}
