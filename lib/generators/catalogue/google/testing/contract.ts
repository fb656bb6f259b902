import { generatorOf, submissionOf } from "@/lib/generators/testing/driver-bench";
import type { DriverContract } from "@/lib/generators/testing/driver-contract";
import { inputsOf, omni, within } from "./open-google";

/** What the driver must do; see drivers.test.ts. */
export const contracts: DriverContract[] = [...within, omni].map((name) => ({
  what: name,
  submission: () => submissionOf(generatorOf(name), inputsOf(name)),
  output: generatorOf(name).output,
  isWithinCall: within.includes(name),
  refusedKeys: { wrong: "rejected the API key", unserved: "where this account is located" },
}));
