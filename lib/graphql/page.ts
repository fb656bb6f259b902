import { BoardsError } from "@/lib/errors";

const maximum = 200;

/** Limit and offset as the original reads them (null and 0 mean the default), with a maximum of 200 rows. */
export function page({ limit, offset }: { limit?: number | null; offset?: number | null }, defaultLimit = 50): { take: number; skip: number } {
  const take = limit || defaultLimit;
  if (take < 0 || take > maximum) throw new BoardsError("input.invalid", { message: `limit takes 1 to ${maximum}`, field: "limit" });
  if (offset && offset < 0) throw new BoardsError("input.invalid", { message: "offset cannot be negative", field: "offset" });
  return { take, skip: offset || 0 };
}
