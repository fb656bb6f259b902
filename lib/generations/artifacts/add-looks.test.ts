import { thumbHashToAverageRGBA } from "thumbhash";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { thumbnailKey } from "@/lib/platform/storage/storage-key";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;
let boardId: string;

const load = async () => ({
  ...(await import("@/lib/generations/artifacts/add-looks")),
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/generations/create-generation")),
  ...(await import("@/lib/platform/storage/current-storage")),
  ...(await import("@/lib/testing/run-batch")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
  owner = await installation.viewer("owner");
  boardId = (await boards.createBoard(owner, { title: "Old" })).id;
});
afterAll(() => installation.close());

const averageOf = (placeholder: string | null | undefined) => thumbHashToAverageRGBA(Buffer.from(placeholder ?? "", "base64"));

const differing = (one: string | null | undefined, other: string | null) => [...(one ?? "")].filter((bit, at) => bit !== other?.[at]).length;

async function made() {
  const { id, batchId } = await boards.createGeneration(owner, {
    boardId,
    generatorName: "sketch",
    artifactType: "image",
    inputParams: { prompt: "hills" },
  });
  await boards.runBatch(batchId);
  return boards.db().generation.findUniqueOrThrow({ where: { id } });
}

it("gives what was stored earlier the placeholder that it would get today, and passes over what cannot be read", async () => {
  const [image, lost, broken] = [await made(), await made(), await made()];
  expect(Buffer.from(image.placeholder ?? "", "base64").length).toBeGreaterThan(10);
  expect(image.perceptualHash).toMatch(/^[01]{64}$/);
  await boards.db().generation.updateMany({ data: { placeholder: null, perceptualHash: null } });
  await boards.currentStorage().deleteFolder(lost.storageKey?.replace("/original", "") ?? "");
  await boards.currentStorage().write(thumbnailKey(broken.storageKey ?? "", 320), Buffer.from("no image"));

  expect(await boards.addLooks()).toBe(3);
  const placeholders = await boards.db().generation.findMany({ orderBy: { id: "asc" }, select: { placeholder: true } });
  const [added, ...others] = placeholders.map(({ placeholder }) => placeholder);
  // Made from the smallest preview, which WebP has changed a little.
  for (const color of ["r", "g", "b"] as const) expect(averageOf(added)[color]).toBeCloseTo(averageOf(image.placeholder)[color], 1);
  expect(others).toEqual(["", ""]);
  expect(await boards.addLooks()).toBe(0);
  // Stored when there were placeholders, and nothing to find similar ones by.
  await boards.db().generation.updateMany({ data: { perceptualHash: null } });
  expect(await boards.addLooks()).toBe(1);
  const hashOf = async ({ id }: { id: string }) => (await boards.db().generation.findUnique({ where: { id } }))?.perceptualHash;
  expect(await hashOf(lost)).toBeNull();
  expect(differing(await hashOf(image), image.perceptualHash)).toBeLessThan(4);
});
