import type { GenerationEventPayload, GenerationEventType } from "@/lib/generations/progress/append-event";
import { db } from "@/lib/platform/db/client";
import { asInstallation } from "@/lib/platform/db/tenant-scope";

/** One row of the journal, as clients get it. */
export interface BoardEvent extends GenerationEventPayload {
  boardId: string;
  /** 1, 2, 3 … within the board. Numbers of what nobody may see any more are left out. */
  number: number;
  generationId: string;
  type: GenerationEventType;
}

/** A part of a board's journal: its visible events, the number up to which it was read, and whether there is more. */
export interface JournalPage {
  events: BoardEvent[];
  number: number;
  hasMore: boolean;
}

interface Row {
  number: bigint;
  generation_id: string;
  type: GenerationEventType;
  payload: GenerationEventPayload;
  is_visible: boolean;
}

/**
 * The journal of a board after `number`, oldest first, at most `limit` rows. Of what has left the board (into the trash, to another board,
 * for good) it only says that it did. Read for the installation, since one reading serves everyone who watches.
 */
export async function readJournal(boardId: string, number: number, limit: number): Promise<JournalPage> {
  const rows = await asInstallation(
    () => db().$queryRaw<Row[]>`
      SELECT e.number, e.generation_id::text, e.type, e.payload, e.type = 'deleted' OR g.id IS NOT NULL AS is_visible
      FROM boards.generation_events AS e
      LEFT JOIN boards.generations AS g ON g.id = e.generation_id AND g.board_id = e.board_id AND g.trashed_at IS NULL
      WHERE e.board_id = ${boardId}::uuid AND e.number > ${number}
      ORDER BY e.number LIMIT ${limit}`,
  );
  const visible = rows.filter((row) => row.is_visible);
  return { events: visible.map((row) => eventOf(boardId, row)), number: Number(rows.at(-1)?.number ?? number), hasMore: rows.length === limit };
}

function eventOf(boardId: string, { number, generation_id, type, payload }: Row): BoardEvent {
  const told = type === "deleted" ? { ...payload, message: null, errorCode: null, errorMessage: null } : payload;
  return { ...told, boardId, number: Number(number), generationId: generation_id, type };
}

/** The number of the newest event of a board; 0 when nothing happened yet. */
export async function lastEventNumber(boardId: string): Promise<number> {
  const counter = await asInstallation(() => db().boardEventCounter.findUnique({ where: { boardId } }));
  return Number(counter?.lastNumber ?? 0);
}
