import { describe, expect, it } from "vitest";
import { fileOf, outputsOf, reasonOf, submissionOf } from "@/lib/generators/testing/driver-bench";
import { access, openComfyUi } from "./testing/open-comfyui";
import { workflowGenerator } from "./workflow-generator";

const { bench, provider, run, bytesOf } = openComfyUi();

describe("other workflows", () => {
  const save = (class_type: string) => ({ "1": { class_type: "CLIPTextEncode", inputs: { text: "x" } }, "9": { class_type, inputs: {} } });

  it.each([
    ["SaveVideo", "video", "ftyp"],
    ["VHS_VideoCombine", "video", "ftyp"],
    ["SaveAudioMP3", "audio", "RIFF"],
    ["SaveGLB", "model", "glTF"],
  ])("give what %s keeps", async (saver, artifactType, sign) => {
    const from = workflowGenerator("made", JSON.stringify(save(saver)));
    expect(from.artifactType).toBe(artifactType);
    const submission = submissionOf(from, { prompt: "a fox" });
    const [url] = outputsOf(await provider.status(access, await run(submission)), from);
    expect((await bytesOf(url)).subarray(0, 12).toString("latin1")).toContain(sign);
  });

  it.each(["SaveText", "PreviewAny"])("give the text of %s itself", async (saver) => {
    const from = workflowGenerator("told", JSON.stringify(save(saver)));
    const submission = submissionOf(from, { prompt: "a fox" });
    expect(outputsOf(await provider.status(access, await run(submission)), from)).toEqual(["A simulated answer to: a fox"]);
  });

  it("take an image that was uploaded, and no other", async () => {
    const from = workflowGenerator(
      "edit",
      JSON.stringify({ ...save("SaveImage"), "2": { class_type: "LoadImage", inputs: { image: "example.png", upload: "image" } } }),
    );
    const id = crypto.randomUUID();
    const uploaded = await provider.upload?.(access, await fileOf(`${id}.png`, "image/png", "a picture"));
    expect(uploaded).toEqual({ url: `${id}.png`, expiresInSeconds: expect.any(Number) });
    // Long enough to be used again, see place-inputs.ts.
    expect(uploaded?.expiresInSeconds).toBeGreaterThan(3600);
    const submission = submissionOf(from, { prompt: "a hat", image: id }, { addressOf: () => uploaded?.url ?? "" });
    const [url] = outputsOf(await provider.status(access, await run(submission)), from);
    expect((await bytesOf(url)).subarray(1, 4).toString()).toBe("PNG");
    await expect(run(submissionOf(from, { prompt: "a hat", image: id }, { addressOf: () => "nowhere.png" }))).rejects.toMatchObject({
      reason: "provider.bad_input",
      message: expect.stringContaining("LoadImage (node 2), input image: "),
    });
  });

  it("hear of an upload that did not work", async () => {
    const file = await fileOf("a.png", "image/png", "a picture");
    bench.simulator.faults.add({ kind: "error-500", on: "upload" });
    expect(await reasonOf(provider.upload?.(access, file))).toBe("provider.unavailable");
  });
});
