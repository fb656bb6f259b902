import { expect, it } from "vitest";
import { simulatedAccess } from "@/lib/generators/provider-keys/provider-access";
import { generatorOf, openBench, outputsOf, submissionOf } from "@/lib/generators/testing/driver-bench";
import { cartesia } from "./provider";

const bench = openBench();
const access = simulatedAccess(cartesia);
const sonic = generatorOf("cartesia-sonic-3-5");

it("asks for a format by all that Cartesia wants to know of it, and gives the sound", async () => {
  const { status } = await cartesia.start(access, submissionOf(sonic, { text: "Hello there", speed: 1.2, output_format: "wav" }));
  expect(outputsOf(status, sonic)).toEqual([expect.stringMatching(/^data:audio\//)]);
  expect(bench.lastJob().request).toMatchObject({
    model_id: "sonic-3.5",
    transcript: "Hello there",
    voice: { mode: "id", id: "f786b574-daa5-4673-aa0c-cbe3e8534c02" },
    output_format: { container: "wav", encoding: "pcm_s16le", sample_rate: 44_100 },
    generation_config: { speed: 1.2, volume: 1 },
  });
  expect(bench.lastJob().request).not.toHaveProperty("language");
});
