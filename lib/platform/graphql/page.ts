import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";

/** A page of a list holds at most this many rows. */
export const maximumPageSize = 200;

/** A page holds this many rows where nobody says how many. */
export const defaultPageSize = 50;

/** Further pages are reached by a connection's cursor: PostgreSQL reads and throws away every row before an offset. */
const maximumOffset = 100_000;

/** Limit and offset as the original reads them (null and 0 mean the default), with a maximum of 200 rows. */
export function page(
  { limit, offset }: { limit?: number | null; offset?: number | null },
  defaultLimit = defaultPageSize,
): { take: number; skip: number } {
  const take = limit || defaultLimit;
  if (take < 0 || take > maximumPageSize)
    throw new BoardsError("input.invalid", {
      message: say("reasons.input.between", { name: "limit", minimum: 1, maximum: maximumPageSize }),
      field: "limit",
    });
  if (offset && (offset < 0 || offset > maximumOffset))
    throw new BoardsError("input.invalid", {
      message: say("reasons.input.offset", { maximum: maximumOffset }),
      field: "offset",
    });
  return { take, skip: offset || 0 };
}
