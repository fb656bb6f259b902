import { generatorOf, submissionOf } from "@/lib/generators/testing/driver-bench";
import type { DriverContract } from "@/lib/generators/testing/driver-contract";

const asks = {
  "an image": ["azure-openai-gpt-image-2-5-flare", { prompt: "foxes" }, "data[].url"],
  words: ["azure-openai-gpt-6-luna", { prompt: "What is a fox?" }, "text"],
} as const;

/** What the driver must do; see drivers.test.ts. */
export const contracts: DriverContract[] = Object.entries(asks).map(([what, [name, inputs]]) => ({
  what,
  submission: () => submissionOf(generatorOf(name), inputs),
  isWithinCall: true,
  failures: {},
  startFaults: { refuse: ["provider.content_refused", 0] },
}));
