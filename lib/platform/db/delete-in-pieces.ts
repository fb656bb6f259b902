/** So many rows are deleted in one statement. */
const rowsAtOnce = 5000;
const maximumPieces = 400;

/**
 * Deletes a table's old rows in short statements of their own: `deletePiece` deletes up to `limit` rows and answers how many. Answers how many
 * went; what is left after two million waits for the next time.
 */
export async function deleteInPieces(deletePiece: (limit: number) => Promise<number>, limit = rowsAtOnce): Promise<number> {
  let deleted = 0;
  for (let piece = 0; piece < maximumPieces; piece++) {
    const count = await deletePiece(limit);
    deleted += count;
    if (count < limit) break;
  }
  return deleted;
}

/** The moment so many days ago; null for 0 days, which means that nothing is deleted. */
export const daysAgo = (days: number, now = new Date()): Date | null => (days === 0 ? null : new Date(now.getTime() - days * 24 * 3600 * 1000));
