"use client";

import { useMemo } from "react";
import { type BoardsServer, useBoardsServer } from "./server/boards-server.ts";

/** Why signing in by password failed: a code of the server, or `client.unreachable`. */
export interface SignInRefusal {
  code: string;
  /** When to try again, after too many attempts. */
  retryAfterSeconds: number | null;
}

async function csrfTokenOf(server: BoardsServer): Promise<string> {
  const { csrfToken } = (await (await server.request("/api/auth/csrf")).json()) as { csrfToken: string };
  return csrfToken;
}

/** Posts a form to the server's sign-in routes, which answer where to go next. */
async function post(server: BoardsServer, path: string, fields: Record<string, string>) {
  const body = new URLSearchParams({ ...fields, csrfToken: await csrfTokenOf(server), json: "true" });
  const response = await server.request(`/api/auth/${path}`, { method: "POST", body });
  const { url } = (await response.json()) as { url: string };
  return { response, url: new URL(url, window.location.href) };
}

async function signInByPassword(server: BoardsServer, given: { email: string; password: string }): Promise<SignInRefusal | null> {
  try {
    const { response, url } = await post(server, "callback/password", given);
    const code = url.searchParams.get("error");
    if (response.ok && !code && !url.searchParams.has("csrf")) {
      server.connection.announce();
      return null;
    }
    const isLimited = response.status === 429;
    return { code: isLimited ? "request.rate_limited" : (code ?? "unknown"), retryAfterSeconds: Number(response.headers.get("retry-after")) || null };
  } catch {
    return { code: "client.unreachable", retryAfterSeconds: null };
  }
}

/**
 * Signing in and out by cookie, for front ends under the server's own address. `signInByPassword(…)` answers null when it worked, otherwise why not;
 * `signInAtProvider(id, returnTo)` and `signOut(returnTo)` leave the page and end at `returnTo`.
 */
export function useSession() {
  const server = useBoardsServer();
  return useMemo(
    () => ({
      signInByPassword: (given: { email: string; password: string }) => signInByPassword(server, given),
      signInAtProvider: async (providerId: string, returnTo: string) =>
        window.location.assign((await post(server, `signin/${providerId}`, { callbackUrl: returnTo })).url),
      signOut: async (returnTo: string) => {
        const { url } = await post(server, "signout", { callbackUrl: returnTo });
        server.connection.announce();
        window.location.assign(url);
      },
    }),
    [server],
  );
}
