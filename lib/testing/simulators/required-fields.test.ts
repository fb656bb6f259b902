import { describe, expect, it } from "vitest";
import { requiredAtFal } from "@/lib/generators/catalogue/fal/testing/required-fields";
import { providers } from "@/lib/generators/catalogue/providers";
import { generators } from "@/lib/generators/catalogue/registry";
import { requiredAtRunway } from "@/lib/generators/catalogue/runway/testing/required-fields";
import { buildRequest } from "@/lib/generators/contract/build-request";
import { defaultSubmit } from "@/lib/generators/contract/default-submit";
import type { DeclarativeGenerator } from "@/lib/generators/contract/define-generator";
import { parseInputs } from "@/lib/generators/contract/parse-inputs";
import { access, openBench, plainSubmission, providerOf } from "@/lib/generators/testing/driver-bench";
import { loadSimulators } from "./load-simulators";
import { lacking } from "./required-fields";

const declarative = generators.filter((each): each is DeclarativeGenerator => "endpoint" in each);

/** What the product sends for whoever fills in what must be filled in. */
function sentBy(generator: DeclarativeGenerator) {
  const parsed = parseInputs(generator, defaultSubmit(generator));
  if (!parsed.ok) throw new Error(`${generator.name}: ${JSON.stringify(parsed.problems)}`);
  const { endpoint } = generator;
  const request = buildRequest(generator, parsed.inputs, (id) => `https://files.example/${id}`);
  return { endpoint: typeof endpoint === "string" ? endpoint : endpoint(parsed.inputs), request };
}

const simulators = await loadSimulators();
const telling = providers.flatMap(({ name }, place) => {
  const requiredFields = simulators[place]?.requiredFields;
  return requiredFields ? [{ provider: name, requiredFields }] : [];
});

describe.each(telling)("the fields that $provider asks for", ({ provider, requiredFields }) => {
  const ours = declarative.filter((each) => each.provider === provider);
  const requiredOf = (generator: DeclarativeGenerator) => {
    const { endpoint, request } = sentBy(generator);
    return requiredFields(endpoint, request);
  };

  it("are known for most of what is offered", () => {
    const unknown = ours.filter((each) => requiredOf(each) === undefined).map(({ name }) => name);
    expect(unknown.length, unknown.join(", ")).toBeLessThanOrEqual(ours.length / 10);
  });

  it.each(ours.map((each) => [each.name, each] as const))("are all sent by %s", (_name, generator) => {
    expect(lacking(requiredOf(generator) ?? [], sentBy(generator).request)).toEqual([]);
  });
});

it("at least five providers tell which fields they ask for", () => expect(telling.length).toBeGreaterThanOrEqual(5));

describe("a model that is not offered there", () => {
  openBench();

  it("is refused by Runway", async () => {
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
