import { db } from "@/lib/db/client";
import type { GenerationEventPayload, GenerationEventType } from "@/lib/progress/append-event";

/** One row of the journal, as clients get it. */
export interface BoardEvent extends GenerationEventPayload {
  /** 1, 2, 3 … within the board, without a gap. */
  number: number;
  generationId: string;
  type: GenerationEventType;
}

/** Events of a board after `number`, oldest first. */
export async function eventsAfter(boardId: string, number: number, limit: number): Promise<BoardEvent[]> {
  const rows = await db().generationEvent.findMany({
    where: { boardId, number: { gt: number } },
    orderBy: { number: "asc" },
    take: limit,
  });
  return rows.map((row) => ({
    ...(row.payload as unknown as GenerationEventPayload),
    number: Number(row.number),
    generationId: row.generationId,
    type: row.type as GenerationEventType,
  }));
}

/** The number of the newest event of a board; 0 when nothing happened yet. */
export async function lastEventNumber(boardId: string): Promise<number> {
  const counter = await db().boardEventCounter.findUnique({ where: { boardId } });
  return Number(counter?.lastNumber ?? 0);
}
