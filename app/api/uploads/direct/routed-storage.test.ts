import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openInstallation } from "@/lib/testing/installation";
import { openS3Simulator } from "@/lib/testing/simulators/s3/server";
import { openStored } from "./testing/open-stored";

/* Files of this machine, but for texts of more than a kilobyte, which lie in a bucket. */

let simulator: Awaited<ReturnType<typeof openS3Simulator>>;
let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/generations/artifacts/delete-orphan-files")),
  ...(await import("@/lib/generations/artifacts/direct-upload")),
  ...(await import("@/lib/generations/move-generations")),
  ...(await import("@/lib/platform/storage/current-storage")),
  ...(await import("@/lib/platform/storage/delete-artifact-files")),
  ...(await import("@/lib/testing/confirm-and-check")),
});
let boards: Awaited<ReturnType<typeof load>>;
let viewer: Viewer;
let boardId: string;

beforeAll(async () => {
  simulator = await openS3Simulator();
  const path = join(await mkdtemp(join(tmpdir(), "boards-routes-")), "storage.yaml");
  const config = {
    bucket: simulator.bucket,
    endpoint_url: simulator.url,
    aws_access_key_id: simulator.credentials.accessKeyId,
    aws_secret_access_key: ["$", "{ARCHIVE_SECRET}"].join(""),
  };
  const routing_rules = [{ condition: { artifact_type: "text", size_gt: "1KB" }, provider: "archive" }];
  // JSON is YAML.
  await writeFile(path, JSON.stringify({ storage: { providers: { archive: { type: "s3", config } }, routing_rules } }));
  installation = await openInstallation({ BOARDS_STORAGE_CONFIG_PATH: path, ARCHIVE_SECRET: simulator.credentials.secretAccessKey });
  boards = await load();
  viewer = await installation.viewer("owner");
  boardId = (await boards.createBoard(viewer, { title: "Uploads" })).id;
});
afterAll(async () => {
  await installation.close();
  await simulator.close();
});

const small = Buffer.from("a note");
const large = Buffer.alloc(2000, "a line of text\n");
const announced = (sizeBytes: number) => boards.announceUpload(viewer, { boardId, artifactType: "text", filename: "a.txt", sizeBytes });

it("sends each file to where it will stay, and reads, copies and deletes it there", async () => {
  const { ticket, place } = await announced(small.length);
  expect(place).toBeNull();
  await boards.receiveUpload(ticket, Readable.from([small]), small.length);
  const note = await boards.confirmAndCheck(viewer, ticket);
  expect((await openStored(note.storageKey ?? "")).status).toBe(200);
  expect(simulator.contents.objects.size).toBe(0);

  const straight = await announced(large.length);
  await fetch(straight.place?.urls[0] ?? "", { method: "PUT", body: large });
  simulator.requests.length = 0;
  const text = await boards.confirmAndCheck(viewer, straight.ticket);
  expect(text.storageKey).toMatch(/\.archive\/original$/);
  // Copied inside of the bucket.
  expect(simulator.requests.filter((each) => each.startsWith("PUT"))).toHaveLength(1);
  expect([...simulator.contents.objects.keys()]).toEqual([text.storageKey]);
  const answer = await openStored(text.storageKey ?? "");
  expect([answer.status, new URL(answer.headers.get("location") ?? "").origin]).toEqual([302, simulator.url]);

  const other = await boards.createBoard(viewer, { title: "Copies" });
  await boards.copyGenerations(viewer, [note.id, text.id], other.id);
  expect(simulator.contents.objects.size).toBe(2);
  await boards.deleteArtifactFiles(text.storageKey ?? "");
  expect(simulator.contents.objects.size).toBe(1);
});

it("finds what no generation knows in every storage", async () => {
  const orphan = (name: string) => `uploads/2026-11-01/${crypto.randomUUID()}${name}/original`;
  await boards.currentStorage().write(orphan(""), small);
  await boards.currentStorage().write(orphan(".archive"), small);
  const later = new Date(Date.now() + 2 * 24 * 3600 * 1000);
  expect(await boards.deleteOrphanFiles(null, later)).toEqual({ next: null, deletedFolders: 2 });
});
