import * as z from "zod";
import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";

/** What one key value says: an API key of Vertex AI's express mode, or who a service account is and where it works. */
export type VertexCredentials = { apiKey: string } | ServiceAccount;
export interface ServiceAccount {
  email: string;
  privateKey: string;
  project: string;
  location: string;
}

// Addresses that such a file holds as well are not read: nobody is sent elsewhere by a key.
const keyFile = z.object({
  type: z.literal("service_account"),
  client_email: z.string().min(1),
  private_key: z.string().includes("PRIVATE KEY"),
  project_id: z.string().regex(/^[a-z][a-z0-9.:-]*$/),
  // It becomes part of a host's name.
  location: z
    .string()
    .regex(/^[a-z]+(-[a-z]+\d+)?$/)
    .default("global"),
});

/**
 * The JSON of a service account's key, as Google gives it for download, or an API key. The JSON may name a `location` besides; usually the
 * models are asked for at `global`. Throws `provider.not_configured` when it is neither.
 */
export function readCredentials(value: string): VertexCredentials {
  if (!value.trimStart().startsWith("{")) return { apiKey: value || "none" };
  const { success, data } = keyFile.safeParse(parsed(value));
  if (!success) throw new BoardsError("provider.not_configured", { message: unreadable });
  return { email: data.client_email, privateKey: data.private_key, project: data.project_id, location: data.location };
}

export const unreadable = say("reasons.provider.vertex.unreadableKey");

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
