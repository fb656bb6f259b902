import { generatorOf, submissionOf } from "@/lib/generators/testing/driver-bench";
import type { DriverContract } from "@/lib/generators/testing/driver-contract";

const refusedKeys = { wrong: "rejected the API key", empty: "is out of credit" };

/** What the driver must do; see drivers.test.ts. */
export const contracts: DriverContract[] = [
  {
    what: "an image",
    submission: () => submissionOf(generatorOf("stability-stable-image-ultra"), { prompt: "a fox" }),
    output: "image.url",
    balance: { amount: 633.68, unit: "credits" },
    isWithinCall: true,
    failures: {},
    startFaults: { fail: ["provider.outcome_unknown", 1], refuse: ["provider.content_refused", 0] },
    refusedKeys,
    incomplete: [{ endpoint: "stable-image/generate/ultra", request: { aspect_ratio: "1:1" }, says: "prompt: is required" }],
  },
  {
    what: "sound",
    submission: () => submissionOf(generatorOf("stability-stable-audio-3"), { prompt: "a waltz", duration: 12 }),
    output: "audio.url",
    failures: {},
    startFaults: { refuse: ["provider.content_refused", 0] },
    refusedKeys,
  },
];
