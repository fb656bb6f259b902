import { plainSubmission } from "@/lib/generators/testing/driver-bench";
import type { DriverContract } from "@/lib/generators/testing/driver-contract";

const song = { style: "folk", title: "Song", instrumental: true, customMode: true, model: "V5" };
const edit = { prompt: "a fox", image_urls: ["https://files.example/a.png"] };
// Kie refuses at once, and says of no limit when it ends.
const differences: Partial<DriverContract> = {
  failures: { fail: { reason: "provider.failed" } },
  startFaults: { refuse: ["provider.content_refused", 0] },
  waitSeconds: 10,
};

/** What the driver must do; see drivers.test.ts. */
export const contracts: DriverContract[] = [
  {
    what: "market",
    balance: { amount: 1240, unit: "credits" },
    submission: () => plainSubmission("market:google/nano-banana-edit", "image", edit),
    output: "resultJson.resultUrls[]",
    ...differences,
    incomplete: [{ endpoint: "market:google/nano-banana-edit", request: { prompt: "x" }, says: "image_urls is required" }],
  },
  {
    what: "veo",
    submission: () => plainSubmission("veo", "video"),
    output: "response.resultUrls[]",
    ...differences,
    incomplete: [{ endpoint: "veo", request: {}, says: "prompt is required" }],
  },
  {
    what: "suno",
    submission: () => plainSubmission("suno:", "audio", song),
    output: "response.sunoData[].audioUrl",
    ...differences,
    incomplete: [{ endpoint: "suno:", request: { prompt: "x", customMode: true, instrumental: false, model: "V5" }, says: "style is required" }],
  },
];
