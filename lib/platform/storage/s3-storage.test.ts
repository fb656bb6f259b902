import dns from "node:dns";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { describeBucket } from "@/lib/platform/storage/bucket-contract";
import { bucketUrl } from "@/lib/platform/storage/bucket-url";
import { presign } from "@/lib/platform/storage/s3-address";
import type { S3Settings } from "@/lib/platform/storage/s3-client";
import { S3Storage } from "@/lib/platform/storage/s3-storage";
import { describeStorage } from "@/lib/platform/storage/storage-contract";
import { openS3Simulator, pathOfEndpoint } from "@/lib/testing/simulators/s3/server";

const fiveMegabytes = 5_242_880;
const unavailable = { reason: "storage.unavailable" };

let simulator: Awaited<ReturnType<typeof openS3Simulator>>;
beforeAll(async () => {
  simulator = await openS3Simulator();
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.contents.objects.clear();
  simulator.contents.partials.clear();
  simulator.interfere = undefined;
});

const settingsOf = (changes: Partial<S3Settings> = {}): S3Settings => ({
  bucket: simulator.bucket,
  region: "eu-central-1",
  endpoint: simulator.url,
  isPathStyle: true,
  credentials: simulator.credentials,
  ...changes,
});
const open = (changes?: Partial<S3Settings>) => new S3Storage(settingsOf(changes), { partBytes: fiveMegabytes, largestCopyBytes: fiveMegabytes });

describeStorage("S3Storage, with the bucket in the path", async () => open());
describeBucket({
  contents: () => simulator.contents,
  open,
  large: Buffer.alloc(2 * fiveMegabytes + 7, "abcdefg"),
  troubles: {
    "the bucket is missing": () => open({ bucket: "other" }),
    "the keys are refused": () => open({ credentials: { accessKeyId: "boards-test", secretAccessKey: "another" } }),
    "nobody answers": () => open({ endpoint: "http://127.0.0.1:1" }),
  },
});
describe("with a path before the bucket, as Supabase has it,", () => {
  const supabase = () => open({ endpoint: `${simulator.url}${pathOfEndpoint}` });
  describeStorage("S3Storage", async () => supabase());

  it("gives addresses that are signed with that path", async () => {
    const place = await supabase().openUpload("uploads/a/original", { sizeBytes: 5, expiresAt: new Date(Date.now() + 60_000) });
    expect(place?.urls[0]).toContain(`${pathOfEndpoint}/${simulator.bucket}/uploads/a/original?`);
    expect((await fetch(place?.urls[0] ?? "", { method: "PUT", body: "hello" })).status).toBe(200);
    const servedAs = { contentType: "text/plain", contentDisposition: "inline", isShared: false };
    const address = await supabase().addressOf("uploads/a/original", { ...servedAs, expiresAt: new Date(Date.now() + 60_000) });
    expect(await (await fetch(address)).text()).toBe("hello");
    expect((await fetch(address.replace(pathOfEndpoint, ""))).status).toBe(403);
  });
});
describe("with the bucket before the name of the server", () => {
  // Not every machine resolves names below localhost.
  beforeAll(() => {
    vi.spyOn(dns, "lookup").mockImplementation(((_host: string, _options: object, done: (error: null, found: object[]) => void) =>
      done(null, [{ address: "127.0.0.1", family: 4 }])) as unknown as typeof dns.lookup);
  });
  afterAll(() => vi.restoreAllMocks());
  describeStorage("S3Storage", async () => open({ endpoint: simulator.url.replace("127.0.0.1", "s3.boards.test"), isPathStyle: false }));
});

