import { generatorOf, submissionOf } from "@/lib/generators/testing/driver-bench";
import type { DriverContract } from "@/lib/generators/testing/driver-contract";

/** What the driver must do; see drivers.test.ts. */
export const contracts: DriverContract[] = ["vertex-nano-banana-2-1", "vertex-gemini-3-8-flash"].map((name) => ({
  what: name,
  submission: () => submissionOf(generatorOf(name), { prompt: "a fox" }),
  output: generatorOf(name).output,
  isWithinCall: true,
}));
