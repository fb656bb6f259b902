import { Prisma } from "@/prisma/generated/client";

/** Words as SQL literals, for `IN (…)`: what is known when the code is written belongs in the statement, so that the planner sees it. */
export const sqlList = (words: readonly string[]): Prisma.Sql => Prisma.raw(quotedList(words));

/** The same as plain text, for who speaks to the database without Prisma. */
export const quotedList = (words: readonly string[]): string => words.map((word) => `'${word.replaceAll("'", "''")}'`).join(", ");
