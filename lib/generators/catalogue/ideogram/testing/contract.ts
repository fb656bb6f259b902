import { fileOf, generatorOf, submissionOf } from "@/lib/generators/testing/driver-bench";
import type { DriverContract } from "@/lib/generators/testing/driver-contract";

const photo = "0192aaaa-0000-7000-8000-000000000001";

const asked = async (name: string, inputs: Record<string, unknown>) =>
  submissionOf(generatorOf(name), inputs, { files: new Map([[photo, await fileOf("photo.png", "image/png", "pixels")]]) });

const asks = {
  "a prompt": () => asked("ideogram-4-5", { prompt: "a fox" }),
  "an edit": () => asked("ideogram-4-5-precise-edit", { prompt: "a fox", image: photo }),
};

/** What the driver must do; see drivers.test.ts. */
export const contracts: DriverContract[] = Object.entries(asks).map(([what, submission]) => ({
  what,
  submission,
  output: "data[].url",
  refusedKeys: { wrong: "rejected the API key", empty: "is out of credit" },
  incomplete: [{ endpoint: "image/generate/ideogram-4-5", request: { quality: "low" }, says: "prompt is required" }],
}));
