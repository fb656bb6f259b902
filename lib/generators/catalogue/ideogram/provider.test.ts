import { beforeAll, expect, it } from "vitest";
import type { ProviderFile } from "@/lib/generators/contract/provider";
import { access, fileOf, generatorOf, openBench, outputsOf, submissionOf, successOf } from "@/lib/generators/testing/driver-bench";
import { ideogram } from "./provider";

const photo = "0192aaaa-0000-7000-8000-000000000001";
const bench = openBench();
let files: Map<string, ProviderFile>;
beforeAll(async () => {
  files = new Map([[photo, await fileOf("photo.png", "image/png", "pixels")]]);
});

const asked = (name: string, raw: Record<string, unknown>) => submissionOf(generatorOf(name), raw, { files });
const madeBy = async (submission: ReturnType<typeof asked>) => {
  const { externalJobId } = await ideogram.start(access, submission);
  return ideogram.status(access, { externalJobId, endpoint: submission.endpoint });
};

it.each([
  ["ideogram-4-5", { prompt: "a fox", num_images: 3 }, 3],
  ["ideogram-4-5-precise-edit", { prompt: "a hat", image: photo }, 1],
  ["ideogram-remove-background", { image: photo }, 1],
])("%s is a job, and its images are found", async (name, raw, count) => {
  const urls = outputsOf(await madeBy(asked(name, raw)), generatorOf(name));
  expect(urls).toHaveLength(count);
  expect((await fetch(urls[0] ?? "")).headers.get("content-type")).toBe("image/png");
});

it("sends a form that asks for a job, and no size where the model decides", async () => {
  await madeBy(asked("ideogram-4-5", { prompt: "a fox", quality: "low" }));
  const form = { prompt: "a fox", quality: "low", magic_prompt: "auto", num_images: "1", enable_copyright_detection: "false", async: "true" };
  expect(bench.lastJob().request).toEqual({ ...form, n: "1" });
});

it("sends the image and every reference as files", async () => {
  await madeBy(asked("ideogram-4-5-precise-edit", { prompt: "a hat", image: photo, reference_images: [photo, photo] }));
  expect(bench.lastJob().request).toMatchObject({ image: "image/png, 6 bytes", reference_images: ["image/png, 6 bytes", "image/png, 6 bytes"] });
});

it("keeps the images that are safe, and says that others were withheld", async () => {
  bench.simulator.faults.add({ kind: "answer", on: "submit", name: "image-withheld" });
  const status = await madeBy(asked("ideogram-4-5", { prompt: "a fox" }));
  expect(successOf(status).isPartlyRefused).toBe(true);
  expect(outputsOf(status, { output: "data[].url" })).toEqual([]);
});
