import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { describeBucket } from "@/lib/platform/storage/bucket-contract";
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
  // Vercel's client is told both by the environment alone.
  vi.stubEnv("VERCEL_BLOB_API_URL", simulator.url);
  vi.stubEnv("VERCEL_BLOB_RETRIES", "1");
  simulator.contents.objects.clear();
  simulator.contents.partials.clear();
  simulator.interfere = undefined;
});

const open = (token = simulator.token) => new VercelBlobStorage({ token });

// One for all steps of a test: it remembers where a list goes on.
describeStorage("VercelBlobStorage", async () => open());

const large = Buffer.alloc(20_000_003, "abcdefg");
describeBucket({
  contents: () => simulator.contents,
  open,
  large,
  troubles: {
    "the token is refused": () => open("vercel_blob_rw_store123_other"),
    "nobody answers": () => {
      vi.stubEnv("VERCEL_BLOB_API_URL", "http://127.0.0.1:1/api/blob");
      return open();
    },
  },
});

it("writes what is long in parts", async () => {
  const pieces = () => Readable.from([large.subarray(0, 1_000_003), large.subarray(1_000_003)]);
  expect(await open().write("t/a/original", pieces())).toMatchObject({ sizeBytes: large.length });
  expect((await buffer(await open().read("t/a/original"))).equals(large)).toBe(true);
  expect(simulator.requests.filter((each) => each === "POST /api/blob/mpu").length).toBeGreaterThan(3);
});

it("deletes what was not stored whole, and says so", async () => {
  simulator.interfere = (request) => {
    if (request.method === "PUT") request.body = request.body.subarray(1);
    return undefined;
  };
  await expect(open().write("t/a/original", Buffer.from("hello"))).rejects.toMatchObject(unavailable);
  expect(simulator.contents.objects.size).toBe(0);
});

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
