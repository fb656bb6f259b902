"use client";

import { useApolloClient } from "@apollo/client/react";
import { useEffect, useRef } from "react";
import { BoardChanges } from "./live/board-changes.ts";
import { followBoard } from "./live/live-boards.ts";
import { useRetry } from "./live/use-retry.ts";
import { useBoardsServer } from "./server/boards-server.ts";
import { useConnection } from "./use-connection.ts";
import { useViewer } from "./use-viewer.ts";
import { viewerQuery } from "./viewer-query.ts";

/**
 * Keeps the cache live with what happens on a board, whoever does it, by one connection for all tabs of the browser. `reload` asks for the board
 * itself, which no event tells of: it is called when the stream begins, when the connection was lost, and when the board may be gone. When the viewer has changed,
 * everything is asked for anew.
 */
export function useBoardEvents(boardId: string, reload: () => unknown) {
  const client = useApolloClient();
  const server = useBoardsServer();
  const { viewer, error, reload: reloadViewer } = useViewer();
  // Undefined until it is known who the viewer is; empty for nobody.
  const identity = viewer === undefined ? undefined : viewer ? `${viewer.tenantId} ${viewer.id}` : "";
  const reloadBoard = useRef(reload);
  reloadBoard.current = reload;

  const isSignedOut = useConnection().state === "signedOut";
  useRetry(identity === undefined && error, reloadViewer);
  useEffect(() => {
    if (identity === undefined || isSignedOut) return;
    const [tenantId = "", userId = ""] = identity.split(" ");
    const changes = new BoardChanges(client, boardId);
    const lookAgain = async () => {
      const { data } = await client.query({ query: viewerQuery, fetchPolicy: "network-only" });
      const { me } = data ?? {};
      if ((me ? `${me.tenantId} ${me.id}` : "") === identity) await reloadBoard.current();
      else await client.resetStore();
    };
    return followBoard(server, identity ? { tenantId, userId } : null, boardId, {
      onEvent: (event) => changes.apply(event),
      onSnapshot: (snapshot) => {
        changes.compare(snapshot);
        // It may have been changed while the stream was being opened, and a snapshot tells of generations only.
        void Promise.resolve(reloadBoard.current()).catch(() => undefined);
      },
      // What fails now is looked at again when the connection is back.
      onDoubt: () => void lookAgain().catch(() => undefined),
    });
  }, [boardId, client, identity, isSignedOut, server]);
}
