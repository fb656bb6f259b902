import { describe, expect, it } from "vitest";
import { falModel } from "@/lib/testing/simulators/models/simulated-model";
import { simulatedModels } from "@/lib/testing/simulators/models/simulated-models";
import { access, openBench } from "../testing/driver-bench";
import { describeModel } from "./describe-model";

const bench = openBench();
const failure = (provider: string, given: string, apiKey = access.apiKey) =>
  describeModel({ ...access, apiKey }, provider, given).then(
    () => "described",
    ({ reason, message, field }) => ({ reason, message, field }),
  );
const version = simulatedModels.find(({ modelId }) => modelId === "samples/music")?.version ?? "";

describe("a model is found", () => {
  it.each([
    ["fal", "fal-ai/flux/dev", "fal-ai/flux/dev"],
    ["fal", "  https://fal.ai/models/fal-ai/flux/dev ", "fal-ai/flux/dev"],
    ["fal", "https://fal.ai/models/fal-ai/flux/dev/api?x=1#schema", "fal-ai/flux/dev"],
    ["fal", "https://www.fal.ai/models/fal-ai/flux/dev/llms.txt", "fal-ai/flux/dev"],
    ["fal", "fal.ai/models/someone/samples/undeclared/playground", "someone/samples/undeclared"],
    ["fal", "https://queue.fal.run/fal-ai/flux/dev/", "fal-ai/flux/dev"],
    ["replicate", "samples/fast-image", "samples/fast-image"],
    ["replicate", "https://replicate.com/samples/fast-image", "samples/fast-image"],
    ["replicate", "https://replicate.com/samples/fast-image/api/schema", "samples/fast-image"],
    ["replicate", `https://replicate.com/samples/music/versions/${version}`, "samples/music"],
    ["replicate", `samples/music:${version}`, "samples/music"],
  ])("at %s by %s", async (provider, given, modelId) => {
    expect(await describeModel(access, provider, given)).toMatchObject({ provider, modelId, readOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
  });

  it("with what its provider says of it", async () => {
    expect(await describeModel(access, "fal", "fal-ai/flux/dev")).toMatchObject({
      version: null,
      endpoint: "fal-ai/flux/dev",
      title: "FLUX.1 [dev]",
      page: "https://fal.ai/models/fal-ai/flux/dev",
      task: "text-to-image",
      makes: "image",
      price: { usd: 0.025, per: "megapixel" },
      priceSaid: "$0.025 per megapixel",
      isRetired: false,
    });
    expect(await describeModel(access, "replicate", "samples/music")).toMatchObject({
      version,
      endpoint: `samples/music:${version}`,
      makes: "audio",
      price: null,
    });
    expect(await describeModel(access, "replicate", "samples/fast-image")).toMatchObject({ endpoint: "samples/fast-image", makes: "image" });
  });

  it("at fal without a key, then without a price", async () => {
    expect(await describeModel({ ...access, apiKey: "" }, "fal", "fal-ai/flux/dev")).toMatchObject({ price: null, priceSaid: null });
  });
});

describe("what is no model", () => {
  it.each([
    ["fal", "", "The model is missing."],
    ["fal", "flux", "This isn't a model ID."],
    ["fal", "https://fal.ai/dashboard/keys", "This isn't a model's page."],
    ["fal", "https://replicate.com/samples/music", "This isn't a fal URL."],
    ["fal", "https://fal.ai.example.com/models/fal-ai/flux/dev", "This isn't a fal URL."],
    ["fal", "ftp://fal.ai/models/fal-ai/flux/dev", "This isn't a fal URL."],
    ["fal", "fal-ai/../../v1/keys", "This isn't a model ID."],
    ["fal", "x".repeat(3000), "This is too long for a model ID"],
    ["replicate", "samples", "This isn't a model ID."],
    ["replicate", "samples/music:latest", "This isn't a model ID."],
    ["replicate", "http://127.0.0.1/samples/music", "This isn't a Replicate URL."],
  ])("is refused at %s: %s", async (provider, given, message) => {
    expect(await failure(provider, given)).toEqual({ reason: "input.invalid", field: "model", message: expect.stringContaining(message) });
  });

  it("is unknown, or private, and the sentence says what to do", async () => {
    const unknown = {
      reason: "model.unknown",
      field: "model",
      message: expect.stringMatching(/^Model .* doesn't exist or is private\. Check the ID/),
    };
    expect(await failure("fal", "fal-ai/no-such-model")).toEqual(unknown);
    expect(await failure("replicate", "samples/no-such-model")).toEqual(unknown);
    expect(await failure("replicate", `samples/music:${"0".repeat(64)}`)).toEqual(unknown);
  });

  it("belongs to a provider that describes none", async () => {
    expect(await failure("openai", "gpt-image-2")).toMatchObject({ reason: "input.invalid", field: "provider" });
  });
});

describe("a description that cannot be used", () => {
  const served = (change: (schema: Record<string, unknown>) => unknown) => {
    const model = falModel({
      id: "fal-ai/samples/odd",
      title: "Odd",
      description: "",
      category: "text-to-image",
      makes: "image",
      input: { type: "object", properties: {} },
      answer: () => null,
    });
    bench.simulator.models.push({ ...model, schema: change(model.schema) as never });
    return failure("fal", "fal-ai/samples/odd");
  };

  it("has no schema, or the provider's error in its place", async () => {
    expect(await served(() => null)).toMatchObject({ reason: "model.undescribed", message: expect.stringContaining("doesn't publish a schema") });
    expect(await served(() => ({ openapi: "3.0.4", paths: {} }))).toMatchObject({ reason: "model.undescribed" });
    const error = { error: { code: "expansion_failed", message: "OpenAPI schema is not available" } };
    expect(await served(() => error)).toMatchObject({
      reason: "model.undescribed",
      message: "fal has no schema for this model: OpenAPI schema is not available",
    });
  });

  it("is too large to be kept, or to be read at all", async () => {
    const large = (bytes: number) => served((schema) => ({ ...schema, filler: "x".repeat(bytes) }));
    expect(await large(600 * 1024)).toMatchObject({ reason: "model.undescribed", message: expect.stringContaining("larger than 512 KB") });
    expect(await large(5 * 1024 * 1024)).toMatchObject({ reason: "model.undescribed", message: expect.stringContaining("larger than 4,096 KB") });
  });

  it("is not JSON, or breaks off, or does not come", async () => {
    bench.simulator.faults.add({ host: "api.fal.ai", kind: "malformed", on: "status" });
    expect(await failure("fal", "fal-ai/flux/dev")).toMatchObject({
      reason: "model.undescribed",
      message: expect.stringContaining("isn't valid JSON"),
    });
    bench.simulator.faults.add({ host: "api.fal.ai", kind: "drop-before", on: "status" });
    expect(await failure("fal", "fal-ai/flux/dev")).toMatchObject({ reason: "provider.unavailable" });
    bench.simulator.faults.add({ host: "api.fal.ai", kind: "rate-limit", on: "status" });
    expect(await failure("fal", "fal-ai/flux/dev")).toMatchObject({ reason: "provider.rate_limited" });
  });

  it("needs a key at Replicate, and one that is accepted", async () => {
    expect(await failure("replicate", "samples/music", "")).toMatchObject({
      reason: "provider.not_configured",
      message: expect.stringContaining("needs an API key to look up models"),
    });
    expect(await failure("replicate", "samples/music", "wrong")).toMatchObject({ reason: "provider.not_configured" });
  });
});
