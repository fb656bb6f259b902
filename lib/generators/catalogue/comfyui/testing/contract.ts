import { expect } from "vitest";
import type { DriverContract } from "@/lib/generators/testing/driver-contract";
import { example } from "./example";
import { foxOf } from "./open-comfyui";

const failed = (reason: string, words: string) => ({
  reason,
  message: expect.stringContaining("KSampler (node 3): "),
  raw: expect.stringContaining(words),
});

/** What the driver must do; see drivers.test.ts. */
export const contracts: DriverContract[] = [
  {
    submission: foxOf,
    output: example.output,
    looksFirst: true,
    failures: { fail: failed("provider.failed", "CUDA out of memory"), refuse: failed("provider.content_refused", "safety system") },
    statusFaults: { malformed: "provider.unavailable" },
  },
];
