import { say } from "@/lib/messages/say";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";

const localNames = ["localhost", "127.0.0.1", "[::1]"];

const nameOf = (host: string) => host.toLowerCase().replace(/:\d+$/, "");

/** The names under which this installation answers: this machine's in local mode, elsewhere those that the settings hold. */
function ownNames(): string[] {
  const { isLocal, ownHosts, baseUrl } = env();
  if (isLocal) return localNames;
  const names = ownHosts.map(nameOf);
  // Tried out on one machine, before it has an address.
  const isOnThisMachine = !baseUrl || localNames.includes(new URL(baseUrl).hostname);
  return isOnThisMachine ? [...localNames, ...names] : names;
}

/** The name that a request asks for, with its port. */
export function hostOf(request: Request): string {
  return request.headers.get("host") ?? new URL(request.url).host;
}

/** Whether this installation answers under this name, whatever the port. */
export function isOwnHost(host: string): boolean {
  return ownNames().includes(nameOf(host));
}

/** Whether a page of this installation sends a request: its origin is the address in the settings, or the own host that it asks for. */
export function isOwnOrigin(origin: string, host: string): boolean {
  const { baseUrl } = env();
  const own = [`http://${host}`, `https://${host}`, ...(baseUrl ? [new URL(baseUrl).origin] : [])];
  return isOwnHost(host) && own.includes(origin);
}

/**
 * Refuses a request under a name that is not this installation's: a name of someone else's that points here would let their pages in. A
 * local installation, where nobody signs in, takes nothing from other web pages either, but from those of BOARDS_CORS_ORIGINS.
 */
export function assertOwnHost(request: Request, { anyHost = false }: { anyHost?: boolean } = {}): void {
  const { isLocal, corsOrigins } = env();
  const [host, origin] = [hostOf(request), request.headers.get("origin")];
  const name = nameOf(host).slice(0, 100);
  if (!anyHost && !isOwnHost(host))
    throw new BoardsError("auth.foreign_host", {
      message: isLocal ? say("reasons.auth.localOnly", { name }) : say("reasons.auth.unknownHost", { name }),
    });
  if (isLocal && origin && !isOwnOrigin(origin, host) && !corsOrigins.includes(origin))
    throw new BoardsError("auth.foreign_origin", { message: say("reasons.auth.localOrigin") });
}
