import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { mendRequests } from "@/lib/platform/http/mend-requests";

const server = http.createServer((request, response) => {
  const { method } = new Request("http://boards.test/", { method: request.method ?? "" });
  const [path = ""] = (request.url ?? "").split("?");
  response.end(`${method} ${decodeURIComponent(path)} ${request.url}`);
});

beforeAll(async () => {
  mendRequests();
  await once(server.listen(0, "127.0.0.1"), "listening");
});
afterAll(() => server.close());

it.each([
  ["TRACE", "/", "UNSUPPORTED / /"],
  ["GET", "/a%20b?c=%zz", "GET /a b /a%20b?c=%zz"],
  ["GET", "/api/storage/%zz", "GET /api/storage/%zz /api/storage/%25zz"],
  ["GET", "/boards/%ff?a=b?c", "GET /boards/%ff /boards/%25ff?a=b?c"],
])("%s %s can be read", async (method, path, seen) => {
  const { port } = server.address() as AddressInfo;
  const [response] = (await once(http.request({ port, method, path }).end(), "response")) as [http.IncomingMessage];
  expect((await response.toArray()).join("")).toBe(seen);
});
