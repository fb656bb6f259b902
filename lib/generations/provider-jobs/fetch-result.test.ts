import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openaiCompatible } from "@/lib/generators/catalogue/openai-compatible/provider";
import { runway } from "@/lib/generators/catalogue/runway/provider";
import { directProvidersTo } from "@/lib/generators/testing/driver-bench";
import { fetchResult } from "./fetch-result";

let [own, other]: { server: Server; url: string }[] = [];

// A private address each, as a server of one's own has; it shows what key it was shown.
async function listen() {
  const server = createServer((request, response) => {
    response.statusCode = request.url === "/gone.png" ? 404 : 200;
    response.end(`for ${request.headers.authorization ?? "nobody"}`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

beforeAll(async () => {
  directProvidersTo(undefined);
  [own, other] = [await listen(), await listen()];
});
afterAll(() => {
  for (const each of [own, other]) each?.server.close();
});

const accessTo = (baseUrl = "") => ({ apiKey: "secret", baseUrl, webhookSecret: "" });

it("takes a result from a server that an admin set up, though its address is private", async () => {
  const stream = await fetchResult(`${own?.url}/made.png`, { provider: openaiCompatible, access: accessTo(`${own?.url}/v1`) });
  expect(await text(stream)).toBe("for Bearer secret");
});

it("says that a result is gone", async () => {
  const gone = fetchResult(`${own?.url}/gone.png`, { provider: openaiCompatible, access: accessTo(own?.url) });
  await expect(gone).rejects.toMatchObject({ reason: "provider.result_invalid" });
});

it("takes nothing from another private address, whatever the server says", async () => {
  const elsewhere = fetchResult(`${other?.url}/made.png`, { provider: openaiCompatible, access: accessTo(own?.url) });
  await expect(elsewhere).rejects.toMatchObject({ reason: "artifact.url_refused" });
});

it("takes nothing from inside for a provider out there", async () => {
  await expect(fetchResult(`${own?.url}/made.png`, { provider: runway, access: accessTo() })).rejects.toMatchObject({
    reason: "artifact.url_refused",
  });
});
