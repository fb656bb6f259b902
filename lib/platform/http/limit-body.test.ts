import { describe, expect, it } from "vitest";
import { guardRoute } from "./guard-route";
import { limitBody } from "./limit-body";

/** A body that comes in pieces of 100 bytes, so that its size is announced by nobody; `pieces` counts those that were taken. */
function inPieces(count: number) {
  const taken = { pieces: 0 };
  const source = {
    pull(controller: ReadableStreamDefaultController) {
      if (taken.pieces === count) return controller.close();
      taken.pieces += 1;
      controller.enqueue(new Uint8Array(100));
    },
  };
  const body = new ReadableStream(source, { highWaterMark: 0 });
  return { taken, request: new Request("http://localhost/", { method: "POST", body, duplex: "half" } as RequestInit) };
}

describe("limitBody", () => {
  it("lets a body through that fits, to the byte", async () => {
    expect((await limitBody(inPieces(10).request, 1000).arrayBuffer()).byteLength).toBe(1000);
  });

  it("breaks off where it is too long, and takes no more of it", async () => {
    const { request, taken } = inPieces(1_000_000);
    await expect(limitBody(request, 999).text()).rejects.toMatchObject({ reason: "request.too_large" });
    expect(taken.pieces).toBeLessThan(20);
  });

  it("takes nothing of a body that announces too much", async () => {
    const { request, taken } = inPieces(10);
    request.headers.set("content-length", "1001");
    await expect(limitBody(request, 1000).text()).rejects.toMatchObject({ reason: "request.too_large" });
    expect(taken.pieces).toBe(0);
  });
});

it("a route that says nothing of its body takes 1 MiB", async () => {
  process.env.BOARDS_LOCAL = "1";
  process.env.DATABASE_URL = "postgresql://localhost:1/none";
  process.env.BOARDS_STORAGE_SIGNING_KEY = "k".repeat(32);
  const handler = guardRoute({}, async (request) => new Response(String((await request.text()).length)));
  const send = async (length: number) => handler(new Request("http://localhost/", { method: "POST", body: "x".repeat(length) }));
  expect(await (await send(1_048_576)).text()).toBe("1048576");
  const refused = await send(1_048_577);
  expect([refused.status, await refused.json()]).toEqual([
    413,
    { detail: "The request is too large. The limit is 1 MB.", code: "PAYLOAD_TOO_LARGE", reason: "request.too_large" },
  ]);
});
