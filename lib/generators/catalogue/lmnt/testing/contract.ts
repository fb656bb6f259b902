import { contractOf } from "@/lib/generators/catalogue/ai-sdk/testing/contract-of";
import type { DriverContract } from "@/lib/generators/testing/driver-contract";
import { lmntBlizzard } from "../models";

/** What the driver must do; see drivers.test.ts. */
export const contracts: DriverContract[] = [
  // A sound cannot be empty without being no sound; content is never refused.
  { ...contractOf(lmntBlizzard), output: undefined, startFaults: {} },
];
