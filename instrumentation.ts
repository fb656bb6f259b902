/** Called once by Next.js before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  await import("@/lib/api/refuse-unusable-env");
  const { watchForEnding } = await import("@/lib/platform/ending");
  watchForEnding();
  const { markPeers } = await import("@/lib/platform/caller/mark-peers");
  markPeers();
  const { mendRequests } = await import("@/lib/platform/http/mend-requests");
  mendRequests();
  const { declareContentLength } = await import("@/lib/platform/http/content-length");
  declareContentLength();
  const { rememberConnections } = await import("@/lib/platform/http/connections");
  rememberConnections();
  const { refuseWithoutTenantRole } = await import("@/lib/platform/db/refuse-without-tenant-role");
  await refuseWithoutTenantRole();
  const { loadOwnGenerators } = await import("@/lib/generators/catalogue/own-generators");
  await loadOwnGenerators();
  const { prepareDefaultTenant } = await import("@/lib/identity/tenants/prepare-default-tenant");
  await prepareDefaultTenant();
  const { registerWebServer } = await import("@/inngest/register-web-server");
  void registerWebServer();
}