describe("what is larger than a part", () => {
  const large = Buffer.alloc(2 * fiveMegabytes + 7, "abcdefg");
  const pieces = () => Readable.from([large.subarray(0, 1_000_003), large.subarray(1_000_003)]);

  it("is written in parts and copied in parts", async () => {
    const storage = open();
    expect(await storage.write("t/a/original", pieces())).toMatchObject({ sizeBytes: large.length });
    await storage.copy("t/a/original", "t/b/original");
    expect((await buffer(await storage.read("t/b/original"))).equals(large)).toBe(true);
    expect(simulator.contents.objects.get("t/b/original")?.etag).toMatch(/-3"$/);
    expect(simulator.contents.partials.size).toBe(0);
  });

  it("leaves no parts of a copy that breaks off", async () => {
    await open().write("t/a/original", pieces());
    simulator.interfere = ({ query }) => (query.get("partNumber") === "2" ? { status: 403 } : undefined);
    await expect(open().copy("t/a/original", "t/b/original")).rejects.toMatchObject(unavailable);
    expect(simulator.contents.partials.size).toBe(0);
  });

  it("is forgotten once it was cut off long ago", async () => {
    const id = simulator.contents.begin("t/a/original");
    await open().deletePartialWrites(new Date(Date.now() - 60_000));
    expect([...simulator.contents.partials.keys()]).toEqual([id]);
    await open().deletePartialWrites(new Date(Date.now() + 60_000));
    expect(simulator.contents.partials.size).toBe(0);
  });
});

it("deletes what the bucket did not store whole, and says so", async () => {
  simulator.interfere = ({ method, path }) => {
    if (method !== "PUT") return undefined;
    simulator.contents.objects.set(path.split("/").slice(2).join("/"), { body: Buffer.from("hal"), etag: '"x"', modifiedAt: new Date() });
    return { status: 200, headers: { etag: '"x"' } };
  };
  await expect(open().write("t/a/original", Buffer.from("half"))).rejects.toMatchObject(unavailable);
  expect(simulator.contents.objects.size).toBe(0);
});

it("sends a checksum with what it writes, by which the bucket refuses other bytes", async () => {
  const refused: (string | undefined)[] = [];
  simulator.interfere = (request) => {
    if (request.method === "PUT") refused.push(request.headers["x-amz-checksum-crc32"]);
    return undefined;
  };
  await open().write("t/a/original", Buffer.from("hello"));
  expect(refused).toEqual(["NhCmhg=="]);
});

it("is full where there is no room", async () => {
  simulator.interfere = ({ method }) => (method === "PUT" ? { status: 507, body: "<Error><Code>StorageFull</Code></Error>" } : undefined);
  await expect(open().write("t/a/original", Buffer.from("x"))).rejects.toMatchObject({ reason: "storage.full" });
});

describe("a file that is sent straight to the bucket", () => {
  const announced = { sizeBytes: fiveMegabytes + 3, expiresAt: new Date(Date.now() + 60_000) };
  const put = (url: string | undefined, body: Uint8Array<ArrayBuffer>) => fetch(url ?? "", { method: "PUT", body }).then(({ status }) => status);

  it("in one piece is there once it was sent, and no other size is taken", async () => {
    const place = await open().openUpload("uploads/a/original", { ...announced, sizeBytes: 5 });
    expect(place).toMatchObject({ partsId: null, partBytes: 5 });
    expect(await put(place?.urls[0], Buffer.from("hell"))).toBe(403);
    expect(await put(place?.urls[0], Buffer.from("hello!"))).toBe(403);
    expect(await put(place?.urls[0]?.replace("uploads/a", "uploads/b"), Buffer.from("hello"))).toBe(403);
    expect(await put(place?.urls[0], Buffer.from("hello"))).toBe(200);
    expect([...simulator.contents.objects.keys()]).toEqual(["uploads/a/original"]);
  });

  it("in parts is there once it is closed, however often", async () => {
    const { partsId, urls, partBytes } = await open().openUpload("uploads/a/original", announced);
    expect([urls.length, partBytes]).toEqual([2, fiveMegabytes]);
    expect(await put(urls[0], Buffer.alloc(3))).toBe(403);
    for (const tries of [1, 2]) expect([tries, await put(urls[0], Buffer.alloc(fiveMegabytes))]).toEqual([tries, 200]);
    expect(await put(urls[1], Buffer.alloc(3))).toBe(200);
    for (let time = 0; time < 2; time++) await open().closeUpload("uploads/a/original", partsId ?? "");
    expect(await open().stat("uploads/a/original")).toMatchObject({ sizeBytes: announced.sizeBytes });
  });

  it("in parts of which none came leaves nothing", async () => {
    const { partsId } = await open().openUpload("uploads/a/original", announced);
    await open().closeUpload("uploads/a/original", partsId ?? "");
    expect([simulator.contents.objects.size, simulator.contents.partials.size]).toEqual([0, 0]);
  });
});

describe("addresses", () => {
  const place = { bucket: "boards", region: "eu-central-1", isPathStyle: false };
  it.each([
    ["Amazon's", {}, "https://boards.s3.eu-central-1.amazonaws.com"],
    ["Amazon's in China", { region: "cn-north-1" }, "https://boards.s3.cn-north-1.amazonaws.com.cn"],
    ["a server of one's own", { endpoint: "http://minio:9000", isPathStyle: true }, "http://minio:9000/boards"],
    [
      "one behind a proxy",
      { endpoint: "http://minio:9000", publicUrl: "https://files.example/s3", isPathStyle: true },
      "https://files.example/s3/boards",
    ],
    ["one with a name for each bucket", { endpoint: "https://s3.example" }, "https://boards.s3.example"],
  ])("are those of %s", (_whose, changes, url) => {
    expect(bucketUrl({ ...place, ...changes })).toBe(url);
  });

  it("end with the seventh day at the latest, and are the same for what ends at the same time", async () => {
    const of = (days: number, now: number) => presign(settingsOf(), { method: "GET", key: "a", expiresAt: new Date(now + days * 86_400_000) }, now);
    expect(await of(30, Date.now())).toContain("X-Amz-Expires=604800");
    expect(await of(2 / 24, 0)).toContain("X-Amz-Date=19700101T000000Z");
    expect(await presign(settingsOf(), { method: "GET", key: "a", expiresAt: new Date(7_200_000) }, 600_000)).toBe(await of(2 / 24, 0));
  });
});
