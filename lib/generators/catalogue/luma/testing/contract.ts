import { contractOf } from "@/lib/generators/catalogue/ai-sdk/testing/contract-of";
import type { DriverContract } from "@/lib/generators/testing/driver-contract";
import { photon1 } from "../models";

/** What the driver must do; see drivers.test.ts. */
export const contracts: DriverContract[] = [
  // A status that is not known counts as one that is not final; a result that is missing, as a failure.
  { ...contractOf(photon1, { isJob: true }), output: undefined, statusFaults: { "unknown-status": "nothing" } },
];
