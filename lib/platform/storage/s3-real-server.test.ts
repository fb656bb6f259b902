import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { s3Client } from "@/lib/platform/storage/s3-client";
import { S3Storage } from "@/lib/platform/storage/s3-storage";
import { describeStorage } from "@/lib/platform/storage/storage-contract";

const fiveMegabytes = 5_242_880;
// As S3_TEST_URL=http://key:secret@127.0.0.1:7070; README.md says how to start such a server.
const server = process.env.S3_TEST_URL ? new URL(process.env.S3_TEST_URL) : null;

/** In a bucket of its own. */
async function open(): Promise<S3Storage> {
  const { origin = "", username = "", password = "" } = server ?? {};
  const credentials = { accessKeyId: username, secretAccessKey: password };
  const settings = { bucket: `boards-${randomUUID()}`, region: "us-east-1", endpoint: origin, isPathStyle: true, credentials };
  const { client, sdk } = await s3Client(settings);
  await client.send(new sdk.CreateBucketCommand({ Bucket: settings.bucket }));
  return new S3Storage(settings, { partBytes: fiveMegabytes, largestCopyBytes: fiveMegabytes });
}

describe.skipIf(!server)("on a real server", () => {
  describeStorage("S3Storage", open);

  it("writes, copies and reads what is larger than a part, and gives nothing of a range of nothing", async () => {
    const storage = await open();
    const large = Buffer.alloc(2 * fiveMegabytes + 7, "abcdefg");
    await storage.write("t/a/original", Readable.from([large.subarray(0, 1_000_003), large.subarray(1_000_003)]));
    await storage.copy("t/a/original", "t/b/original");
    expect((await buffer(await storage.read("t/b/original"))).equals(large)).toBe(true);
    const [start, end] = [fiveMegabytes - 3, fiveMegabytes + 2];
    expect((await buffer(await storage.read("t/b/original", { start, end }))).equals(large.subarray(start, end + 1))).toBe(true);
    await storage.write("t/empty/original", Buffer.alloc(0));
    expect((await buffer(await storage.read("t/empty/original", { start: 0, end: 9 }))).length).toBe(0);
    await storage.deletePartialWrites(new Date());
    await storage.deleteFolder("t");
    expect(await storage.list(null, 100)).toEqual([]);
  });

  it("takes a file straight from whoever has its addresses, in exactly its size, whole and in parts", async () => {
    const storage = await open();
    const put = (url: string | undefined, body: Uint8Array<ArrayBuffer>) => fetch(url ?? "", { method: "PUT", body }).then(({ status }) => status);
    const expiresAt = new Date(Date.now() + 60_000);
    const small = await storage.openUpload("uploads/a/original", { sizeBytes: 5, expiresAt });
    expect(await put(small.urls[0], Buffer.from("hello!"))).toBe(403);
    expect(await put(small.urls[0], Buffer.from("hello"))).toBe(200);
    const { partsId, urls } = await storage.openUpload("uploads/b/original", { sizeBytes: fiveMegabytes + 3, expiresAt });
    expect(await put(urls[0], Buffer.alloc(4))).toBe(403);
    expect([await put(urls[0], Buffer.alloc(fiveMegabytes)), await put(urls[1], Buffer.alloc(3))]).toEqual([200, 200]);
    for (let time = 0; time < 2; time++) await storage.closeUpload("uploads/b/original", partsId ?? "");
    expect(await storage.stat("uploads/b/original")).toMatchObject({ sizeBytes: fiveMegabytes + 3 });
  });

  it("answers an address until it ends, as it says, and opens nothing else by it", async () => {
    const storage = await open();
    await storage.write("t/a/original", Buffer.from("0123456789"));
    const told = { contentType: "image/png", contentDisposition: `attachment; filename="a (1).png"` };
    const servedAs = { ...told, isShared: false };
    const address = await storage.addressOf("t/a/original", { ...servedAs, expiresAt: new Date(Date.now() + 60_000) });
    const file = await fetch(address, { headers: { range: "bytes=2-4" } });
    expect([file.status, await file.text()]).toEqual([206, "234"]);
    expect(["content-type", "content-disposition", "cache-control"].map((name) => file.headers.get(name))).toEqual([
      ...Object.values(told),
      expect.stringMatching(/^private/),
    ]);
    const ended = await storage.addressOf("t/a/original", { ...servedAs, expiresAt: new Date(Date.now() - 1000) });
    for (const wrong of [ended, address.replace("t/a/", "t/b/"), address.replace("image%2Fpng", "text%2Fhtml")])
      expect((await fetch(wrong)).status).toBe(403);
  });
});
