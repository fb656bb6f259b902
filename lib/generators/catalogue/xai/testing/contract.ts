import { contractOf } from "@/lib/generators/catalogue/ai-sdk/testing/contract-of";
import type { DriverContract } from "@/lib/generators/testing/driver-contract";
import { grokImagineImage2, grokImagineVideo15, xaiTextToSpeech } from "../models";

/** What the driver must do; see drivers.test.ts. */
export const contracts: DriverContract[] = [
  contractOf(grokImagineImage2),
  { ...contractOf(xaiTextToSpeech), output: undefined },
  // A status that is not known counts as one that is not final; a video that is missing, as one that failed.
  { ...contractOf(grokImagineVideo15, { isJob: true }), output: undefined, statusFaults: { "unknown-status": "nothing" } },
];
