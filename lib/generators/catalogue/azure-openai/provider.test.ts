import { expect, it } from "vitest";
import { simulatedAccess } from "@/lib/generators/provider-keys/provider-access";
import { generatorOf, openBench, outputsOf, submissionOf } from "@/lib/generators/testing/driver-bench";
import { apiAddress, azureOpenai } from "./provider";

const bench = openBench();
const access = simulatedAccess(azureOpenai);
const flare = generatorOf("azure-openai-gpt-image-2-5-flare");

it.each([
  ["https://example.openai.azure.com", "https://example.openai.azure.com/openai/v1"],
  ["https://example.openai.azure.com/openai", "https://example.openai.azure.com/openai/v1"],
  ["https://example.openai.azure.com/openai/v1", "https://example.openai.azure.com/openai/v1"],
  ["https://example.services.ai.azure.com/api/projects/boards", "https://example.services.ai.azure.com/openai/v1"],
  ["https://gateway.example/azure", "https://gateway.example/azure/openai/v1"],
  ["https://gateway.example/azure/v1", "https://gateway.example/azure/v1"],
])("finds the API of %s", (endpoint, address) => {
  expect(apiAddress(endpoint)).toBe(address);
});

it("asks for the model by its own name, unless the deployment has another", async () => {
  const { status } = await azureOpenai.start(access, submissionOf(flare, { prompt: "foxes", quality: "low" }));
  expect(outputsOf(status, flare)).toHaveLength(1);
  expect(bench.lastJob().request).toMatchObject({ prompt: "foxes", quality: "low", model: "gpt-image-2.5-flare" });
  expect(bench.lastJob().request).not.toHaveProperty("deployment");
  await azureOpenai.start(access, submissionOf(flare, { prompt: "foxes", deployment: "images-eu" }));
  expect(bench.lastJob().request).toMatchObject({ model: "images-eu" });
});

it("answers in words, and counts them as OpenAI does", async () => {
  const luna = generatorOf("azure-openai-gpt-6-luna");
  const { status } = await azureOpenai.start(access, submissionOf(luna, { prompt: "Who are you?", deployment: "luna" }));
  expect(outputsOf(status, luna)).toEqual(["A simulated answer to: Who are you?"]);
  expect(bench.lastJob().request).toMatchObject({ model: "luna", reasoning_effort: "medium" });
  const usage = status?.state === "succeeded" ? status.usage : undefined;
  expect(luna.billedUsd?.(usage ?? {})).toBeGreaterThan(0);
});

it("says where an admin mends a deployment that is not there", async () => {
  bench.simulator.faults.add({ kind: "answer", on: "submit", name: "no-deployment" });
  await expect(azureOpenai.start(access, submissionOf(flare, { prompt: "foxes" }))).rejects.toMatchObject({
    reason: "provider.model_gone",
    message: expect.stringContaining("ai.azure.com"),
  });
});
