import { Client } from "pg";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";

const reconnectDelayMs = 1000;

/** What a notification tells of a board: another row of its journal, that it was changed itself, or that it is gone. */
export type BoardNews = "event" | "changed" | "gone";

/**
 * One database connection that hears of every journal row: calls `onBoard(boardId, what)` for each notification,
 * and `onReconnect` when some may have been missed. Answers how to stop it and give the connection back.
 */
export function listenToJournal(onBoard: (boardId: string, what: BoardNews) => void, onReconnect: () => void): () => void {
  const { directDatabaseUrl } = env();
  let isStopped = false;
  let current: Client | undefined;
  const connect = async () => {
    if (isStopped) return;
    const client = new Client({ connectionString: directDatabaseUrl, keepAlive: true, application_name: "boards-journal" });
    current = client;
    let isLost = false;
    const reconnect = (error?: Error) => {
      if (isLost || isStopped) return;
      isLost = true;
      log.warn({ err: error }, "lost the journal connection; reconnecting");
      client.end().catch(() => undefined);
      setTimeout(connect, reconnectDelayMs).unref();
    };
    client.on("error", reconnect);
    client.on("end", () => reconnect());
    client.on("notification", ({ payload = "" }) => {
      const [boardId = "", what] = payload.split(":");
      onBoard(boardId, what === "gone" || what === "changed" ? what : "event");
    });
    try {
      await client.connect();
      await client.query("LISTEN generation_events");
      onReconnect();
    } catch (error) {
      reconnect(error as Error);
    }
  };
  void connect();
  return () => {
    isStopped = true;
    current?.end().catch(() => undefined);
  };
}
