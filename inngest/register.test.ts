import http from "node:http";
import type { AddressInfo } from "node:net";
import { Inngest } from "inngest";
import pino from "pino";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { testKeys } from "@/inngest/local-server/testing/app";
import { serveHere } from "@/inngest/worker/serve-here";
import { forgetEnv } from "@/lib/platform/env";
import { isRegistered, register } from "./register";
import { registerWebServer } from "./register-web-server";

/* What Inngest hears when functions are registered: an Inngest that is away at first. */

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
beforeEach(() => void heard.splice(0));

const appAt = (url: string) => {
  const baseUrl = `http://127.0.0.1:${(inngest.address() as AddressInfo).port}`;
  const client = new Inngest({ id: "app", isDev: false, baseUrl, ...testKeys, logger: pino({ level: "silent" }) });
  const hello = client.createFunction({ id: "hello", triggers: { event: "test/hello" } }, async () => "hello");
  return serveHere(client, [hello], url);
};

it("registers the functions at the worker's address, again until Inngest takes them", async () => {
  await register(appAt("https://worker.example:4100"), testKeys.signingKey, new AbortController().signal);
  expect(heard.map(({ path, url }) => [path.split("?")[0], url])).toEqual([
    ["/fn/register", "https://worker.example:4100/api/inngest"],
    ["/fn/register", "https://worker.example:4100/api/inngest"],
  ]);
  expect(heard[1]?.functions[0]?.steps.step.runtime.url).toMatch(/^https:\/\/worker\.example:4100\/api\/inngest\?fnId=app-hello/);
});

it("a web server registers itself, and says whether it has; not on Vercel, and not for a worker elsewhere", async () => {
  const web = http.createServer(async (request, response) => {
    const { method, url, headers } = request;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const plain = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    const body = Buffer.concat(chunks).toString();
    const answered = await appAt(origin)({ method: method as "PUT", url: new URL(url ?? "", origin), headers: plain, body });
    response.writeHead(answered.status).end(answered.body);
  });
  await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  const registerWith = async (settings: Record<string, string>) => {
    const usable = {
      DATABASE_URL: "postgresql://nobody@127.0.0.1:1/nothing",
      BOARDS_STORAGE_SIGNING_KEY: "k".repeat(32),
      INNGEST_EVENT_KEY: "events",
    };
    Object.assign(process.env, { ...usable, INNGEST_SIGNING_KEY: testKeys.signingKey, INNGEST_SERVE_ORIGIN: origin, ...settings });
    forgetEnv();
    await registerWebServer(0);
    for (const name of Object.keys(settings)) delete process.env[name];
  };
  await registerWith({ VERCEL_ENV: "production", BOARDS_STORAGE_DEFAULT_PROVIDER: "s3", BOARDS_STORAGE_S3_BUCKET: "boards" });
  await registerWith({ BOARDS_WORKER_URL: "https://worker.example:4100" });
  expect(heard).toEqual([]);
  await registerWith({});
  expect(heard.map(({ url }) => url)).toEqual([`${origin}/api/inngest`, `${origin}/api/inngest`]);
  expect(isRegistered()).toBe(true);
  await new Promise((resolve) => web.close(resolve));
});
