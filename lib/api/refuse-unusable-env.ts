import { refuseUnusableServerNames } from "@/lib/generators/catalogue/openai-compatible/server-names";
import { refuseUnusableAddresses, unreadKeys } from "@/lib/generators/catalogue/provider-variables";
import { providers } from "@/lib/generators/catalogue/providers";
import { tokenSettings } from "@/lib/identity/sign-in/token-settings";
import { env } from "@/lib/platform/env";
import { storagePlan } from "@/lib/platform/storage/storage-plan";
import { unreadVariables } from "@/lib/platform/unread-variables";

// Imported by instrumentation.ts: a server with an unusable configuration says why and does not start.
try {
  const { baseUrl } = env();
  tokenSettings(env());
  storagePlan();
  refuseUnusableServerNames();
  refuseUnusableAddresses(providers);
  for (const sentence of [...unreadVariables(process.env), ...unreadKeys(providers)]) console.warn(sentence);
  // next-auth reads its own name alone.
  if (baseUrl) process.env.NEXTAUTH_URL = baseUrl;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
