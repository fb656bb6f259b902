"use client";

import { useCallback, useSyncExternalStore } from "react";
import { useBoardsServer } from "./server/boards-server.ts";
import type { ConnectionState } from "./server/connection.ts";

const onServer = (): ConnectionState => "connected";

/**
 * How the page stands to its server: `connected`, `offline`, `unreachable` or `signedOut`. What is on the screen stays while it is not connected, and is
 * asked for again once it is. `look()` asks at once, as after signing in again.
 */
export function useConnection(): { state: ConnectionState; look: () => Promise<void> } {
  const { connection } = useBoardsServer();
  const state = useSyncExternalStore(connection.watch, () => connection.state, onServer);
  return { state, look: useCallback(() => connection.look(), [connection]) };
}
