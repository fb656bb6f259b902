/** Called once by Next.js before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  await import("@/lib/refuse-unusable-env");
  const { watchForEnding } = await import("@/lib/ending");
  watchForEnding();
  const { markPeers } = await import("@/lib/auth/mark-peers");
  markPeers();
  const { mendRequests } = await import("@/lib/mend-requests");
  mendRequests();
  const { rememberConnections } = await import("@/lib/connections");
  rememberConnections();
  const { loadOwnGenerators } = await import("@/lib/generators/own-generators");
  await loadOwnGenerators();
  const { prepareDefaultTenant } = await import("@/lib/tenants/prepare-default-tenant");
  await prepareDefaultTenant();
}
