import { beforeAll, describe, expect, it } from "vitest";
import type { ProviderFile } from "@/lib/generators/contract/provider";
import { access, fileOf, generatorOf, openBench, outputsOf, submissionOf, successOf } from "@/lib/generators/testing/driver-bench";
import { recraft } from "./provider";

const photo = "0192aaaa-0000-7000-8000-000000000001";
const bench = openBench();
let files: Map<string, ProviderFile>;
beforeAll(async () => {
  files = new Map([[photo, await fileOf("photo.png", "image/png", "pixels")]]);
});

const asked = (name: string, raw: Record<string, unknown>) => submissionOf(generatorOf(name), raw, { files });
const image = () => asked("recraft-v4-1", { prompt: "a fox" });
const lastRequest = () => bench.lastJob().request;
const pixels = `data:image/png;base64,${Buffer.from("pixels").toString("base64")}`;

it.each([
  ["recraft-v4-1", { prompt: "a fox", n: 2 }, 2, 0.07],
  ["recraft-v4-1-pro", { prompt: "a fox" }, 1, 0.21],
  ["recraft-v4-1-flash", { prompt: "a fox", n: 6 }, 6, 0.042],
  ["recraft-v4-1-image-to-image", { prompt: "a fox", image: photo }, 1, 0.035],
  ["recraft-crisp-upscale", { image: photo }, 1, 0.004],
])("%s makes its images within the call, and says in units what they cost", async (name, raw, count, usd) => {
  const { status } = await recraft.start(access, asked(name, raw));
  const urls = outputsOf(status, generatorOf(name));
  expect(urls).toHaveLength(count);
  expect((await fetch(urls[0] ?? "")).headers.get("content-type")).toBe("image/png");
  expect(successOf(status).billedUsd).toBeCloseTo(usd, 6);
});

describe("a request", () => {
  it("names the model, and no size where the model decides", async () => {
    await recraft.start(access, image());
    expect(lastRequest()).toEqual({ prompt: "a fox", n: 1, model: "recraftv4_1", response_format: "url" });
  });

  it("has the size as a ratio and colors as red, green and blue", async () => {
    const raw = { prompt: "a fox", size: "16:9", colors: ["#ff8000"], background_color: "#000000", random_seed: 4_294_967_295 };
    await recraft.start(access, asked("recraft-v4-1-flash", raw));
    expect(lastRequest()).toMatchObject({
      size: "16:9",
      random_seed: 4_294_967_295,
      controls: { colors: [{ rgb: [255, 128, 0] }], background_color: { rgb: [0, 0, 0] } },
    });
  });

  it("holds the image that it changes", async () => {
    await recraft.start(access, asked("recraft-v4-1-image-to-image", { prompt: "snow", image: photo, strength: 0.2 }));
    expect(lastRequest()).toEqual({ prompt: "snow", image_url: pixels, strength: 0.2, n: 1, model: "recraftv4_1", response_format: "url" });
  });
});
