import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;
const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/generations/artifacts/save-frame")),
  ...(await import("@/lib/generations/artifacts/upload-artifact")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/storage/current-storage")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
  owner = await installation.viewer("owner");
});
afterAll(() => installation.close());

const upload = async (artifactType: "video" | "text", file: Buffer) => {
  const { id: boardId } = await boards.createBoard(owner, { title: "Films" });
  return boards.uploadArtifact(owner, { boardId, artifactType, source: { file, filename: "film" } });
};

it("saves the first and the last frame beside the video, as an image whose parent it is", async () => {
  const video = await upload("video", await readFile("lib/platform/media/testing/samples/film.m4v"));
  for (const position of ["first", "last"] as const) {
    const frame = await boards.saveFrame(owner, video.id, position);
    expect(frame).toMatchObject({
      boardId: video.boardId,
      artifactType: "image",
      mimeType: "image/png",
      status: "completed",
      width: video.width,
      height: video.height,
      inputArtifacts: [{ generation_id: video.id, role: "parent", artifact_type: "video" }],
      inputParams: { original_filename: `${position}-frame.png` },
    });
    const [bytes] = await (await boards.currentStorage().read(`${frame.storageKey}`)).toArray();
    expect((await sharp(bytes as Buffer).metadata()).format).toBe("png");
  }
});

it("is for those who may upload there, and of videos alone", async () => {
  const text = await upload("text", Buffer.from("no film"));
  await expect(boards.saveFrame(owner, text.id, "first")).rejects.toMatchObject({ reason: "generation.input_unusable" });
  const stranger = await installation.viewer("stranger");
  await expect(boards.saveFrame(stranger, text.id, "first")).rejects.toMatchObject({ reason: "generation.not_found" });
  await boards.db().board.update({ where: { id: text.boardId }, data: { isPublic: true } });
  await expect(boards.saveFrame(stranger, text.id, "first")).rejects.toMatchObject({ reason: "board.forbidden" });
});
