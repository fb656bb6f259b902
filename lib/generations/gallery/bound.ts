import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";
import { isWithinCalendar } from "@/lib/platform/within-calendar";
import { Prisma } from "@/prisma/generated/client";

const form = /^(-?\d{1,15})(?:_([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}))?$/;
const firstBatch = "00000000-0000-0000-0000-000000000000";

/** Writes down where a section begins: milliseconds since 1970, and a batch where one moment holds more than a section may. */
export const boundAt = (ms: number, batchId?: string): string => (batchId ? `${ms}_${batchId}` : String(ms));

/** A bound as a value for SQL, to compare with `(created_at, batch_id)`. `field` names it in an error. */
export function boundSql(bound: string, field: string): Prisma.Sql {
  const [, ms, batchId = firstBatch] = form.exec(bound) ?? [];
  const time = new Date(Number(ms ?? Number.NaN));
  if (Number.isNaN(time.getTime()) || !isWithinCalendar(time))
    throw new BoardsError("input.invalid", { message: say("reasons.input.bound", { name: field }), field });
  return Prisma.sql`(${time}::timestamptz, ${batchId}::uuid)`;
}
