"use client";

import { useCallback } from "react";
import { useBoardsServer } from "./server/boards-server.ts";
import { type DescribedError, describeRefusal, unreachable } from "./server/describe-error.ts";

/**
 * Makes whoever is signed in the owner of an installation that has none, by its setup token. Answers null when it is done, otherwise what the server
 * says against it.
 */
export function useBecomeOwner() {
  const server = useBoardsServer();
  return useCallback(
    async (setupToken: string): Promise<DescribedError | null> => {
      try {
        const body = JSON.stringify({ setup_token: setupToken });
        const response = await server.request("/api/setup/owner", { method: "POST", headers: { "content-type": "application/json" }, body });
        return response.ok ? null : describeRefusal(await response.text());
      } catch {
        return unreachable;
      }
    },
    [server],
  );
}
