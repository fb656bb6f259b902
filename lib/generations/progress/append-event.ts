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

/** Writes a change into the board's journal, in the transaction that makes the change: see `appendEvents`. */
export const appendEvent = (tx: Transaction, event: NewGenerationEvent): Promise<void> => appendEvents(tx, [event]);

/**
 * Writes changes into the journals of their boards, in the transaction that makes the changes. Call it last: the board's counter is locked until
 * commit, so that numbers appear in order and without a gap, and everyone who writes to the board waits for it. Boards are taken in one order, so
 * that no two transactions wait for each other. The boards count as changed. `alongside`: writes of the same transaction that are sent with this one.
 */
export async function appendEvents(tx: Transaction, events: NewGenerationEvent[], { alongside = [] as Prisma.Sql[] } = {}): Promise<void> {
  if (events.length === 0) return;
  const column = (name: keyof NewGenerationEvent) => events.map((event) => event[name]);
  const payloads = events.map(({ payload }) => JSON.stringify(payload));
  const others = Prisma.join([...alongside.map((write, index) => Prisma.sql`${Prisma.raw(`alongside_${index}`)} AS (${write})`), Prisma.sql``], ", ");
  await tx.$executeRaw(Prisma.sql`
    WITH ${others} told AS (
      SELECT *, row_number() OVER (PARTITION BY board_id ORDER BY place) AS nth, count(*) OVER (PARTITION BY board_id) AS of
      FROM unnest(${column("boardId")}::uuid[], ${column("generationId")}::uuid[], ${column("type")}::text[], ${payloads}::jsonb[])
        WITH ORDINALITY AS event (board_id, generation_id, type, payload, place)
    ), ${counted}
    ${telling}`);
}

/**
 * Takes numbers for the rows of `told (board_id, generation_id, type, payload, nth, of)`, which `telling` writes into the journals with them.
 *
 * A board on which something happens counts as changed, once a minute: whatever is written more often, all its writers would wait for. Who holds the
 * row meanwhile changes it, too.
 */
export const counted = Prisma.sql`counters AS (
      INSERT INTO boards.board_event_counters (board_id, last_number)
      SELECT board_id, count(*) FROM told GROUP BY board_id ORDER BY board_id
      ON CONFLICT (board_id) DO UPDATE SET last_number = board_event_counters.last_number + excluded.last_number
      RETURNING board_id, last_number
    ), active AS (
      UPDATE boards.boards SET updated_at = now() WHERE id IN (
        SELECT id FROM boards.boards WHERE id IN (SELECT board_id FROM told) AND updated_at < now() - interval '1 minute' FOR NO KEY UPDATE SKIP LOCKED)
    )`;

/** See `counted`. */
export const telling = Prisma.sql`INSERT INTO boards.generation_events (board_id, number, generation_id, type, payload)
    SELECT board_id, last_number - told.of + nth, generation_id, type, payload
    FROM told JOIN counters USING (board_id) ORDER BY board_id, nth`;

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
