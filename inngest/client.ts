import { Inngest } from "inngest";
import { engineFetch } from "@/inngest/engine-fetch";
import { isOwnEngine } from "@/inngest/is-own-engine";
import { log } from "@/lib/platform/log";

/** As long as one call may begin further steps; a route such as Vercel's may take 300 seconds, in which the last step has to end. */
const longestCall = "60s";

/**
 * The function engine's client. Where events go and how requests are signed is told by Inngest's own variables:
 * INNGEST_BASE_URL, INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY, INNGEST_DEV. With our own engine (BOARDS_INNGEST_CHECKPOINTS) the result of
 * each step is stored while the call goes on to the next; a real Inngest calls once a step, as the workflow tests have shown to work.
 */
export const inngest = new Inngest({
  id: "boards",
  logger: log.child({ room: "inngest" }),
  checkpointing: isOwnEngine && { bufferedSteps: 1, maxRuntime: longestCall },
  fetch: engineFetch,
});
