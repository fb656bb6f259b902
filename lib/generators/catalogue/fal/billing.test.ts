import { expect, it } from "vitest";
import type { Json } from "@/lib/generators/contract/define-generator";
import { access as accessOfAll, openBench, plainSubmission, providerOf } from "@/lib/generators/testing/driver-bench";
import { simulatedUnitUsd } from "./testing/simulator";

const bench = openBench();
const fal = providerOf("fal");

// With a key of its own: prices are remembered by key, also those that other files of this process have asked for.
const access = { ...accessOfAll, apiKey: "billing" };

const charged = async (endpoint: string, request: Record<string, Json>) => {
  const { externalJobId } = await fal.start(access, plainSubmission(endpoint, "image", request));
  return fal.status(access, { externalJobId, endpoint });
};

it("charges units at the price of the price list", async () => {
  expect(await charged("fal-ai/flux-2", { prompt: "a fox", num_images: 3 })).toMatchObject({ billedUsd: 3 * simulatedUnitUsd });
});

it("leaves open what was charged when the price list is away, and does not hold up the result", async () => {
  bench.simulator.faults.add({ kind: "error-500", on: "status", host: "api.fal.ai" });
  const status = await charged("fal-ai/flux-pro/kontext", { prompt: "a fox", image_url: "https://files.example/a.png" });
  expect(status).toMatchObject({ state: "succeeded" });
  expect(status).not.toHaveProperty("billedUsd");
});
