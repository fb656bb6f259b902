import { execFile } from "node:child_process";
import { describe, expect, it } from "vitest";
import type { SimulatedModel } from "@/lib/testing/simulators/models/simulated-model";
import { type Checked, checkable, checkCatalogue } from "./check-catalogue";
import type { DeclarativeGenerator, Json } from "./contract/define-generator";
import { reportCatalogue } from "./report-catalogue";
import { documentOf } from "./testing/document-of";
import { access, directProvidersTo, generatorOf, openBench } from "./testing/driver-bench";

const bench = openBench();

async function check(generators: DeclarativeGenerator[], waits: number[] = []): Promise<Checked[]> {
  const found: Checked[] = [];
  const wait = async (seconds: number) => {
    waits.push(seconds);
  };
  await checkCatalogue(
    generators,
    () => access,
    (checked) => found.push(checked),
    wait,
  );
  return found;
}

/** Serves a declaration's own document, changed, and tells what the check finds. */
async function driftsAfter(
  name: string,
  change: (properties: Record<string, Record<string, Json>>, input: Record<string, Json>, model: SimulatedModel) => void,
): Promise<string[]> {
  const generator = generatorOf(name);
  const model = documentOf(generator);
  const { components } = model.schema as {
    components: { schemas: { Input: Record<string, Json> & { properties: Record<string, Record<string, Json>> } } };
  };
  change(components.schemas.Input.properties, components.schemas.Input, model);
  bench.simulator.models.push(model);
  const [checked] = await check([generator]);
  if (!checked || !("drifts" in checked)) throw new Error(JSON.stringify(checked));
  return checked.drifts.map(({ kind, field, drift }) => `${kind}: ${field}: ${drift}`);
}

const fixed = checkable().filter(({ endpoint }) => typeof endpoint === "string");

describe("a declaration that its provider describes as it is", () => {
  it.each(fixed.map(({ name }) => name))("%s has not drifted", async (name) => {
    expect(await driftsAfter(name, () => undefined)).toEqual([]);
  });
});

describe("drift", () => {
  const name = "fal-flux-2-flex";

  it("of a field that the model does not know any more", async () => {
    expect(await driftsAfter(name, (properties) => delete properties.guidance_scale)).toEqual(["missing: guidance_scale: Not an input of the model"]);
  });

  it("of a new field, and of one that must be sent", async () => {
    const add = (isRequired: boolean) =>
      driftsAfter(name, (properties, input) => {
        properties.style = { type: "string" };
        if (isRequired) input.required = [...(input.required as string[]), "style"];
      });
    expect(await add(false)).toEqual(["extra: style: Not declared"]);
    expect(await add(true)).toEqual(["extra: style: Required by the model, but not declared"]);
  });

  it("of choices, in both directions", async () => {
    expect(
      await driftsAfter(name, (properties) => {
        properties.output_format = { type: "string", enum: ["png", "avif"], default: properties.output_format?.default ?? null };
      }),
    ).toEqual([
      "choices: output_format: Offers jpeg, which the provider doesn't accept",
      "choices: output_format: Doesn't offer avif, which the provider accepts",
    ]);
  });

  it("of a default", async () => {
    expect(await driftsAfter(name, (properties) => Object.assign(properties.guidance_scale ?? {}, { default: 9 }))).toEqual([
      expect.stringMatching(/^default: guidance_scale: Default is [\d.]+, but 9 at the provider$/),
    ]);
  });

  it("of limits", async () => {
    expect(await driftsAfter(name, (properties) => Object.assign(properties.guidance_scale ?? {}, { maximum: 7 }))).toContainEqual(
      expect.stringMatching(/^limits: guidance_scale: Accepts .*, but the provider accepts .* to 7$/),
    );
  });

  it("of what must be given", async () => {
    expect(
      await driftsAfter(name, (properties, input) => {
        input.required = [...(input.required as string[]), "seed"];
        properties.seed = { type: "integer" };
      }),
    ).toContain("required: seed: Optional, but required by the provider");
  });

  it("of the kind of a field", async () => {
    expect(await driftsAfter(name, (properties) => Object.assign(properties, { guidance_scale: { type: "boolean" } }))).toEqual([
      "kind: guidance_scale: Declared as number, but the provider has yes or no",
    ]);
  });

  it("of where the results are", async () => {
    const drifts = await driftsAfter(name, (_properties, _input, model) => {
      (model.schema.components as { schemas: Record<string, Json> }).schemas.Output = {
        type: "object",
        properties: { image: { $ref: "#/components/schemas/Image" } },
      };
    });
    expect(drifts).toEqual(["output: output: Declared at images[].url, but the schema has image.url"]);
  });

  it("of an endpoint that is retired, and of one that is gone", async () => {
    expect(await driftsAfter(name, (_properties, _input, model) => Object.assign(model.record, { status: "deprecated" }))).toEqual([
      "retired: : Deprecated by the provider",
    ]);
    bench.simulator.models.splice(0);
    expect(await check([generatorOf(name)])).toEqual([{ name, endpoint: "fal-ai/flux-2-flex", isGone: true }]);
  });

  it("of a model at Replicate", async () => {
    expect(await driftsAfter("replicate-seedream-4-5", (properties) => Object.assign(properties.size ?? {}, { enum: ["2K", "8K"] }))).toEqual([
      "choices: size: Offers 4K, which the provider doesn't accept",
      "choices: size: Doesn't offer 8K, which the provider accepts",
    ]);
  });
});

