import { BoardsError } from "@/lib/errors";
import type { Refusal } from "../transport";

/** What ElevenLabs says of an error. `status` is the older name of `code`. */
interface Detail {
  code?: string;
  status?: string;
  message?: string;
}

const contentCodes = ["content_against_policy", "bad_prompt", "bad_composition_plan"];

/** Whether the text or the prompt breaks ElevenLabs' terms. https://elevenlabs.io/docs/eleven-api/resources/errors (read 2026-11-25) */
export const isContentRefusal = ({ body }: Refusal): boolean => {
  const { code, status, message } = detailOf(body);
  return contentCodes.some((each) => each === code || each === status) || /violated? our terms of service/i.test(message ?? "");
};

/** ElevenLabs' own sentence on what is wrong with the inputs. */
export function explain(body: unknown): string | undefined {
  const { message } = detailOf(body);
  return message ? `The provider does not accept these inputs: ${message}`.slice(0, 500) : undefined;
}

/** The same error, but an empty account is told from a wrong key, whose status it has. */
export function explained(error: BoardsError): BoardsError {
  const { reason, raw = "" } = error;
  if (reason !== "provider.not_configured" || !raw.includes('"quota_exceeded"')) return error;
  return new BoardsError(reason, { raw, message: "The account at the provider has no credit left" });
}

function detailOf(body: unknown): Detail {
  const { detail } = (typeof body === "object" && body !== null ? body : {}) as { detail?: unknown };
  return typeof detail === "object" && detail !== null ? detail : {};
}
