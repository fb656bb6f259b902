import { plainSubmission } from "@/lib/generators/testing/driver-bench";
import type { DriverContract } from "@/lib/generators/testing/driver-contract";

const speech = { face: "https://files.example/a.mp4", audio: "https://files.example/a.wav" };

/** What the driver must do; see drivers.test.ts. */
export const contracts: DriverContract[] = [
  {
    what: "an official model",
    submission: () => plainSubmission("black-forest-labs/flux-1.1-pro", "image"),
    output: "output[] | output",
    incomplete: [{ endpoint: "black-forest-labs/flux-1.1-pro", request: {}, says: "prompt is required" }],
  },
  {
    what: "the newest version of a model",
    submission: () => plainSubmission("cjwbw/wav2lip:latest", "video", speech),
    output: "output[] | output",
    // The newest version is asked for.
    looksFirst: true,
  },
];
