import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { simulatedAccess } from "@/lib/generators/provider-keys/provider-access";
import { generatorOf, openBench, outputsOf, reasonOf, submissionOf } from "@/lib/generators/testing/driver-bench";
import { addressOf, vertex } from "./provider";

const bench = openBench();
const access = simulatedAccess(vertex);
const banana = generatorOf("vertex-nano-banana-2-1");
const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
});
const account = {
  type: "service_account",
  project_id: "boards-project",
  private_key_id: "1234",
  private_key: privateKey,
  client_email: "boards@boards-project.iam.gserviceaccount.com",
  token_uri: "https://elsewhere.example/token",
  universe_domain: "elsewhere.example",
};
const startAs = (changes: object, inputs: Record<string, unknown> = { prompt: "foxes" }) =>
  vertex.start({ ...access, apiKey: JSON.stringify({ ...account, ...changes }) }, submissionOf(banana, inputs));

it("asks with an API key as Gemini does, and keeps nothing in Google's logs that Vertex AI does not know", async () => {
  const { status } = await vertex.start(access, submissionOf(banana, { prompt: "foxes", aspect_ratio: "16:9", resolution: "2K" }));
  expect(outputsOf(status, banana)).toEqual([expect.stringMatching(/^data:image\//)]);
  expect(bench.lastJob().request).toMatchObject({ generationConfig: { imageConfig: { aspectRatio: "16:9", imageSize: "2K" } } });
  expect(bench.lastJob().request).not.toHaveProperty("store");
  const usage = status?.state === "succeeded" ? status.usage : undefined;
  expect(banana.billedUsd?.(usage ?? {})).toBeGreaterThan(0);
});

it("answers in words", async () => {
  const flash = generatorOf("vertex-gemini-3-8-flash");
  const { status } = await vertex.start(access, submissionOf(flash, { prompt: "Who are you?" }));
  expect(outputsOf(status, flash)).toEqual(["A simulated answer to: Who are you?"]);
});

describe("a service account", () => {
  it.each([{}, { location: "europe-west4" }])("signs in at Google alone, and asks with %j", async (changes) => {
    const { status } = await startAs(changes);
    expect(outputsOf(status, banana)).toHaveLength(1);
  });

  it.each([
    { private_key: "junk" },
    { private_key: "-----BEGIN PRIVATE KEY-----\njunk\n-----END PRIVATE KEY-----\n" },
    { client_email: undefined },
    { type: "authorized_user" },
    { project_id: "../other" },
    { location: "evil.example/" },
  ])("is not read with %j, and nothing is sent", async (changes) => {
    const before = bench.accepted().length;
    await expect(startAs(changes)).rejects.toMatchObject({ reason: "provider.not_configured", message: expect.stringContaining("whole") });
    expect(bench.accepted().length).toBe(before);
  });

  it("is not read when its JSON is cut off", async () => {
    const apiKey = JSON.stringify(account).slice(0, -1);
    expect(await reasonOf(vertex.start({ ...access, apiKey }, submissionOf(banana, { prompt: "foxes" })))).toBe("provider.not_configured");
  });

  it.each([
    ["locked-out@boards-project", "provider.not_configured"],
    ["busy@boards-project", "provider.unavailable"],
  ])("%s that gets no token costs nothing: %s", async (client_email, reason) => {
    const before = bench.accepted().length;
    expect(await reasonOf(startAs({ client_email }))).toBe(reason);
    expect(bench.accepted().length).toBe(before);
  });

  it("is tested by what costs nothing", async () => {
    const test = (changes: object) => vertex.testKey?.({ ...access, apiKey: JSON.stringify({ ...account, ...changes }) });
    expect(await test({})).toEqual({});
    await expect(test({ client_email: "locked-out@boards-project" })).rejects.toMatchObject({ reason: "provider.not_configured" });
  });

  it("leaves open what became of a call whose answer is lost", async () => {
    bench.simulator.faults.add({ kind: "drop-after", on: "submit" });
    expect(await reasonOf(startAs({}))).toBe("provider.outcome_unknown");
  });
});

it.each([
  ["global", "https://aiplatform.googleapis.com"],
  ["us-central1", "https://us-central1-aiplatform.googleapis.com"],
  ["eu", "https://aiplatform.eu.rep.googleapis.com"],
])("is asked for %s at %s", (location, address) => {
  expect(addressOf(location)).toBe(address);
});

it.each([
  ["not-allowed", "Vertex AI User"],
  ["not-enabled", "enable it at"],
  ["no-billing", "billing"],
])("says where an admin mends %s", async (name, words) => {
  bench.simulator.faults.add({ kind: "answer", on: "submit", name });
  await expect(vertex.start(access, submissionOf(banana, { prompt: "foxes" }))).rejects.toMatchObject({
    reason: "provider.not_configured",
    message: expect.stringContaining(words),
  });
});
