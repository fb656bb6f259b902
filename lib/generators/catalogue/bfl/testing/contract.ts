import { generatorOf, submissionOf } from "@/lib/generators/testing/driver-bench";
import type { DriverContract } from "@/lib/generators/testing/driver-contract";

/** What the driver must do; see drivers.test.ts. */
export const contracts: DriverContract[] = [
  {
    submission: () => submissionOf(generatorOf("bfl-flux-2-pro"), { prompt: "a fox" }),
    output: "sample",
    balance: { amount: 840, unit: "credits" },
    refusedKeys: { wrong: "rejected the API key", "": "rejected the API key", empty: "is out of credit" },
    statusFaults: { malformed: "provider.unavailable" },
    incomplete: [{ endpoint: "flux-2-pro", request: {}, says: "prompt: Field required" }],
  },
];
