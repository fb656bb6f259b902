"use client";

import { ApolloProvider } from "@apollo/client/react";
import { type ReactNode, useEffect, useInsertionEffect, useMemo, useRef } from "react";
import { createApolloClient } from "./create-apollo-client.ts";
import { refreshBoards } from "./gallery/change-board.ts";
import { BoardsServer, BoardsServerContext, type ServerOptions } from "./server/boards-server.ts";
import type { PageAnswer } from "./server/page-answers.ts";

/**
 * Gives the hooks their server and their cache. Without options it is the server of the page itself, by its cookies. Functions among the options
 * may change with every render; another `url`, or another `token` that is a string, begins with an empty cache.
 * `answers` are those that came with the page from its own server.
 */
export function BoardsProvider({
  children,
  answers,
  ...options
}: ServerOptions & { answers?: readonly PageAnswer[] | undefined; children: ReactNode }) {
  const newest = useRef(options);
  newest.current = options;
  const { url = "" } = options;
  const token = typeof options.token === "string" ? options.token : null;
  // What one person has loaded is not shown to the next.
  const { server, client } = useMemo(() => {
    const server = new BoardsServer(url, token, () => newest.current);
    return { server, client: createApolloClient(server) };
  }, [url, token]);
  useEffect(() => {
    const stops = [
      server.connection.on("back", () => {
        void client.refetchQueries({ include: "active" });
        refreshBoards(client);
      }),
      server.connection.on("other", () => void client.resetStore().catch(() => undefined)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [server, client]);
  // Before any hook below asks, which is in its effects.
  useInsertionEffect(() => server.pageAnswers.expect(answers ?? []), [server, answers]);
  return (
    <BoardsServerContext value={server}>
      <ApolloProvider client={client}>{children}</ApolloProvider>
    </BoardsServerContext>
  );
}
