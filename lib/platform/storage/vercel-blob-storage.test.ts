import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { describeStorage } from "@/lib/platform/storage/storage-contract";
import { VercelBlobStorage } from "@/lib/platform/storage/vercel-blob-storage";
import { openVercelBlobSimulator } from "@/lib/testing/simulators/vercel-blob/server";

const unavailable = { reason: "storage.unavailable" };
const dispatcher = Symbol.for("undici.globalDispatcher.1");
interface Dispatcher {
  dispatch(options: { origin?: string | URL }, handler: unknown): boolean;
}

let simulator: Awaited<ReturnType<typeof openVercelBlobSimulator>>;
const globals = globalThis as unknown as Record<symbol, Dispatcher | undefined>;
let before: Dispatcher | undefined;
beforeAll(async () => {
  simulator = await openVercelBlobSimulator();
  vi.stubEnv("VERCEL_BLOB_API_URL", simulator.url);
  vi.stubEnv("VERCEL_BLOB_RETRIES", "1");
  // Vercel's client reads files from a host that only Vercel has.
  await fetch(simulator.origin);
  before = globals[dispatcher];
  globals[dispatcher] = {
    dispatch: (options, handler) =>
      before?.dispatch(String(options.origin) === simulator.hostOfFiles ? { ...options, origin: simulator.origin } : options, handler) ?? false,
  };
});
afterAll(async () => {
  globals[dispatcher] = before;
  vi.unstubAllEnvs();
  await simulator.close();
});
beforeEach(() => {
  simulator.contents.objects.clear();
  simulator.contents.partials.clear();
  simulator.interfere = undefined;
});

const open = (token = simulator.token) => new VercelBlobStorage({ token });

// One for all steps of a test: it remembers where a list goes on.
describeStorage("VercelBlobStorage", async () => open());

it("writes what is long in parts, and nothing of what breaks off", async () => {
  const large = Buffer.alloc(20_000_003, "abcdefg");
  const pieces = () => Readable.from([large.subarray(0, 1_000_003), large.subarray(1_000_003)]);
  expect(await open().write("t/a/original", pieces())).toMatchObject({ sizeBytes: large.length });
  expect((await buffer(await open().read("t/a/original"))).equals(large)).toBe(true);
  expect(simulator.requests.filter((each) => each === "POST /api/blob/mpu").length).toBeGreaterThan(3);
  const broken = Readable.from(
    (async function* () {
      yield large;
      throw new Error("connection lost");
    })(),
  );
  await expect(open().write("t/b/original", broken)).rejects.toThrow("connection lost");
  expect([...simulator.contents.objects.keys()]).toEqual(["t/a/original"]);
});

it("deletes what was not stored whole, and says so", async () => {
  simulator.interfere = (request) => {
    if (request.method === "PUT") request.body = request.body.subarray(1);
    return undefined;
  };
  await expect(open().write("t/a/original", Buffer.from("hello"))).rejects.toMatchObject(unavailable);
  expect(simulator.contents.objects.size).toBe(0);
});

it("deletes and lists more than one page holds, and goes on after a restart", async () => {
  const keys = Array.from({ length: 1203 }, (_, index) => `t/a/${String(index).padStart(5, "0")}`);
  for (const key of keys) simulator.contents.objects.set(key, { body: Buffer.from("x"), etag: '"x"', modifiedAt: new Date() });
  expect(await open().list(null, 1100)).toEqual(keys.slice(0, 1100));
  expect(await open().list(keys[1099] ?? "", 50)).toEqual(keys.slice(1100, 1150));
  await open().deleteFolder("t/a");
  expect(simulator.contents.objects.size).toBe(0);
});

it("gives nothing of a range behind the end, as of an empty file", async () => {
  await open().write("t/a/original", Readable.from([]));
  expect((await buffer(await open().read("t/a/original", { start: 0, end: 9 }))).length).toBe(0);
});

describe("is unavailable, and never without a file,", () => {
  it.each([
    ["the token is refused", () => open("vercel_blob_rw_store123_other"), simulatorIsThere],
    ["nobody answers", () => open(), () => void vi.stubEnv("VERCEL_BLOB_API_URL", "http://127.0.0.1:1/api/blob")],
  ])("where %s", async (_where, storageOf, prepare) => {
    prepare();
    const storage = storageOf();
    await Promise.all([
      expect(storage.stat("t/a/original")).rejects.toMatchObject(unavailable),
      expect(storage.read("t/a/original")).rejects.toMatchObject(unavailable),
      expect(storage.list(null, 10)).rejects.toMatchObject(unavailable),
      expect(storage.write("t/a/original", Buffer.from("x"))).rejects.toMatchObject(unavailable),
      expect(storage.check()).rejects.toMatchObject(unavailable),
    ]);
    vi.stubEnv("VERCEL_BLOB_API_URL", simulator.url);
  });
});

function simulatorIsThere() {}

it("takes a file straight from whoever has its address, and none that is longer", async () => {
  const expiresAt = new Date(Date.now() + 60_000);
  const { urls, headers } = await open().openUpload("uploads/a/original", { sizeBytes: 5, expiresAt });
  const put = (url = "", body = "") => fetch(url, { method: "PUT", body, headers }).then(({ status }) => status);
  expect(await put(urls[0], "hello!")).toBe(400);
  expect(await put(urls[0]?.replace("uploads%2Fa", "uploads%2Fb"), "hello")).toBe(403);
  expect(await put(urls[0]?.replace(/maximum-size[^&]*/, "maximum-size-in-bytes=9"), "hello!")).toBe(403);
  expect(await put(urls[0], "hello")).toBe(200);
  expect([...simulator.contents.objects.keys()]).toEqual(["uploads/a/original"]);
});
