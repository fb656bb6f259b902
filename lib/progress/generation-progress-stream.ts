import type { z } from "zod";
import { db } from "@/lib/db/client";
import { artifactUrls } from "@/lib/generations/artifact-urls";
import { liveStatuses } from "@/lib/generations/live-statuses";
import { log } from "@/lib/log";
import { boardFeeds } from "@/lib/progress/board-feed";
import type { progressUpdate } from "@/lib/rest/shapes";
import type { Generation } from "@/prisma/generated/client";

const keepAliveMs = 15_000;

/** The original's event: progress from 0 to 1, and what was made once it is there. */
export function progressOf(row: Generation): z.input<typeof progressUpdate> {
  const url = row.status === "completed" ? artifactUrls.file(row) : null;
  return {
    job_id: row.id,
    status: row.status as never,
    progress: Number(row.progress) / 100,
    phase: row.phase as never,
    message: row.errorMessage ?? row.progressMessage,
    estimated_completion: null,
    artifacts: url ? [{ url, type: row.artifactType, metadata: row.outputMetadata as Record<string, unknown> }] : [],
    timestamp: row.updatedAt.toISOString(),
  };
}

/** The body of a `text/event-stream` answer about one generation: where it stands now, each change, and the end of the stream with its end. */
export function generationProgressStream(generation: Generation, signal: AbortSignal): ReadableStream<Uint8Array> {
  const { id, boardId } = generation;
  const encoder = new TextEncoder();
  let isOpen = true;
  let keepAlive: NodeJS.Timeout | undefined;
  let subscription: { close(): void } | undefined;
  let telling: Promise<void> = Promise.resolve();
  const release = () => {
    isOpen = false;
    clearInterval(keepAlive);
    subscription?.close();
  };
  return new ReadableStream({
    cancel: release,
    async start(controller) {
      const close = () => {
        if (isOpen) controller.close();
        release();
      };
      // The row is the truth; an event only says when to look. One look at a time, so what is told never goes back in time.
      const tell = async () => {
        const row = isOpen ? await db().generation.findUnique({ where: { id } }) : null;
        if (!isOpen) return;
        if (!row) return close();
        controller.enqueue(encoder.encode(`data: ${JSON.stringify(progressOf(row))}\n\n`));
        if (!liveStatuses.includes(row.status)) close();
      };
      const look = () => {
        telling = telling.then(tell).catch((error) => {
          log.error({ err: error, generationId: id }, "could not tell the progress of a generation");
          close();
        });
      };
      keepAlive = setInterval(() => isOpen && controller.enqueue(encoder.encode(": keep-alive\n\n")), keepAliveMs);
      signal.addEventListener("abort", close);
      subscription = await boardFeeds().subscribe(boardId, { onEvent: (event) => event.generationId === id && look(), onGone: close });
      if (!isOpen || signal.aborted) return close();
      look();
    },
  });
}
