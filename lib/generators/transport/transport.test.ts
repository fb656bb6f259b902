import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { transport } from "./transport";

// Without it every host would be a simulator, of which settings say where it is.
vi.mock("../contract/simulation", () => ({ simulatorUrl: () => undefined }));

let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === "/lost") return void request.socket.destroy();
    if (request.url === "/nothing") return void response.writeHead(204).end();
    if (request.url === "/half") return void response.write("half");
    response.writeHead(request.url === "/refused" ? 422 : 200, { "content-type": "application/json" }).end('{"detail":"no"}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it("leaves no clock running behind a call, however it ends", async () => {
  const [set, clear] = [vi.spyOn(globalThis, "setTimeout"), vi.spyOn(globalThis, "clearTimeout")];
  const timeoutSeconds = 77;
  // Node.js sets others.
  const running = () => {
    const ours = set.mock.results.filter((_, index) => set.mock.calls[index]?.[1] === timeoutSeconds * 1000).map(({ value }) => value);
    return ours.filter((timer) => !clear.mock.calls.flat().includes(timer)).length;
  };
  const ask = (path: string) => transport({ timeoutSeconds })(`${url}${path}`);
  const answer = await ask("/");
  expect(running()).toBe(1);
  expect(await answer.json()).toEqual({ detail: "no" });
  expect(running()).toBe(0);

  await ask("/nothing");
  await expect(ask("/refused")).rejects.toMatchObject({ reason: "provider.bad_input" });
  await expect(ask("/lost")).rejects.toMatchObject({ reason: "provider.unavailable" });
  expect(running()).toBe(0);
});

it("breaks off an answer that is not there whole when its time is over", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const text = (await transport({ timeoutSeconds: 20 })(`${url}/half`)).text();
  vi.advanceTimersByTime(20_000);
  await expect(text).rejects.toMatchObject({ name: "TimeoutError" });
});
