import { contractOf } from "@/lib/generators/catalogue/ai-sdk/testing/contract-of";
import type { DriverContract } from "@/lib/generators/testing/driver-contract";
import { universal35Pro } from "../models";

/** What the driver must do; see drivers.test.ts. */
export const contracts: DriverContract[] = [
  {
    ...contractOf(universal35Pro, { isJob: true }),
    // The recording goes first, and its answer costs nothing.
    looksFirst: true,
    output: undefined,
    failures: { fail: { reason: "provider.failed" } },
    // A status that is not known counts as one that is not final.
    statusFaults: { "unknown-status": "nothing" },
  },
];
