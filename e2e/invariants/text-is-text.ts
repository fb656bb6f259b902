import type { Invariant } from "./left-behind";

/** No column of text or JSON holds half a character, and all of it is in Unicode's composed form. */
export const textIsText: Invariant = {
  name: "text is text",
  async violations({ rows }) {
    const columns = await rows(`
      SELECT table_name, column_name FROM information_schema.columns
      WHERE table_schema = 'boards' AND data_type IN ('text', 'character varying', 'jsonb')`);
    const found: unknown[] = [];
    for (const { table_name: table, column_name: column } of columns)
      found.push(
        ...(await rows(`
          SELECT '${table}.${column}' AS place, left("${column}"::text, 120) AS value FROM boards."${table}"
          WHERE "${column}"::text IS NOT NFC NORMALIZED LIMIT 3`)),
      );
    return found;
  },
};
