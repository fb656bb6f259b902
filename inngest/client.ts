import { Inngest } from "inngest";
import { log } from "@/lib/platform/log";

/**
 * The function engine's client. Where events go and how requests are signed is told by Inngest's own variables:
 * INNGEST_BASE_URL, INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY, INNGEST_DEV.
 */
export const inngest = new Inngest({ id: "boards", logger: log.child({ room: "inngest" }), checkpointing: false });
