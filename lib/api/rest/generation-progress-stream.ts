import type * as z from "zod";
import type { progressUpdate } from "@/lib/api/rest/shapes";
import { artifactUrls } from "@/lib/generations/artifacts/artifact-urls";
import { boardFeeds } from "@/lib/generations/live/board-feed";
import type { EventStream } from "@/lib/generations/live/event-stream";
import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { phaseForStrangers } from "@/lib/generations/progress/phase-for-strangers";
import { db } from "@/lib/platform/db/client";
import type { Generation } from "@/prisma/generated/client";

/** The original's event: progress from 0 to 1, and what was made once it is there. Strangers to its board are told no more than on its page. */
async function progressOf(row: Generation, { isStranger = false } = {}): Promise<z.input<typeof progressUpdate>> {
  const url = row.status === "completed" ? await artifactUrls.file(row) : null;
  return {
    job_id: row.id,
    status: row.status as never,
    progress: Number(row.progress) / 100,
    phase: (isStranger ? phaseForStrangers(row.phase) : row.phase) as never,
    message: isStranger ? null : (row.errorMessage ?? row.progressMessage),
    estimated_completion: null,
    artifacts: url ? [{ url, type: row.artifactType, metadata: isStranger ? {} : (row.outputMetadata as Record<string, unknown>) }] : [],
    timestamp: row.updatedAt.toISOString(),
  };
}

/** What becomes of one generation: where it stands now, and each change until it has ended, has left its board or may no longer be seen. */
export async function* generationProgressMessages(stream: EventStream, { id, boardId }: Generation): AsyncGenerator<string> {
  const watch = await boardFeeds().watch(boardId, () => stream.wake());
  try {
    for (;;) {
      let { number } = watch;
      // The row is the truth; an event only says when to look.
      const row = await db().generation.findFirst({ where: { id, boardId, trashedAt: null } });
      if (!row || watch.isGone || stream.over.aborted || !stream.boardIds.has(boardId)) return;
      const isStranger = !stream.familiarIds.has(boardId) && row.userId !== stream.context.viewer?.userId;
      yield `data: ${JSON.stringify(await progressOf(row, { isStranger }))}\n\n`;
      if (!liveStatuses.includes(row.status)) return;

      for (let isToldOf = false; !isToldOf; ) {
        if ((await stream.rest()) === "quiet") yield ": keep-alive\n\n";
        const { events, number: readUpTo } = await watch.after(number);
        number = readUpTo;
        isToldOf = events.some(({ generationId }) => generationId === id) || watch.isGone || stream.over.aborted || !stream.boardIds.has(boardId);
      }
    }
  } finally {
    watch.close();
  }
}
