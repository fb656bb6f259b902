import { cutText } from "@/lib/platform/text/characters";

/** The first `maxLength` characters of a text artifact; null for everything else. */
export function textContentOf(row: { artifactType: string; outputMetadata: unknown }, maxLength: number): string | null {
  const { content } = row.outputMetadata as { content?: unknown };
  return row.artifactType === "text" && typeof content === "string" ? cutText(content, maxLength) : null;
}
