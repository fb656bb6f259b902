import { expect } from "vitest";
import { submissionOf } from "@/lib/generators/testing/driver-bench";
import type { DriverContract } from "@/lib/generators/testing/driver-contract";
import { gen45TextToVideo } from "../gen-4-5-text-to-video";

/** What the driver must do; see drivers.test.ts. */
export const contracts: DriverContract[] = [
  {
    submission: () => submissionOf(gen45TextToVideo, { prompt: "a fox" }),
    output: gen45TextToVideo.output,
    balance: { amount: 4000, unit: "credits" },
    refusedKeys: { wrong: "rejected the API key", "no-credit": "is out of credit" },
    failures: {
      fail: { reason: "provider.failed", raw: expect.stringContaining("INTERNAL.BAD_OUTPUT.CODE01") },
      refuse: { reason: "provider.content_refused", raw: expect.stringContaining("SAFETY.INPUT.TEXT") },
    },
    statusFaults: { malformed: "provider.unavailable" },
    incomplete: [{ endpoint: "text_to_video", request: { model: "gen4.5", promptText: "x", ratio: "1280:720" }, says: "duration: Required" }],
  },
];
