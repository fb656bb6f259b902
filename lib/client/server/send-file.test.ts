import { afterEach, expect, it, vi } from "vitest";
import { BoardsServer } from "./boards-server.ts";
import { sendFile } from "./send-file.ts";

const bucket = "https://bucket.example";
afterEach(() => vi.unstubAllGlobals());

/** Sends ten bytes to a server that wants them at `place`; answers what went where. */
async function send(place: object, failAt: (address: string, attempt: number) => boolean = () => false) {
  const sent: string[] = [];
  const attempts = new Map<string, number>();
  const elsewhere = async (address: string, { method, body, headers }: RequestInit = {}) => {
    const attempt = (attempts.get(address) ?? 0) + 1;
    attempts.set(address, attempt);
    sent.push(`${method} ${address} ${await new Response(body).text()}`);
    expect(headers).toEqual("upload_headers" in place ? place.upload_headers : {});
    if (failAt(address, attempt)) throw new TypeError("connection lost");
    return new Response(null, { status: 200 });
  };
  vi.stubGlobal("fetch", elsewhere);
  const own: typeof fetch = async (address, init = {}) => {
    const path = String(address);
    expect(new Headers(init.headers).get("authorization")).toBe("Bearer secret");
    if (path === "/api/uploads/direct") return Response.json({ upload_url: "/u", confirm_url: "/u/confirm", ...place });
    if (init.method === "PUT") sent.push(`PUT ${path}`);
    return Response.json({ id: "made" });
  };
  const server = new BoardsServer("", "secret", () => ({ fetch: own }));
  const upload = { boardId: "b", artifactType: "TEXT" as const, file: new File(["0123456789"], "a.txt") };
  const sending = { onProgress: () => undefined, signal: new AbortController().signal };
  return { sent, id: await sendFile(server, upload, sending).catch((error) => error.described.code) };
}

it("goes to the server where it says so, and to its storage without the token", async () => {
  expect(await send({})).toEqual({ sent: ["PUT /u"], id: "made" });
  expect(await send({ upload_url: `${bucket}/a`, upload_headers: { "x-size": "10" } })).toEqual({ sent: [`PUT ${bucket}/a 0123456789`], id: "made" });
  expect(await send({ upload_url: `${bucket}/a` })).toEqual({ sent: [`PUT ${bucket}/a 0123456789`], id: "made" });
});

it("goes in parts where there are several, each again when its connection breaks, but not for ever", async () => {
  const place = { part_size_bytes: 4, part_urls: ["1", "2", "3"].map((part) => `${bucket}/a?part=${part}`) };
  const { sent, id } = await send(place, (address, attempt) => address.endsWith("2") && attempt === 1);
  expect(id).toBe("made");
  expect(sent.map((each) => each.replace(`PUT ${bucket}/a?part=`, ""))).toEqual(["1 0123", "2 4567", "2 4567", "3 89"]);
  const broken = await send(place, (address) => address.endsWith("1"));
  expect([broken.sent.length, broken.id]).toEqual([3, "client.unreachable"]);
});
