import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { LocalStorage } from "@/lib/platform/storage/local-storage";
import { moveFiles } from "@/lib/platform/storage/move-files";
import { S3Storage } from "@/lib/platform/storage/s3-storage";
import { openS3Simulator } from "@/lib/testing/simulators/s3/server";

let simulator: Awaited<ReturnType<typeof openS3Simulator>>;
beforeAll(async () => {
  simulator = await openS3Simulator();
});
afterAll(() => simulator.close());

const openLocal = async () => new LocalStorage(await mkdtemp(join(tmpdir(), "boards-storage-")));
const openS3 = () => {
  const { bucket, url: endpoint, credentials } = simulator;
  simulator.contents.objects.clear();
  return new S3Storage({ bucket, region: "us-east-1", endpoint, isPathStyle: true, credentials });
};
const keys = Array.from({ length: 23 }, (_, index) => `t/image/${String(index).padStart(4, "0")}/original`);

it("takes every file to a bucket and back, goes on where it broke off, and copies nothing twice", async () => {
  const [local, s3, back] = [await openLocal(), openS3(), await openLocal()];
  for (const key of keys) await local.write(key, Buffer.from(key));
  simulator.interfere = ({ method, path }) => (method === "PUT" && path.includes("0015") ? { status: 403 } : undefined);
  await expect(moveFiles(local, s3, { pageSize: 10 })).rejects.toMatchObject({ reason: "storage.unavailable" });
  simulator.interfere = undefined;
  const copied = simulator.contents.objects.size;
  expect(copied).toBeGreaterThanOrEqual(15);
  expect(await moveFiles(local, s3, { pageSize: 10 })).toMatchObject({ copied: keys.length - copied, skipped: copied });
  expect(await moveFiles(local, s3, { pageSize: 10 })).toEqual({ copied: 0, skipped: keys.length, bytes: 0 });
  expect(await moveFiles(s3, back, { pageSize: 10 })).toMatchObject({ copied: keys.length, bytes: keys.join("").length });
  expect((await buffer(await back.read(keys[22] ?? ""))).toString()).toBe(keys[22]);
});

it("takes one again that is there with another size, and leaves out what is deleted meanwhile", async () => {
  const [local, s3] = [await openLocal(), openS3()];
  for (const name of ["half", "gone", "kept"]) await local.write(`t/${name}/original`, Buffer.from(name));
  await s3.write("t/half/original", Buffer.from("ha"));
  const { write } = s3;
  s3.write = async (key, source) => {
    if (key.includes("gone")) await local.deleteFolder("t/gone");
    return write.call(s3, key, source);
  };
  expect(await moveFiles(local, s3, { pageSize: 10 })).toEqual({ copied: 2, skipped: 0, bytes: 8 });
  expect((await buffer(await s3.read("t/half/original"))).toString()).toBe("half");
  expect([...simulator.contents.objects.keys()].sort()).toEqual(["t/half/original", "t/kept/original"]);
});
