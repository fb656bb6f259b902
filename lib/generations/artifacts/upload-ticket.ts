import * as z from "zod";
import { openToken, sealToken } from "@/lib/platform/caller/signed-token";
import { BoardsError } from "@/lib/platform/errors";

const content = z.object({
  /** What the generation will be called: there can be only one. */
  id: z.uuid(),
  key: z.string(),
  /** Under which its parts arrive, where it is sent to the storage in parts. */
  partsId: z.string().optional(),
  userId: z.string(),
  /** The key that announced it, if one did. */
  apiKeyId: z.string().optional(),
  boardId: z.string(),
  sizeBytes: z.number().optional(),
  artifactType: z.enum(["image", "video", "audio", "text"]),
  filename: z.string().optional(),
  userDescription: z.string().optional(),
  parentGenerationId: z.string().optional(),
});

/** What an upload ticket says. */
export type UploadTicket = z.output<typeof content>;

export const sealUploadTicket = (ticket: Record<keyof UploadTicket, unknown>, expiresAt: Date): string => sealToken("upload", ticket, expiresAt);

/** Throws `upload.ticket_invalid` for one that is forged or over. */
export function openUploadTicket(ticket: string): UploadTicket {
  const opened = content.safeParse(openToken("upload", ticket));
  if (!opened.success) throw new BoardsError("upload.ticket_invalid");
  return opened.data;
}
