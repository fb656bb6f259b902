const localNames = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Why a local installation refuses a request, or null when it may pass. A web page elsewhere could otherwise drive it:
 * by a DNS name that points here (Host), or by a request across sites (Origin).
 */
export function localRefusal(host: string | null, origin: string | null): string | null {
  const name = host?.replace(/:\d+$/, "") ?? "";
  if (!localNames.has(name)) return `This installation answers on this machine only, not as "${name.slice(0, 100)}".`;
  if (origin && origin !== `http://${host}` && origin !== `https://${host}`) return "This installation takes no requests from other web pages.";
  return null;
}
