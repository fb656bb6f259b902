import { describe, expect, it } from "vitest";
import { guardRoute } from "./guard-route";
import { limitBody, readText } from "./limit-body";

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

describe.each([
  ["limitBody", (request: Request, maxBytes: number) => limitBody(request, maxBytes).text()],
  ["readText", readText],
])("%s", (_name, read) => {
  it("lets a body through that fits, to the byte", async () => {
    expect((await read(inPieces(10).request, 1000)).length).toBe(1000);
  });

  it("breaks off where it is too long, and takes no more of it", async () => {
    const { request, taken } = inPieces(1_000_000);
    await expect(read(request, 999)).rejects.toMatchObject({ reason: "request.too_large" });
    expect(taken.pieces).toBeLessThan(20);
  });

  it("takes nothing of a body that announces too much", async () => {
    const { request, taken } = inPieces(10);
    request.headers.set("content-length", "1001");
    await expect(read(request, 1000)).rejects.toMatchObject({ reason: "request.too_large" });
    expect(taken.pieces).toBe(0);
  });
});

it("reads what is cut within a letter", async () => {
  const body = new ReadableStream({
    start(controller) {
      for (const byte of new TextEncoder().encode("für 日本")) controller.enqueue(new Uint8Array([byte]));
      controller.close();
    },
  });
  expect(await readText(new Request("http://localhost/", { method: "POST", body, duplex: "half" } as RequestInit), 100)).toBe("für 日本");
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
