import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { endStuckGenerations } from "@/lib/generations/end-stuck-generations";
import { sendUnsentEvents } from "@/lib/generations/send-unsent-events";

/** Every minute: sends events that could not be sent at once, and ends what shows no sign of life. */
export const reconcileGenerations = inngest.createFunction(
  { id: "reconcile-generations", triggers: [cron("* * * * *")], retries: 1 },
  async ({ step }) => {
    const sent = await step.run("send-unsent-events", () => sendUnsentEvents());
    const ended = await step.run("end-stuck-generations", () => endStuckGenerations());
    return { sent, ended };
  },
);
