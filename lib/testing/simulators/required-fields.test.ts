import { describe, expect, it } from "vitest";
import { buildRequest } from "@/lib/generators/build-request";
import { defaultSubmit } from "@/lib/generators/default-submit";
import type { DeclarativeGenerator } from "@/lib/generators/define-generator";
import { parseInputs } from "@/lib/generators/parse-inputs";
import { generators } from "@/lib/generators/registry";
import { access, openBench, plainSubmission, providerOf } from "@/lib/generators/testing/driver-bench";
import { lacking, requiredAtKie, requiredAtReplicate } from "./required-fields";
import { requiredAtFal, requiredAtRunway } from "./sdk-required-fields";

const declarative = generators.filter((each): each is DeclarativeGenerator => "endpoint" in each);

/** What the product sends for whoever fills in what must be filled in. */
function sentBy(generator: DeclarativeGenerator) {
  const parsed = parseInputs(generator, defaultSubmit(generator));
  if (!parsed.ok) throw new Error(`${generator.name}: ${JSON.stringify(parsed.problems)}`);
  const { endpoint } = generator;
  const request = buildRequest(generator, parsed.inputs, (id) => `https://files.example/${id}`);
  return { endpoint: typeof endpoint === "string" ? endpoint : endpoint(parsed.inputs), request };
}

/** The fields that a provider asks for, in its own names; undefined where it does not tell. */
function requiredOf({ provider }: DeclarativeGenerator, { endpoint, request }: ReturnType<typeof sentBy>): string[] | undefined {
  if (provider === "fal") return requiredAtFal(endpoint);
  if (provider === "runway") return requiredAtRunway(endpoint, String(request.model));
  if (provider === "replicate") return requiredAtReplicate(endpoint);
  return requiredAtKie(endpoint, { callBackUrl: "https://boards.example", ...request });
}

describe.each(["fal", "runway", "replicate", "kie"])("the fields that %s asks for", (provider) => {
  const ours = declarative.filter((each) => each.provider === provider);

  it("are known for most of what is offered", () => {
    const unknown = ours.filter((each) => requiredOf(each, sentBy(each)) === undefined).map(({ name }) => name);
    expect(unknown.length, unknown.join(", ")).toBeLessThanOrEqual(ours.length / 10);
  });

  it.each(ours.map((each) => [each.name, each] as const))("are all sent by %s", (_name, generator) => {
    const sent = sentBy(generator);
    expect(lacking(requiredOf(generator, sent) ?? [], { callBackUrl: "https://boards.example", ...sent.request })).toEqual([]);
  });
});

describe("a request that lacks a field", () => {
  const bench = openBench();

  it.each([
    ["fal", "fal-ai/flux-2-pro", {}, "prompt: Field required"],
    ["fal", "fal-ai/flux-2-pro/edit", { prompt: "x" }, "image_urls: Field required"],
    ["kie", "veo", {}, "prompt is required"],
    ["kie", "suno:", { prompt: "x", customMode: true, instrumental: false, model: "V5" }, "style is required"],
    ["kie", "market:google/nano-banana-edit", { prompt: "x" }, "image_urls is required"],
    ["replicate", "black-forest-labs/flux-1.1-pro", {}, "prompt is required"],
    ["runway", "text_to_video", { model: "gen4.5", promptText: "x", ratio: "1280:720" }, "duration: Required"],
    ["openai", "images.generate", { model: "gpt-image-1.5" }, "Missing required parameter: 'prompt'"],
    ["openai", "audio.speech", { model: "gpt-4o-mini-tts", input: "x" }, "Missing required parameter: 'voice'"],
    ["bfl", "flux-2-pro", {}, "prompt: Field required"],
  ])("is refused by %s at %s, as the real one does", async (name, endpoint, request, words) => {
    const start = providerOf(name).start(access, plainSubmission(endpoint, "image", request));
    await expect(start).rejects.toMatchObject({ reason: "provider.bad_input", message: expect.stringContaining(words) });
    expect(bench.accepted()).toEqual([]);
  });

  it("is refused by Runway for a model that is not offered there", async () => {
    const start = providerOf("runway").start(access, plainSubmission("text_to_video", "video", { model: "gen9", promptText: "x" }));
    await expect(start).rejects.toMatchObject({ reason: "provider.model_gone" });
  });
});

describe("what the clients' own types say", () => {
  it("holds what is declared, also by a parent", () => {
    expect(requiredAtFal("fal-ai/flux-2-pro")).toEqual(["prompt"]);
    expect(requiredAtFal("fal-ai/bytedance/omnihuman/v1.5")?.toSorted()).toEqual(["audio_url", "image_url"]);
    expect(requiredAtRunway("text_to_video", "gen4.5")?.toSorted()).toEqual(["duration", "model", "promptText", "ratio"]);
  });

  it("is silent about what it does not know", () => {
    expect(requiredAtFal("fal-ai/nothing")).toBeUndefined();
    expect(requiredAtRunway("text_to_video", "gen9")).toBeUndefined();
  });
});
