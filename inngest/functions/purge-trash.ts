import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { deleteAbandonedUploads } from "@/lib/artifacts/direct-upload";
import { withinTime } from "@/lib/db/wall";
import { purgeTrash } from "@/lib/trash/purge-trash";

/** Every hour: deletes for good what has been in the trash long enough, and uploads that nobody confirmed. */
export const purgeTrashRegularly = inngest.createFunction({ id: "purge-trash", triggers: [cron("17 * * * *")], retries: 1 }, async ({ step }) => {
  const purged = await step.run("purge-trash", () => withinTime("bulk", () => purgeTrash()));
  await step.run("delete-abandoned-uploads", () => withinTime("bulk", () => deleteAbandonedUploads()));
  return purged;
});
