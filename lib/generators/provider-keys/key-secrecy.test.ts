import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { askGraphql } from "@/lib/testing/ask-graphql";
import { captureLog } from "@/lib/testing/captured-log";
import { openInstallation } from "@/lib/testing/installation";
import { seedProviderKey } from "@/lib/testing/seed/provider-key";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let root: Viewer;

const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/generations/create-generation")),
  ...(await import("@/lib/generations/provider-jobs/fail-batch")),
  ...(await import("@/lib/generations/provider-jobs/submit-job")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
  root = await installation.viewer("root");
});
afterAll(() => installation.close());

describe("a key is seen nowhere", () => {
  const apiKey = "sk-never-to-be-seen-4711";
  const webhookSecret = "whsec_never-to-be-seen-4712";
  const secret = /never-to-be-seen/;
  let server: Server;
  let heard = "";

  // A provider that quotes the key that it refuses, in every place that people look at.
  beforeAll(async () => {
    server = createServer((request, response) => {
      heard += request.headers.authorization ?? "";
      const status = Number(/\/(\d{3})\//.exec(request.url ?? "")?.[1]);
      const message = `Incorrect API key provided: ${request.headers.authorization}`;
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ error: { message, key: apiKey } }));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => server.close());

  const setKey = (input: Record<string, unknown>) =>
    askGraphql(
      root,
      "mutation ($input: ProviderKeyInput!) { setProviderKey(input: $input) { name keySource baseUrl problem keyTest { state message } } }",
      { input },
    );
  const own = (status: number) => ({
    providerName: "openai-compatible",
    apiKey,
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${status}/v1`,
  });

  it("while it is set, shown, and wrongly asked for", async () => {
    const captured = captureLog();
    const answers = [
      await setKey({ ...own(500), webhookSecret }),
      await setKey(own(401)),
      await setKey({ apiKey, webhookSecret }),
      await setKey({ providerName: "fal", apiKey, webhookSecret, unknown: apiKey }),
      await setKey({ providerName: "fal", apiKey: { nested: apiKey } }),
      await setKey({ providerName: 7, apiKey }),
      await setKey({ providerName: "openai-compatible", apiKey, baseUrl: `http://user:${apiKey}@127.0.0.1:9` }),
      await askGraphql(root, "{ providers { name title website keyVariable keySource baseUrl problem pausedUntil } }"),
      await askGraphql(root, "{ auditLog(first: 50) { nodes { action details outcome targetId } } }"),
    ];
    captured.stop();
    expect(answers.map(({ errors }) => errors.length > 0)).toEqual([false, true, true, true, true, true, true, false, false]);
    expect(answers[0]?.data?.setProviderKey).toMatchObject({ keySource: "TENANT", keyTest: { state: "NOT_REACHABLE" } });
    expect(JSON.stringify(answers)).not.toMatch(secret);
    expect(captured.lines()).toContain('"msg":"graphql"');
    expect(captured.lines()).not.toMatch(secret);
    const entries = await boards.db().auditEntry.findMany({ where: { action: "setProviderKey" } });
    expect(entries.map(({ outcome }) => outcome).sort()).toEqual(["input.invalid", "input.invalid", "ok"]);
    expect(JSON.stringify(entries)).not.toMatch(secret);
    expect(JSON.stringify(entries)).toContain("[secret]");
    expect(answers[2]?.errors[0]).toMatchObject({
      message: 'Variable "$input" got invalid value; Field "providerName" of required type "String!" was not provided.',
      extensions: { code: "BAD_USER_INPUT" },
    });
    expect(answers[5]?.errors[0]).toMatchObject({ extensions: { field: "providerName" } });
  });

  it.each([401, 400, 429, 500, 503])("while it is used, and refused with %i", async (status) => {
    const { port } = server.address() as AddressInfo;
    const captured = captureLog();
    await seedProviderKey(root, { providerName: "openai-compatible", apiKey, baseUrl: `http://127.0.0.1:${port}/${status}/v1` });
    const board = await boards.createBoard(root, { title: "Keys" });
    const { id } = await boards.createGeneration(root, {
      boardId: board.id,
      generatorName: "openai-compatible-chat",
      artifactType: "text",
      inputParams: { prompt: "hello", model: "any" },
    });
    heard = "";
    const failure = await boards.submitJob(id).then(
      () => null,
      (error: Error) => error,
    );
    if (failure) await boards.failBatch(id, failure);
    captured.stop();
    expect(heard).toBe(`Bearer ${apiKey}`);
    expect(captured.lines()).toContain("provider did not start a job");
    expect(captured.lines()).not.toMatch(secret);
    const rows = [
      await boards.db().generation.findUniqueOrThrow({ where: { id } }),
      await boards.db().providerJob.findMany({ where: { batchId: id } }),
      await boards.db().generationEvent.findMany({ where: { generationId: id } }),
    ];
    const text = JSON.stringify(rows, (_name, value) => (typeof value === "bigint" ? String(value) : value));
    expect(text).not.toMatch(secret);
    expect(text).toContain("[key]");
    await boards.db().providerHealth.deleteMany();
  });
});
