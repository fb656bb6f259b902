import { submissionOf } from "@/lib/generators/testing/driver-bench";
import type { DriverContract } from "@/lib/generators/testing/driver-contract";
import { image } from "../image";

/** What the driver must do; see drivers.test.ts. */
export const contracts: DriverContract[] = [
  {
    submission: () => submissionOf(image, { prompt: "foxes", model: "flux", n: 2 }),
    isWithinCall: true,
    failures: {},
    startFaults: { "error-500": ["provider.failed", 0], refuse: ["provider.content_refused", 0] },
  },
];
