/** The first `maxLength` characters of a text artifact; null for everything else. */
export function textContentOf(row: { artifactType: string; outputMetadata: unknown }, maxLength: number): string | null {
  const { content } = row.outputMetadata as { content?: unknown };
  return row.artifactType === "text" && typeof content === "string" ? content.slice(0, maxLength) : null;
}
