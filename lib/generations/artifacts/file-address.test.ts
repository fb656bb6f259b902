import { afterAll, beforeAll, expect, it } from "vitest";
import { openInstallation } from "@/lib/testing/installation";
import { openS3Simulator } from "@/lib/testing/simulators/s3/server";

let simulator: Awaited<ReturnType<typeof openS3Simulator>>;
let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/generations/artifacts/artifact-urls")),
  ...(await import("@/lib/platform/env")),
  ...(await import("@/lib/platform/storage/current-storage")),
});
let boards: Awaited<ReturnType<typeof load>>;
const storageKey = "tenant/image/board/artifact/original";
const row = { id: "01927e6c-7f1d-7000-8000-3f2504e04f89", generatorName: "sketch", storageKey, storageUrl: null, mimeType: "image/png" };
const preview = { storageKey, thumbnailWidths: [320], thumbnailUrl: null };

beforeAll(async () => {
  simulator = await openS3Simulator();
  installation = await openInstallation(simulator.settings);
  boards = await load();
  for (const key of [storageKey, "tenant/image/board/artifact/thumb-320.webp"]) await boards.currentStorage().write(key, Buffer.from("0123456789"));
});
afterAll(async () => {
  await installation.close();
  await simulator.close();
});

const opened = async (address: string | null | Promise<string | null>) => {
  const answer = await fetch((await address) ?? "");
  const [type = "", disposition = "", cache, expires] = ["content-type", "content-disposition", "cache-control", "expires"].map(
    (name) => answer.headers.get(name) ?? "",
  );
  return {
    status: answer.status,
    origin: new URL(answer.url).origin,
    type,
    disposition,
    cache,
    secondsLeft: (Date.parse(expires ?? "") - Date.now()) / 1000,
  };
};

it("leads straight to the bucket, where a file is answered as here, and kept until its address ends", async () => {
  const file = await opened(boards.artifactUrls.file(row));
  expect(file).toMatchObject({ status: 200, origin: simulator.url, type: "image/png", cache: "private, immutable" });
  expect(file.disposition).toMatch(/^inline; filename="artifact.png"/);
  expect(file.secondsLeft).toBeGreaterThan(3590);
  expect(file.secondsLeft).toBeLessThanOrEqual(7200);
  const download = await opened(boards.artifactUrls.download(row));
  expect([download.origin, download.disposition]).toEqual([simulator.url, expect.stringMatching(/^attachment; filename="sketch-04e04f89.png"/)]);
  expect(await opened(boards.artifactUrls.thumbnail(preview, 640))).toMatchObject({ status: 200, origin: simulator.url, type: "image/webp" });
});

it("is the same each time, so that browsers need not fetch it again", async () => {
  const [one, other] = [await boards.artifactUrls.file(row), await boards.artifactUrls.file(row)];
  expect(one).toBe(other);
  const signedAnew = boards.artifactUrls.file({ ...row, storageKey: "tenant/image/board/other/original" });
  expect(new URL((await signedAnew) ?? "").searchParams.get("X-Amz-Date")).toBe(new URL(one ?? "").searchParams.get("X-Amz-Date"));
});

it("ends with what a share link gives out, and serves nothing that a browser would run", async () => {
  const sharedUntil = new Date((Math.floor(Date.now() / 1000) + 100) * 1000);
  const shared = await opened(boards.artifactUrls.file(row, { sharedUntil, download: true }));
  expect(shared).toMatchObject({ status: 200, origin: simulator.url, cache: "public, immutable", disposition: expect.stringMatching(/^attachment/) });
  expect(shared.secondsLeft).toBeLessThanOrEqual(100);
  const ended = await boards.artifactUrls.file(row, { sharedUntil: new Date(Date.now() - 5000) });
  expect((await fetch(ended ?? "")).status).toBe(403);
  expect((await opened(boards.artifactUrls.file({ ...row, mimeType: "image/svg+xml" }))).disposition).toMatch(/^attachment/);
});

it("stays ours where a file has to be looked up first, and where keys are those of the machine's role", async () => {
  expect(await boards.artifactUrls.file({ ...row, mimeType: "application/octet-stream" })).toMatch(/\/api\/storage\/tenant\/.*signature=/);
  for (const name of ["BOARDS_AWS_ACCESS_KEY_ID", "BOARDS_AWS_SECRET_ACCESS_KEY"]) delete process.env[name];
  boards.forgetEnv();
  expect(await boards.artifactUrls.file(row)).toMatch(/\/api\/storage\/tenant\/.*signature=/);
});
