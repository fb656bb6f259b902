import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { askGraphql } from "@/lib/testing/ask-graphql";
import { openInstallation } from "@/lib/testing/installation";
import { seedProviderKey } from "@/lib/testing/seed/provider-key";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let root: Viewer;
let server: Server;
/** What the server answers from now on, and what it was asked with. */
let status = 200;
let heard: (string | undefined)[] = [];
const load = async () => ({
  ...(await import("@/lib/generators/catalogue/providers")),
  ...(await import("@/lib/generators/provider-keys/provider-access")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/env")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  server = createServer(({ headers }, response) => {
    heard.push(headers.authorization);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(status === 200 ? { data: [] } : { error: "no" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  installation = await openInstallation({ BOARDS_ENCRYPTION_KEYS: "the-first-encryption-key" });
  boards = await load();
  root = await installation.viewer("root");
});
afterAll(async () => {
  await installation.close();
  server.close();
});
beforeEach(async () => {
  await boards.db().providerConfig.deleteMany();
  Object.assign(process.env, { BOARDS_RATE_LIMITS: "", BOARDS_LOCAL: "1" });
  boards.forgetEnv();
  heard = [];
});

const inputOf = (apiKey: string) => ({
  providerName: "openai-compatible",
  apiKey,
  baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
});
const set = async (answers: number, apiKey: string) => {
  status = answers;
  const query = "mutation ($input: ProviderKeyInput!) { setProviderKey(input: $input) { name keySource keyTest { state message } } }";
  const { data, errors } = await askGraphql(root, query, { input: inputOf(apiKey) });
  return { stored: data?.setProviderKey as unknown, error: errors[0] };
};
const setAt = (baseUrl: string, apiKey: string) =>
  askGraphql(root, "mutation ($input: ProviderKeyInput!) { setProviderKey(input: $input) { name } }", {
    input: { ...inputOf(apiKey), baseUrl },
  });
const freePort = async () => {
  const once = createServer();
  await new Promise<void>((resolve) => once.listen(0, "127.0.0.1", resolve));
  const { port } = once.address() as AddressInfo;
  await new Promise((resolve) => once.close(resolve));
  return port;
};
const keyInUse = async () => {
  const provider = boards.findProvider("openai-compatible");
  if (!provider) throw new Error("no provider");
  const { access } = await boards.providerAccess(root.tenantId, provider);
  return access.apiKey;
};

describe("a provider's key that is set", () => {
  it("is tested first, and stored when it works", async () => {
    expect((await set(200, "right")).stored).toEqual({
      name: "openai-compatible",
      keySource: "TENANT",
      keyTest: { state: "WORKS", message: null },
    });
    expect(heard).toEqual(["Bearer right"]);
    expect(await keyInUse()).toBe("right");
  });

  it("is refused at its field when the provider rejects it, and the one before stays in use", async () => {
    await seedProviderKey(root, inputOf("working"));
    expect((await set(401, "wrong")).error).toMatchObject({
      message: expect.stringMatching(/^Not saved; the previous key is still in use\. .*rejected the API key/),
      extensions: { reason: "input.invalid", field: "apiKey" },
    });
    expect(heard).toEqual(["Bearer wrong"]);
    expect(await keyInUse()).toBe("working");
  });

  it("leaves nothing behind when it is the first and rejected", async () => {
    expect((await set(401, "wrong")).error?.message).toMatch(/^Not saved\. /);
    expect(await boards.db().providerConfig.count()).toBe(0);
  });

  it("is stored, and says that it wasn't tested, when the provider can't be asked", async () => {
    expect((await set(503, "perhaps")).stored).toMatchObject({ keyTest: { state: "NOT_REACHABLE", message: expect.stringMatching(/\w/) } });
    expect(await keyInUse()).toBe("perhaps");
  });

  it.each([
    ["of a host that does not exist", async () => "http://comfy.invalid/v1"],
    ["where nothing listens", async () => `http://127.0.0.1:${await freePort()}/v1`],
  ])("is refused at the address %s, and the one before stays in use", async (_what, addressOf) => {
    await seedProviderKey(root, inputOf("working"));
    const { errors } = await setAt(await addressOf(), "new");
    expect(errors[0]).toMatchObject({
      message: expect.stringContaining("Not saved; the previous URL is still in use. There's no server at this URL."),
      extensions: { reason: "input.invalid", field: "baseUrl" },
    });
    expect(await keyInUse()).toBe("working");
  });

  it("is refused at the address where something else answers", async () => {
    expect((await set(404, "new")).error).toMatchObject({
      message: expect.stringMatching(/^Not saved\. This URL doesn't lead to /),
      extensions: { field: "baseUrl" },
    });
    expect(await boards.db().providerConfig.count()).toBe(0);
  });

  it("counts against the limit of tests, beyond which nothing is asked or changed", async () => {
    await seedProviderKey(root, inputOf("working"));
    Object.assign(process.env, { BOARDS_RATE_LIMITS: '{"keyTest":1}', BOARDS_LOCAL: "", BOARDS_RATE_LIMIT_STORE: "memory" });
    boards.forgetEnv();
    await set(401, "a guess");
    expect((await set(200, "another")).error).toMatchObject({ extensions: { reason: "request.rate_limited" } });
    expect(heard).toEqual(["Bearer a guess"]);
    expect(await keyInUse()).toBe("working");
  });
});
