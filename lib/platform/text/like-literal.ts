/** Text for a `contains` filter, where `%` and `_` stand for themselves (Prisma passes them to LIKE as they are). */
export const literal = (text: string): string => text.replace(/[\\%_]/g, (character) => `\\${character}`);
