import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openInstallation } from "@/lib/testing/installation";
import { openGcsSimulator } from "@/lib/testing/simulators/gcs/server";
import { openStored } from "./testing/open-stored";

let simulator: Awaited<ReturnType<typeof openGcsSimulator>>;
let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/generations/artifacts/direct-upload")),
  ...(await import("@/lib/generations/confirm-upload")),
  ...(await import("@/lib/platform/storage/current-storage")),
  ...(await import("@/lib/platform/storage/storage-plan")),
  ...(await import("@/lib/testing/confirm-and-check")),
});
let boards: Awaited<ReturnType<typeof load>>;
let viewer: Viewer;
let boardId: string;

beforeAll(async () => {
  simulator = await openGcsSimulator();
  installation = await openInstallation(simulator.settings);
  boards = await load();
  viewer = await installation.viewer("owner");
  boardId = (await boards.createBoard(viewer, { title: "Uploads" })).id;
});
afterAll(async () => {
  await installation.close();
  await simulator.close();
});

/** Confirms an upload without reading anything of it, and has it checked, by reading it once. */
async function confirmAndCheck(ticket: string) {
  const read = vi.spyOn(boards.currentStorage(), "read");
  const { id } = await boards.confirmUpload(viewer, ticket);
  expect(read).not.toHaveBeenCalled();
  const checked = await boards.checkConfirmed(id);
  expect(read).toHaveBeenCalledTimes(1);
  read.mockRestore();
  return checked;
}

const noteOf = (sizeBytes: number) => ({ boardId, artifactType: "text" as const, filename: "a.txt", sizeBytes });

it("puts on the board what was sent to the bucket, copied there, and sends browsers to it", async () => {
  const { ticket, place } = await boards.announceUpload(viewer, noteOf(6));
  await fetch(place?.urls[0] ?? "", { method: "PUT", body: "a note", headers: place?.headers ?? {} });
  const { storageKey, ...generation } = await confirmAndCheck(ticket);
  expect(generation).toMatchObject({ status: "completed", mimeType: "text/plain", fileSizeBytes: 6n });
  expect([...simulator.contents.objects.keys()]).toEqual([storageKey]);
  const answer = await openStored(storageKey ?? "");
  expect(answer.status).toBe(302);
  const file = await fetch(answer.headers.get("location") ?? "");
  expect([file.status, await file.text(), file.headers.get("content-type")]).toEqual([200, "a note", "text/plain; charset=utf-8"]);
  expect(boards.storageOrigins()).toEqual([simulator.url]);
});

it("puts the parts of a large file together, and keeps nothing of one that is longer than announced", async () => {
  const large = Buffer.alloc(16_777_216 + 10, "a line of text\n");
  for (const isTooLong of [false, true]) {
    const { ticket, place } = await boards.announceUpload(viewer, noteOf(large.length));
    expect(place?.urls).toHaveLength(2);
    const last = large.subarray(place?.partBytes ?? 0);
    for (const [part, url] of (place?.urls ?? []).entries()) {
      const body = part === 0 ? large.subarray(0, place?.partBytes) : Buffer.concat(isTooLong ? [last, last] : [last]);
      expect((await fetch(url, { method: "PUT", body, headers: place?.headers ?? {} })).status).toBe(200);
    }
    const confirmed = confirmAndCheck(ticket);
    if (isTooLong) await expect(confirmed).rejects.toMatchObject({ reason: "upload.ticket_invalid" });
    else expect(await confirmed).toMatchObject({ status: "completed", fileSizeBytes: BigInt(large.length) });
    expect([simulator.contents.partials.size, [...simulator.contents.objects.keys()].filter((key) => key.startsWith("uploads/")).length]).toEqual([
      0, 0,
    ]);
  }
});
