import http from "node:http";
import type { AddressInfo } from "node:net";
import { Inngest } from "inngest";
import pino from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { testKeys } from "@/inngest/local-server/testing/app";
import { register } from "./register";
import { serveHere } from "./serve-here";

/* What Inngest hears when a worker registers: an Inngest that is away at first. */

const heard: { path: string; url: string; functions: { steps: { step: { runtime: { url: string } } } }[] }[] = [];
const statuses = [503, 200];
const inngest = http.createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const status = statuses[heard.length] ?? 200;
  heard.push({ path: request.url ?? "", ...JSON.parse(Buffer.concat(chunks).toString()) });
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify({ ok: status === 200, status, modified: true }));
});

beforeAll(() => new Promise<void>((resolve) => inngest.listen(0, "127.0.0.1", resolve)));
afterAll(() => new Promise((resolve) => inngest.close(resolve)));

it("registers the functions at the worker's address, again until Inngest takes them", async () => {
  const baseUrl = `http://127.0.0.1:${(inngest.address() as AddressInfo).port}`;
  const client = new Inngest({ id: "app", isDev: false, baseUrl, ...testKeys, logger: pino({ level: "silent" }) });
  const hello = client.createFunction({ id: "hello", triggers: { event: "test/hello" } }, async () => "hello");
  await register(serveHere(client, [hello], "https://worker.example:4100"), testKeys.signingKey, new AbortController().signal);
  expect(heard.map(({ path, url }) => [path.split("?")[0], url])).toEqual([
    ["/fn/register", "https://worker.example:4100/api/inngest"],
    ["/fn/register", "https://worker.example:4100/api/inngest"],
  ]);
  expect(heard[1]?.functions[0]?.steps.step.runtime.url).toMatch(/^https:\/\/worker\.example:4100\/api\/inngest\?fnId=app-hello/);
});
