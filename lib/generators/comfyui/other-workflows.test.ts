import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BoardsError } from "@/lib/errors";
import { access, openComfyUi, outputsOf, reasonOf, submissionOf } from "./testing/open-comfyui";
import { workflowGenerator } from "./workflow-generator";

let comfy: Awaited<ReturnType<typeof openComfyUi>>;
beforeAll(async () => {
  comfy = await openComfyUi(0);
});
afterAll(() => comfy.simulator.stop());

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
    const [url] = outputsOf(from, await comfy.provider.status(access, await comfy.run(submission)));
    expect((await comfy.bytesOf(url)).subarray(0, 12).toString("latin1")).toContain(sign);
  });

  it.each(["SaveText", "PreviewAny"])("give the text of %s itself", async (saver) => {
    const from = workflowGenerator("told", JSON.stringify(save(saver)));
    const submission = submissionOf(from, { prompt: "a fox" });
    expect(outputsOf(from, await comfy.provider.status(access, await comfy.run(submission)))).toEqual(["A simulated answer to: a fox"]);
  });

  it("take a picture that was uploaded, and no other", async () => {
    const from = workflowGenerator(
      "edit",
      JSON.stringify({ ...save("SaveImage"), "2": { class_type: "LoadImage", inputs: { image: "example.png", upload: "image" } } }),
    );
    const path = join(await mkdtemp(join(tmpdir(), "boards-comfyui-")), "picture.png");
    await writeFile(path, "a picture");
    const id = crypto.randomUUID();
    const uploaded = await comfy.provider.upload?.(access, { path, mimeType: "image/png", filename: `${id}.png`, durationSeconds: null });
    expect(uploaded).toEqual({ url: `${id}.png`, expiresInSeconds: expect.any(Number) });
    // Long enough to be used again, see place-inputs.ts.
    expect(uploaded?.expiresInSeconds).toBeGreaterThan(3600);
    const submission = submissionOf(from, { prompt: "a hat", image: id }, () => uploaded?.url ?? "");
    const [url] = outputsOf(from, await comfy.provider.status(access, await comfy.run(submission)));
    expect((await comfy.bytesOf(url)).subarray(1, 4).toString()).toBe("PNG");
    const error = await comfy.run(submissionOf(from, { prompt: "a hat", image: id }, () => "nowhere.png")).catch((each: BoardsError) => each);
    expect(error).toMatchObject({ reason: "provider.bad_input", message: expect.stringContaining("LoadImage (node 2), input image: ") });
  });

  it("hear of an upload that did not work", async () => {
    const path = join(await mkdtemp(join(tmpdir(), "boards-comfyui-")), "picture.png");
    await writeFile(path, "a picture");
    const file = { path, mimeType: "image/png", filename: "a.png", durationSeconds: null };
    comfy.simulator.faults.add({ kind: "error-500", on: "upload" });
    expect(await reasonOf(comfy.provider.upload?.(access, file) ?? Promise.resolve())).toBe("provider.unavailable");
  });
});
