import { plainSubmission } from "@/lib/generators/testing/driver-bench";
import type { DriverContract } from "@/lib/generators/testing/driver-contract";

/** What the driver must do; see drivers.test.ts. */
export const contracts: DriverContract[] = [
  {
    submission: () => plainSubmission("images.generate", "image", { prompt: "x", model: "gpt-image-1.5" }),
    failures: {},
    isWithinCall: true,
    startFaults: { refuse: ["provider.content_refused", 0] },
    incomplete: [
      { endpoint: "images.generate", request: { model: "gpt-image-1.5" }, says: "Missing required parameter: 'prompt'" },
      { endpoint: "audio.speech", request: { model: "gpt-4o-mini-tts", input: "x" }, says: "Missing required parameter: 'voice'" },
    ],
  },
];
