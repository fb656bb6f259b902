import { generatorOf, submissionOf } from "@/lib/generators/testing/driver-bench";
import type { DriverContract } from "@/lib/generators/testing/driver-contract";

/** What the driver must do; see drivers.test.ts. */
export const contracts: DriverContract[] = [
  {
    submission: () => submissionOf(generatorOf("cartesia-sonic-3-5"), { text: "Hello there" }),
    isWithinCall: true,
    failures: {},
    incomplete: [{ endpoint: "tts/bytes", request: { model_id: "sonic-3.5", transcript: "Hello" }, says: "voice.id is required" }],
  },
];
