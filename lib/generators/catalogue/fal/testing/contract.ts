import { plainSubmission } from "@/lib/generators/testing/driver-bench";
import type { DriverContract } from "@/lib/generators/testing/driver-contract";

const failures = { fail: { reason: "provider.bad_input" }, refuse: { reason: "provider.content_refused" } };

/** What the driver must do; see drivers.test.ts. */
export const contracts: DriverContract[] = [
  {
    what: "flux-2-pro",
    submission: () => plainSubmission("fal-ai/flux-2-pro", "image"),
    output: "images[].url",
    balance: { amount: 12.4, unit: "USD" },
    failures,
    incomplete: [
      { endpoint: "fal-ai/flux-2-pro", request: {}, says: "prompt: Field required" },
      { endpoint: "fal-ai/flux-2-pro/edit", request: { prompt: "x" }, says: "image_urls: Field required" },
    ],
  },
  { what: "veo3.1", submission: () => plainSubmission("fal-ai/veo3.1", "video"), output: "video.url", failures },
];
