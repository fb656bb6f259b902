import { rm } from "node:fs/promises";
import { join } from "node:path";
import { findBoardToUploadTo, putOnBoard } from "@/lib/generations/artifacts/upload-artifact";
import { generationsVisibleTo } from "@/lib/identity/access/board-policy";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { countAgainst } from "@/lib/platform/limits/rate-limits";
import { drawFrame } from "@/lib/platform/media/convert-media";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import { makeTemporaryFolder } from "@/lib/platform/temporary-folder";
import { timeLimit } from "@/lib/platform/time-limit";
import { checkStorageLimits } from "@/lib/spending/storage-limits/check-storage-limits";

const longestMs = 90_000;

/** Saves the first or last frame of a video as an image beside it on its board, with the video as its parent. */
export async function saveFrame(viewer: Viewer, id: string, position: "first" | "last") {
  const video = await db().generation.findFirst({ where: { id, ...generationsVisibleTo(viewer) } });
  if (!video) throw new BoardsError("generation.not_found", { field: "id" });
  const board = await findBoardToUploadTo(viewer, video.boardId);
  if (video.artifactType !== "video" || video.status !== "completed" || !video.storageKey)
    throw new BoardsError("generation.input_unusable", { message: say("reasons.generation.noVideo"), field: "id" });
  await checkStorageLimits(viewer, null);
  await countAgainst("upload", viewer.accountId);
  const folder = await makeTemporaryFolder("inputs");
  const limit = timeLimit(longestMs);
  try {
    const [path, frame] = [join(folder, "video"), join(folder, "frame.png")];
    await currentStorage().copyToFile(video.storageKey, path);
    await drawFrame(path, frame, position, limit.signal);
    return await putOnBoard(viewer, board, {
      artifactType: "image",
      source: { file: { path: frame }, filename: `${position}-frame.png` },
      parentGenerationId: video.id,
    });
  } finally {
    limit.clear();
    await rm(folder, { recursive: true, force: true });
  }
}
