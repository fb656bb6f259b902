import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { describeBucket } from "@/lib/platform/storage/bucket-contract";
import type { GcsSettings } from "@/lib/platform/storage/gcs-client";
import { GcsStorage } from "@/lib/platform/storage/gcs-storage";
import { describeStorage } from "@/lib/platform/storage/storage-contract";
import { openGcsSimulator } from "@/lib/testing/simulators/gcs/server";

const fiveMegabytes = 5_242_880;
const unavailable = { reason: "storage.unavailable" };

let simulator: Awaited<ReturnType<typeof openGcsSimulator>>;
beforeAll(async () => {
  simulator = await openGcsSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.contents.objects.clear();
  simulator.contents.partials.clear();
  simulator.state.rewrites.clear();
  simulator.interfere = undefined;
});

const open = (changes: Partial<GcsSettings> = {}) =>
  new GcsStorage({ bucket: simulator.bucket, endpoint: simulator.url, credentials: simulator.credentials, ...changes }, { partBytes: fiveMegabytes });

describeStorage("GcsStorage", async () => open());
describeBucket({
  contents: () => simulator.contents,
  open,
  large: Buffer.alloc(2 * fiveMegabytes + 7, "abcdefg"),
  troubles: {
    "the bucket is missing": () => open({ bucket: "other" }),
    "the account is another": () => open({ credentials: { ...simulator.credentials, client_email: "other@test" } }),
    "the key is none": () => open({ credentials: { ...simulator.credentials, private_key: "none" } }),
    "nobody answers": () => open({ endpoint: "http://127.0.0.1:1" }),
  },
});

describe("what is larger than a part", () => {
  const large = Buffer.alloc(2 * fiveMegabytes + 7, "abcdefg");
  const pieces = () => Readable.from([large.subarray(0, 1_000_003), large.subarray(1_000_003)]);

  it("is written in several requests, which go on where one failed, and copied in several", async () => {
    let failures = 1;
    simulator.interfere = ({ headers }) => (headers["content-range"]?.startsWith("bytes 5242880-") && failures-- > 0 ? { status: 503 } : undefined);
    expect(await open().write("t/a/original", pieces())).toMatchObject({ sizeBytes: large.length });
    await open().copy("t/a/original", "t/b/original");
    expect((await buffer(await open().read("t/b/original"))).equals(large)).toBe(true);
    expect([...simulator.state.rewrites.values()]).toEqual([3 * fiveMegabytes]);
  });
});

it.each([
  ["at once", Buffer.from("hello")],
  ["in parts", Readable.from([Buffer.from("hello")])],
])("deletes what the bucket did not store as it was written %s, and says so", async (_how, source) => {
  simulator.interfere = (request) => {
    const end = request.body.lastIndexOf("hello");
    if (end >= 0) request.body = Buffer.concat([request.body.subarray(0, end), Buffer.from("jello"), request.body.subarray(end + 5)]);
    delete request.headers["x-goog-hash"];
    return undefined;
  };
  await expect(open().write("t/a/original", source)).rejects.toMatchObject(unavailable);
  expect(simulator.contents.objects.size).toBe(0);
});

describe("a file that is sent straight to the bucket", () => {
  const announced = { sizeBytes: fiveMegabytes + 3, expiresAt: new Date(Date.now() + 60_000) };
  const put = (url: string | undefined, body: Uint8Array<ArrayBuffer>, headers: Record<string, string>) =>
    fetch(url ?? "", { method: "PUT", body, headers }).then(({ status }) => status);

  it("in one piece is there once it was sent, and no other size is taken", async () => {
    const { urls, headers, ...place } = await open().openUpload("uploads/a/original", { ...announced, sizeBytes: 5 });
    expect(place).toMatchObject({ partsId: null, partBytes: 5 });
    expect(await put(urls[0], Buffer.from("hell"), headers)).toBe(400);
    expect(await put(urls[0], Buffer.from("hello!"), headers)).toBe(400);
    expect(await put(urls[0], Buffer.from("hello!"), {})).toBe(403);
    expect(await put(urls[0], Buffer.from("hello!"), { "x-goog-content-length-range": "0,9" })).toBe(403);
    expect(await put(urls[0]?.replace("uploads/a", "uploads/b"), Buffer.from("hello"), headers)).toBe(403);
    expect(await put(urls[0], Buffer.from("hello"), headers)).toBe(200);
    expect([...simulator.contents.objects.keys()]).toEqual(["uploads/a/original"]);
  });

  it("in parts is there once it is closed, however often", async () => {
    const { partsId, urls, partBytes, headers } = await open().openUpload("uploads/a/original", announced);
    expect([urls.length, partBytes]).toEqual([2, fiveMegabytes]);
    expect(await put(urls[0], Buffer.alloc(fiveMegabytes + 1), headers)).toBe(400);
    for (const tries of [1, 2]) expect([tries, await put(urls[0], Buffer.alloc(fiveMegabytes), headers)]).toEqual([tries, 200]);
    expect(await put(urls[1], Buffer.alloc(3), headers)).toBe(200);
    for (let time = 0; time < 2; time++) await open().closeUpload("uploads/a/original", partsId ?? "");
    expect(await open().stat("uploads/a/original")).toMatchObject({ sizeBytes: announced.sizeBytes });
  });

  it("in parts of which none came leaves nothing, nor once it was cut off long ago", async () => {
    const { partsId } = await open().openUpload("uploads/a/original", announced);
    await open().closeUpload("uploads/a/original", partsId ?? "");
    expect([simulator.contents.objects.size, simulator.contents.partials.size]).toEqual([0, 0]);
    const id = simulator.contents.begin("t/a/original");
    await open().deletePartialWrites(new Date(Date.now() - 60_000));
    expect([...simulator.contents.partials.keys()]).toEqual([id]);
    await open().deletePartialWrites(new Date(Date.now() + 60_000));
    expect(simulator.contents.partials.size).toBe(0);
  });
});

describe("an address", () => {
  const servedAs = { contentType: "image/png", contentDisposition: `attachment; filename="a (1).png"`, isShared: false };

  it("opens the file as it says, and nothing else by it", async () => {
    await open().write("t/a/original", Buffer.from("0123456789"));
    const address = await open().addressOf("t/a/original", { ...servedAs, expiresAt: new Date(Date.now() + 60_000) });
    const file = await fetch(address, { headers: { range: "bytes=2-4" } });
    expect([file.status, await file.text()]).toEqual([206, "234"]);
    expect([file.headers.get("content-type"), file.headers.get("content-disposition")]).toEqual(["image/png", servedAs.contentDisposition]);
    expect(file.headers.get("cache-control")).toBe("private, max-age=3600, immutable");
    for (const wrong of [address.replace("t/a/", "t/b/"), address.replace("image%2Fpng", "text%2Fhtml")])
      expect((await fetch(wrong)).status).toBe(403);
  });

  it("is the same for what ends at the same time, and the bucket's own where browsers find it elsewhere", async () => {
    const expiresAt = new Date(Math.ceil(Date.now() / 1000) * 1000 + 3_600_000);
    const [one, other] = await Promise.all([1, 2].map(() => open().addressOf("t/a/original", { ...servedAs, expiresAt })));
    expect(one).toBe(other);
    expect(await open({ publicUrl: "https://files.example" }).addressOf("t/a/original", { ...servedAs, expiresAt })).toMatch(
      /^https:\/\/files\.example\/t\/a\/original\?X-Goog-Algorithm=/,
    );
  });
});
