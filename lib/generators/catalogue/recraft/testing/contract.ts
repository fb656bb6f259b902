import { generatorOf, submissionOf } from "@/lib/generators/testing/driver-bench";
import type { DriverContract } from "@/lib/generators/testing/driver-contract";

/** What the driver must do; see drivers.test.ts. */
export const contracts: DriverContract[] = [
  {
    submission: () => submissionOf(generatorOf("recraft-v4-1"), { prompt: "a fox" }),
    output: "data[].url",
    balance: { amount: 184_250, unit: "credits" },
    isWithinCall: true,
    failures: {},
    startFaults: { fail: ["provider.outcome_unknown", 1], refuse: ["provider.content_refused", 0] },
    refusedKeys: { wrong: "rejected the API key", empty: "is out of credit" },
    incomplete: [{ endpoint: "images/generations", request: { model: "recraftv4_1" }, says: "prompt is required" }],
  },
];
