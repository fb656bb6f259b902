/** Called once by Next.js before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME === "nodejs") await import("@/lib/refuse-unusable-env");
}
