import { say } from "@/lib/messages/say";

/** A human-readable problem with a generation's file or its preview; null if there is none. */
export function fileNoteOf({ outputMetadata }: { outputMetadata: unknown }): string | null {
  const { damaged, preview_note } = outputMetadata as { damaged?: boolean; preview_note?: string };
  return [damaged ? say("reasons.media.damaged") : "", preview_note ? `${preview_note}.` : ""].filter(Boolean).join(" ") || null;
}

/** Whether a generation came from an archive of a board. */
export const isImported = ({ outputMetadata }: { outputMetadata: unknown }): boolean =>
  typeof (outputMetadata as { imported_from?: unknown }).imported_from === "string";

/** Whether a generation's result came from a simulated provider. */
export const isSimulated = ({ outputMetadata }: { outputMetadata: unknown }): boolean =>
  (outputMetadata as { simulated?: boolean }).simulated === true;