describe("npm run catalogue:check", () => {
  const name = "fal-flux-2-flex";
  const report = async (words: string[], url = bench.simulator.url) => {
    const said: string[] = [];
    directProvidersTo(url);
    const code = await reportCatalogue(words, (line) => said.push(line));
    directProvidersTo(bench.simulator.url);
    return { code, said: said.join("\n") };
  };

  it("ends well without drift, with 1 and the drift where there is some, and with 2 and why without a connection", async () => {
    const model = documentOf(generatorOf(name));
    bench.simulator.models.push(model);
    expect(await report([name])).toEqual({ code: 0, said: expect.stringContaining("1 of 1 declarations match their provider's schema") });
    bench.simulator.models.push({ ...model, record: { ...model.record, status: "deprecated" } });
    expect(await report([name])).toEqual({ code: 1, said: expect.stringContaining("Deprecated by the provider") });
    expect(await report([name], "http://127.0.0.1:9")).toEqual({ code: 2, said: expect.stringContaining("can be reached") });
    expect(await report(["no-such-model"])).toEqual({ code: 1, said: expect.stringContaining("No fal or Replicate declaration matches") });
  });

  it("says so as a command, and ends with its code", async () => {
    bench.simulator.models.push({ ...documentOf(generatorOf(name)), record: { ...documentOf(generatorOf(name)).record, status: "deprecated" } });
    const env = { ...process.env, BOARDS_SIMULATOR_URL: bench.simulator.url, FAL_KEY: "key", REPLICATE_API_TOKEN: "key" };
    const words = ["--import", "tsx", "scripts/check-catalogue.ts", name];
    const ended = await new Promise((resolve) => {
      execFile(process.execPath, words, { env }, (error, said) => resolve({ code: error?.code, said }));
    });
    expect(ended).toEqual({ code: 1, said: expect.stringContaining("Deprecated by the provider") });
  });
});

describe("what cannot be checked", () => {
  it("is asked for again when the provider is busy, and told when it says nothing", async () => {
    bench.simulator.models.push(documentOf(generatorOf("fal-flux-2-flex")));
    bench.simulator.faults.add({ host: "api.fal.ai", kind: "rate-limit", on: "status", retryAfterSeconds: 7 } as never);
    const waits: number[] = [];
    expect(await check([generatorOf("fal-flux-2-flex")], waits)).toEqual([{ name: "fal-flux-2-flex", endpoint: "fal-ai/flux-2-flex", drifts: [] }]);
    expect(waits).toEqual([7]);
    bench.simulator.faults.add({ host: "api.fal.ai", kind: "drop-before", on: "status" } as never);
    expect(await check([generatorOf("fal-flux-2-flex")])).toEqual([
      expect.objectContaining({ unchecked: expect.stringContaining("isn't responding"), isSilence: true }),
    ]);
  });
});
