import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("./route")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/storage/current-storage")),
  ...(await import("@/lib/platform/storage/signed-url")),
});
let boards: Awaited<ReturnType<typeof load>>;
const key = "tenant/image/board/artifact/original";
const preview = "tenant/image/board/artifact/thumb-320.webp";
let statements = 0;

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
  // No row knows of these files: what answers them has looked nothing up.
  for (const each of [key, preview]) await boards.currentStorage().write(each, Buffer.from("0123456789"));
  boards.db().$on("query", () => {
    statements += 1;
  });
});
afterAll(() => installation.close());

const get = (address: string, headers: Record<string, string> = {}, method = "GET") => {
  const url = new URL(address, "http://localhost");
  const path = url.pathname.replace("/api/storage/", "").split("/");
  return boards.GET(new Request(url, { method, headers: { host: "localhost", ...headers } }), { params: Promise.resolve({ path }) });
};
const signed = (file = key, mimeType: string | null = "image/png") => boards.signStorageUrl(file, { mimeType });

describe("a signed address", () => {
  it("is answered without a look at caller or database, whatever else is shown", async () => {
    for (const address of [signed(), signed(preview, null)]) {
      const response = await get(address, { authorization: "Bearer nonsense" });
      expect([response.status, await response.text()]).toEqual([200, "0123456789"]);
    }
    expect((await get(signed())).headers.get("content-type")).toBe("image/png");
    expect((await get(signed(preview, null))).headers.get("content-type")).toBe("image/webp");
    expect(statements).toBe(0);
  });

  it("is kept by browsers for as long as it opens, and is answered 304 to who has the file", async () => {
    const { headers } = await get(signed());
    expect(headers.get("cache-control")).toBe("private, max-age=3600, immutable");
    const again = await get(signed(), { "if-none-match": headers.get("etag") ?? "" });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", headers.get("etag")]);
    expect((await get(signed(), { "if-none-match": '"another"' })).status).toBe(200);
  });

  it("answers one range, none beyond the file, and the whole file where a range is of another", async () => {
    const part = await get(signed(), { range: "bytes=2-4" });
    expect([part.status, await part.text(), part.headers.get("content-range")]).toEqual([206, "234", "bytes 2-4/10"]);
    expect((await get(signed(), { range: "bytes=10-" })).status).toBe(416);
    expect((await get(signed(), { range: "bytes=2-4", "if-range": '"another"' })).status).toBe(200);
    const head = await get(signed(), {}, "HEAD");
    expect([head.headers.get("content-length"), await head.text()]).toEqual(["10", ""]);
  });

  it("sends a large file as a stream, whole and in parts", async () => {
    const large = Buffer.alloc(1_000_000, "abc");
    await boards.currentStorage().write("tenant/video/board/artifact/original", large);
    const address = signed("tenant/video/board/artifact/original", "video/mp4");
    expect(Buffer.from(await (await get(address)).arrayBuffer()).equals(large)).toBe(true);
    const part = Buffer.from(await (await get(address, { range: "bytes=300000-899999" })).arrayBuffer());
    expect(part.equals(large.subarray(300_000, 900_000))).toBe(true);
  });

  it("opens nothing else: not another file, type or time, and not what is gone", async () => {
    const wrong = (change: (query: URLSearchParams, url: URL) => void) => {
      const url = new URL(signed(), "http://localhost");
      change(url.searchParams, url);
      return get(url.href);
    };
    expect((await wrong((query) => query.set("type", "text/html"))).status).toBe(404);
    expect((await wrong((query) => query.set("expires", "9999999999"))).status).toBe(404);
    expect((await wrong((_query, url) => Object.assign(url, { pathname: url.pathname.replace("artifact/", "other/") }))).status).toBe(404);
    expect((await get(signed("tenant/image/board/gone/original"))).status).toBe(404);
    expect((await get(signed(), { host: "elsewhere.example" })).status).toBe(403);
  });
});
