import { isEnding } from "@/lib/platform/ending";

/** No room, no memory, no handles, a disk or a line that broke. */
const codes = new Set(["ENOSPC", "EDQUOT", "EROFS", "EIO", "ENOMEM", "EMFILE", "ENFILE", "EAGAIN", "ECONNREFUSED", "ECONNRESET", "EPIPE"]);

/** Whether an error tells of the machine (no room, no memory, a child that was killed, a server that is stopping) and not of what was asked. */
export function isMachineTrouble(error: unknown): boolean {
  if (isEnding()) return true;
  for (let each = error, depth = 0; each instanceof Error && depth < 5; each = each.cause, depth++) {
    const { code, signal } = each as { code?: unknown; signal?: unknown };
    if (typeof code === "string" && codes.has(code)) return true;
    // As Node tells of a child that was killed.
    if (typeof signal === "string" && signal.startsWith("SIG")) return true;
  }
  return false;
}
