import { phaseForStrangers } from "@/lib/generations/progress/phase-for-strangers";
import type { Transaction } from "@/lib/platform/db/client";
import { Prisma } from "@/prisma/generated/client";

export type GenerationEventType = "created" | "progress" | "completed" | "failed" | "cancelled" | "deleted";

/** A generation's state at the moment of an event. `progress` in percent. */
export interface GenerationEventPayload {
  status: string;
  phase: string;
  progress: number;
  message: string | null;
  errorCode: string | null;
  errorMessage: string | null;
}

type Told = Pick<GenerationEventPayload, "phase" | "message" | "errorCode" | "errorMessage">;

/** A state as strangers to its board are told: neither what happens at a provider nor what went wrong. */
export const forStrangers = <State extends Told>(state: State): State => ({
  ...state,
  phase: phaseForStrangers(state.phase),
  message: null,
  errorCode: null,
  errorMessage: null,
});

/** A change to write into the journal. */
export interface NewGenerationEvent {
  boardId: string;
  generationId: string;
  type: GenerationEventType;
  payload: GenerationEventPayload;
}

/**
 * Writes changes into the journals of their boards, in the transaction that makes the changes: a statement for each board.
 * The counter's row lock is held until commit: numbers appear in order and without a gap. Take it last, after the rows that change. Boards are
 * taken in one order, so that no two transactions wait for each other.
 */
export async function appendEvents(tx: Transaction, events: NewGenerationEvent[]): Promise<void> {
  const byBoard = Map.groupBy(events, ({ boardId }) => boardId);
  for (const boardId of [...byBoard.keys()].sort()) await appendToBoard(tx, boardId, byBoard.get(boardId) ?? []);
}

/** Writes one change, as `appendEvents` does. */
export const appendEvent = (tx: Transaction, event: NewGenerationEvent): Promise<void> => appendEvents(tx, [event]);

async function appendToBoard(tx: Transaction, boardId: string, events: NewGenerationEvent[]): Promise<void> {
  const rows = events.map(({ generationId, type, payload }) => ({ generationId, type, payload }));
  await tx.$executeRaw(Prisma.sql`
    WITH counter AS (
      INSERT INTO boards.board_event_counters (board_id, last_number) VALUES (${boardId}::uuid, ${rows.length})
      ON CONFLICT (board_id) DO UPDATE SET last_number = board_event_counters.last_number + excluded.last_number
      RETURNING last_number
    )
    INSERT INTO boards.generation_events (board_id, number, generation_id, type, payload)
    SELECT ${boardId}::uuid, last_number - ${rows.length} + place, (event ->> 'generationId')::uuid, event ->> 'type', event -> 'payload'
    FROM counter, jsonb_array_elements(${JSON.stringify(rows)}::jsonb) WITH ORDINALITY AS written (event, place)`);
}

/** The journal's view of a generation row. */
export function payloadOf(generation: {
  status: string;
  phase: string;
  progress: unknown;
  progressMessage: string | null;
  errorCode: string | null;
  errorMessage: string | null;
}): GenerationEventPayload {
  const { status, phase, progress, progressMessage, errorCode, errorMessage } = generation;
  return { status, phase, progress: Number(progress), message: progressMessage, errorCode, errorMessage };
}
