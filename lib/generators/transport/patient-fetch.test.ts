import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { patientFetch } from "./patient-fetch";

let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (request.url === "/never") return;
    if (request.url === "/half") {
      response.writeHead(200, { "content-length": 100 });
      response.write("half", () => request.socket.destroy());
      return;
    }
    response.writeHead(request.url === "/nothing" ? 204 : 201, { "x-method": request.method, "set-cookie": ["a=1", "b=2"] });
    response.end(request.url === "/nothing" ? undefined : JSON.stringify({ headers: request.headers, body: Buffer.concat(chunks).toString() }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.closeAllConnections());

it("sends method, headers and body, and answers as fetch does", async () => {
  const response = await patientFetch(`${url}/x?y=1`, { method: "POST", headers: { "x-one": "1" }, body: "words" });
  expect(response).toMatchObject({ status: 201, ok: true });
  expect(response.headers.get("x-method")).toBe("POST");
  expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  expect(await response.json()).toMatchObject({ headers: { "x-one": "1", "content-length": "5" }, body: "words" });
});

it("sends forms, with their boundary", async () => {
  const form = new FormData();
  form.set("file", new File(["bytes"], "a.txt"));
  const { headers, body } = (await (await patientFetch(url, { method: "POST", body: form })).json()) as {
    headers: Record<string, string>;
    body: string;
  };
  const [, boundary = "none"] = /boundary=(.+)$/.exec(headers["content-type"] ?? "") ?? [];
  expect(body).toContain(boundary);
  expect(body).toContain("bytes");
});

it("takes an answer without body", async () => {
  expect(await patientFetch(`${url}/nothing`)).toMatchObject({ status: 204, body: null });
});

it("gives up when it is told to", async () => {
  await expect(patientFetch(`${url}/never`, { signal: AbortSignal.timeout(50) })).rejects.toThrow("aborted");
});

it("does not take half an answer for one, and says why nobody answered", async () => {
  await expect((await patientFetch(`${url}/half`)).text()).rejects.toThrow();
  await expect(patientFetch("http://127.0.0.1:9")).rejects.toMatchObject({ code: "ECONNREFUSED" });
});
