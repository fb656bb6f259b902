import { submissionOf } from "@/lib/generators/testing/driver-bench";
import type { DriverContract } from "@/lib/generators/testing/driver-contract";
import { textToImage } from "../text-to-image";

/** What the driver must do; see drivers.test.ts. */
export const contracts: DriverContract[] = [
  {
    submission: () => submissionOf(textToImage, { prompt: "a fox" }),
    output: textToImage.output,
    isWithinCall: true,
    failures: {},
    startFaults: { "error-500": ["provider.failed", 0], fail: ["provider.failed", 1] },
    refusedKeys: { wrong: "rejected the API key", "": "rejected the API key" },
  },
];
