import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openInstallation } from "@/lib/testing/installation";
import { openS3Simulator } from "@/lib/testing/simulators/s3/server";

let simulator: Awaited<ReturnType<typeof openS3Simulator>>;
let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/generations/artifacts/direct-upload")),
  ...(await import("@/lib/platform/db/client")),
});
let boards: Awaited<ReturnType<typeof load>>;
let viewer: Viewer;
let boardId: string;

beforeAll(async () => {
  simulator = await openS3Simulator();
  installation = await openInstallation({
    ...simulator.settings,
    BOARDS_ALLOWED_UPLOAD_EXTENSIONS: ".txt",
  });
  boards = await load();
  viewer = await installation.viewer("owner");
  boardId = (await boards.createBoard(viewer, { title: "Uploads" })).id;
});
afterAll(async () => {
  await installation.close();
  await simulator.close();
});
beforeEach(() => simulator.contents.objects.clear());

const announce = (sizeBytes: number, filename = "a.txt") => boards.announceUpload(viewer, { boardId, artifactType: "text", filename, sizeBytes });
const put = (url: string | undefined, body: Uint8Array<ArrayBuffer>) => fetch(url ?? "", { method: "PUT", body });
const keys = () => [...simulator.contents.objects.keys()].map((key) => key.replace(/^uploads.*/, "uploads").replace(/^.{36}\/text.*/, "artifact"));

it("puts on the board what was sent to the bucket, copied there, and answers the same when it is confirmed again", async () => {
  const { ticket, place } = await announce(6);
  await put(place?.urls[0], Buffer.from("a note"));
  simulator.requests.length = 0;
  const generation = await boards.confirmUpload(viewer, ticket);
  expect(generation).toMatchObject({ status: "completed", mimeType: "text/plain", fileSizeBytes: 6n });
  expect(keys()).toEqual(["artifact"]);
  expect(simulator.requests.filter((each) => each.startsWith("PUT"))).toHaveLength(1);
  // What arrives later under its old address is nobody's.
  await put(place?.urls[0], Buffer.from("anothr"));
  expect(await boards.confirmUpload(viewer, ticket)).toMatchObject({ id: generation.id });
  expect(simulator.contents.objects.get(generation.storageKey ?? "")?.body.toString()).toBe("a note");
});

it("keeps nothing of what is not what it must be", async () => {
  const { ticket, place } = await announce(20);
  await put(place?.urls[0], Buffer.from("<html><b>x</b></htm>"));
  await expect(boards.confirmUpload(viewer, ticket)).rejects.toMatchObject({ reason: "artifact.type_refused" });
  expect(keys()).toEqual([]);
});

it("confirms nothing that was not sent, and gives no address for a name that is not allowed", async () => {
  const { ticket } = await announce(20);
  await expect(boards.confirmUpload(viewer, ticket)).rejects.toMatchObject({ reason: "upload.ticket_invalid" });
  await expect(announce(20, "a.exe")).rejects.toMatchObject({ reason: "artifact.type_refused", field: "filename" });
});

it("puts the parts of a large file together", async () => {
  const large = Buffer.alloc(16_777_216 + 10, "a line of text\n");
  const { ticket, place } = await announce(large.length);
  expect(place?.urls).toHaveLength(2);
  for (const [part, url] of (place?.urls ?? []).entries())
    await put(url, large.subarray(part * (place?.partBytes ?? 0), (part + 1) * (place?.partBytes ?? 0)));
  expect(await boards.confirmUpload(viewer, ticket)).toMatchObject({ fileSizeBytes: BigInt(large.length) });
  expect(simulator.contents.partials.size).toBe(0);
});
