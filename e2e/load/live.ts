import { readFile } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { Client } from "pg";
import { startInstallation } from "../fixtures/installation";
import { ask } from "./ask";
import { compareMachine } from "./compare-machine";
import { cpuOfDescendants } from "./cpu-time";
import { printFigure, quantile } from "./figures";
import { pssOf } from "./memory";

const clients = Number(process.env.BENCH_CLIENTS ?? 2000);
const events = Number(process.env.BENCH_ROUNDS ?? 40);
const slowReaders = 20;
/** More than the buffers of the machine's own sockets take, told bit by bit, so that it is not told as a snapshot instead. */
const [floods, eventsOfFlood, longMessage] = [20, 300, "x".repeat(4000)];
const droppedWithinMs = 45_000;

/**
 * What an event costs that many watch: how long it takes to each of them, CPU and memory for each, and what becomes of those who do not read.
 * The installation is its own. Reads /proc, and so runs on Linux alone.
 */
export async function measureLive(): Promise<void> {
  const boards = await startInstallation("live", { BOARDS_LOG_LEVEL: "error" });
  const database = new Client({ connectionString: await boards.databaseUrl() });
  await database.connect();
  const slowness = await compareMachine(boards.url);
  const { port } = new URL(boards.url);
  const pid = Number(await readFile(join(boards.home, "web.pid"), "utf8"));
  const board = await newBoard(boards.url, database);

  await openMany(Number(port), board.boardId, 50, () => undefined).then(closeAll);
  const before = pssOf(pid);
  const delays: number[] = [];
  const toldAt = new Map<string, number>();
  const sockets = await openMany(Number(port), board.boardId, clients, (text) => {
    for (const [, number = ""] of text.matchAll(/"message":"event (\d+)"/g)) delays.push(performance.now() - (toldAt.get(number) ?? 0));
  });
  const opened = pssOf(pid);
  const cpuBefore = cpuOfDescendants();
  for (let number = 0; number < events; number++) {
    toldAt.set(String(number), performance.now());
    await append(database, board, `event ${number}`, 1);
    await until(() => delays.length >= clients * (number + 1), 10_000);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const cpu = [...cpuOfDescendants()].reduce((sum, [program, used]) => sum + used - (cpuBefore.get(program) ?? 0), 0);
  console.log(`${clients} clients of one board, ${events} events`);
  printFigure("from the change to the client, ms, p50", quantile(delays, 0.5));
  printFigure("from the change to the client, ms, p95", quantile(delays, 0.95), { most: 150, slowness });
  printFigure("CPU of an event and client, ms", cpu / events / clients);
  printFigure("memory of a client, kB", (opened - before) / clients, { most: 100 });
  printFigure("the same after the events, kB", (pssOf(pid) - before) / clients, { most: 100 });
  closeAll(sockets);

  const flooded = await newBoard(boards.url, database);
  const grown = async (sockets: Socket[]) => {
    const calm = pssOf(pid);
    for (let flood = 0; flood < floods; flood++) {
      await append(database, flooded, longMessage, eventsOfFlood);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return (pssOf(pid) - calm) / sockets.length;
  };
  // What the reading of so many events takes by itself.
  const reading = await openMany(Number(port), flooded.boardId, slowReaders, () => undefined);
  await grown(reading);
  closeAll(reading);
  let closed = 0;
  const slow = await openMany(Number(port), flooded.boardId, slowReaders, () => undefined);
  for (const socket of slow) socket.pause().on("close", () => closed++);
  const piledUp = await grown(slow);
  // A paused socket does not hear that it was closed: what it has not read comes first.
  await new Promise((resolve) => setTimeout(resolve, droppedWithinMs));
  for (const socket of slow) socket.resume();
  await until(() => closed === slowReaders, 10_000);
  console.log(`${slowReaders} clients that do not read ${(floods * eventsOfFlood * longMessage.length) / 1e6} MB`);
  printFigure("dropped", closed, { least: slowReaders });
  printFigure("kept for one of them, kB", piledUp, { most: 1024 });
  closeAll(slow);
  await database.end();
}

/** Opens the event stream of a board this often, by as little as HTTP takes, and tells `onText` what arrives after the snapshot. */
async function openMany(port: number, boardId: string, count: number, onText: (text: string) => void): Promise<Socket[]> {
  const open = () =>
    new Promise<Socket>((resolve, reject) => {
      const socket = connect(port, "127.0.0.1");
      let isOpen = false;
      let rest = "";
      socket.setEncoding("latin1").on("data", (text: string) => {
        rest += text;
        if (isOpen) onText(rest.slice(0, rest.lastIndexOf("\n\n") + 1));
        else if (rest.includes("event: snapshot")) {
          isOpen = true;
          resolve(socket);
        }
        rest = rest.slice(rest.lastIndexOf("\n\n") + 1);
      });
      socket.on("error", reject);
      socket.write(`GET /api/events?board=${boardId} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\naccept: text/event-stream\r\n\r\n`);
    });
  const sockets: Socket[] = [];
  while (sockets.length < count) sockets.push(...(await Promise.all(Array.from({ length: Math.min(50, count - sockets.length) }, open))));
  return sockets;
}

function closeAll(sockets: Socket[]) {
  for (const socket of sockets) socket.destroy();
}

interface Board {
  boardId: string;
  generationId: string;
}

async function newBoard(url: string, database: Client): Promise<Board> {
  const { createBoard } = await ask<{ createBoard: { id: string } }>('mutation { createBoard(input: { title: "Live" }) { id } }', {}, url);
  const { rows } = await database.query<{ id: string }>(
    `INSERT INTO boards.generations (id, tenant_id, board_id, user_id, generator_name, artifact_type, input_params, batch_id, status)
     SELECT uuidv7(), tenant_id, id, owner_id, 'sketch', 'image', '{}', uuidv7(), 'processing' FROM boards.boards WHERE id = $1 RETURNING id`,
    [createBoard.id],
  );
  return { boardId: createBoard.id, generationId: rows[0]?.id ?? "" };
}

/** Writes so many changes of the generation into the journal, in one transaction. */
async function append(database: Client, { boardId, generationId }: Board, message: string, count: number): Promise<void> {
  const payload = { status: "processing", phase: "processing", progress: 40, message, errorCode: null, errorMessage: null };
  await database.query(
    `WITH counter AS (
       INSERT INTO boards.board_event_counters (board_id, last_number) VALUES ($1, $4)
       ON CONFLICT (board_id) DO UPDATE SET last_number = board_event_counters.last_number + $4
       RETURNING last_number
     )
     INSERT INTO boards.generation_events (board_id, number, generation_id, type, payload)
     SELECT $1, last_number - $4 + each, $2, 'progress', $3 FROM counter, generate_series(1, $4::int) AS each`,
    [boardId, generationId, payload, count],
  );
}

/** Waits until it is so, or for so long. */
async function until(isSo: () => boolean, limitMs: number): Promise<void> {
  for (const end = performance.now() + limitMs; !isSo() && performance.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 5));
}
