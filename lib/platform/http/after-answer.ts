import { after } from "next/server";
import { log } from "@/lib/platform/log";

/**
 * Does what the answer need not wait for: after it was sent, as a request's last act, also where the machine rests between requests (Vercel).
 * Outside of a request it is awaited. It may be lost with the process, so that something else has to mend it.
 */
export async function afterAnswer(work: () => Promise<unknown>): Promise<void> {
  const isTaken = takenByRequest(() => work().catch((error) => log.error({ err: error }, "what was left for after an answer failed")));
  if (!isTaken) await work();
}

// There is no way to ask whether there is a request but to try.
function takenByRequest(work: () => Promise<unknown>): boolean {
  try {
    after(work);
    return true;
  } catch {
    return false;
  }
}
