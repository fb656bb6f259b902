import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { forgetEnv } from "@/lib/env";
import type { BoardsError } from "@/lib/errors";
import type { FaultKind } from "@/lib/testing/simulators/faults";
import type { Json } from "../define-generator";
import { access, lost, openComfyUi, outputsOf, reasonOf, submissionOf } from "./testing/open-comfyui";

let comfy: Awaited<ReturnType<typeof openComfyUi>>;
beforeAll(async () => {
  comfy = await openComfyUi(0);
});
afterAll(() => comfy.simulator.stop());
beforeEach(() => comfy.simulator.faults.clear());

const foxOf = () => submissionOf(comfy.generator, { prompt: "a fox" });

describe("a job", () => {
  it("goes in with the inputs in their places, and comes out as files on the server that cost nothing", async () => {
    const handle = await comfy.run(
      submissionOf(comfy.generator, { prompt: "a fox", steps: 30, pictures: 2, seed: 7, width: 512, sampler: "uni_pc" }),
    );
    const workflow = comfy.accepted().at(-1)?.request.workflow as Record<string, { inputs: Record<string, Json> }>;
    expect(workflow["6"]?.inputs).toEqual({ clip: ["4", 1], text: "a fox" });
    expect(workflow["7"]?.inputs.text).toBe("blurry, watermark");
    expect(workflow["3"]?.inputs).toMatchObject({ seed: 7, steps: 30, cfg: 7, sampler_name: "uni_pc", scheduler: "normal", model: ["4", 0] });
    expect(workflow["5"]?.inputs).toEqual({ width: 512, height: 512, batch_size: 2 });
    const status = await comfy.provider.status(access, handle);
    expect(status).toMatchObject({ state: "succeeded", billedUsd: 0 });
    const urls = outputsOf(comfy.generator, status);
    expect(urls).toHaveLength(2);
    expect(urls[0]).toMatch(/^http:\/\/comfyui\.simulated\/view\?filename=\S+\.png&subfolder=&type=output$/);
    expect((await comfy.bytesOf(urls[1])).subarray(1, 4).toString()).toBe("PNG");
  });

  it("is known under our own id", async () => {
    const submission = foxOf();
    expect((await comfy.run(submission)).externalJobId).toBe(submission.jobId);
  });

  it.each([
    ["rate-limit", "provider.rate_limited", 0],
    ["error-503", "provider.unavailable", 0],
    ["error-500", "provider.outcome_unknown", 0],
    ["drop-before", "provider.outcome_unknown", 0],
    ["drop-after", "provider.outcome_unknown", 1],
    ["malformed", "provider.outcome_unknown", 1],
    ["bad-input", "provider.bad_input", 0],
  ] as const)("tells %s at the start as %s, and calls once", async (kind, reason, count) => {
    const before = comfy.accepted().length;
    comfy.simulator.faults.add({ kind, on: "submit" });
    expect(await reasonOf(comfy.run(foxOf()))).toBe(reason);
    expect(comfy.accepted().length - before).toBe(count);
  });

  it.each(["drop-after", "malformed"] as const)("whose answer was lost by %s is not run twice, and can be looked up", async (kind) => {
    const submission = foxOf();
    expect(await comfy.provider.find?.(access, lost(submission))).toBeNull();
    const before = comfy.accepted().length;
    comfy.simulator.faults.add({ kind, on: "submit" });
    expect(await reasonOf(comfy.run(submission))).toBe("provider.outcome_unknown");
    expect(await comfy.provider.find?.(access, lost(submission))).toBe(submission.jobId);
    expect((await comfy.run(submission)).externalJobId).toBe(submission.jobId);
    expect(comfy.accepted().length - before).toBe(1);
  });

  it("says what the server would not take: the node, its input and why", async () => {
    comfy.simulator.faults.add({ kind: "bad-input", on: "submit" });
    const error = await comfy.run(foxOf()).catch((each: BoardsError) => each);
    expect((error as BoardsError).message).toMatch(/^CheckpointLoaderSimple \(node 4\), input ckpt_name: Value not in list \(ckpt_name: 'v1-5/);
  });

  it("says which node is not installed there", async () => {
    const submission = foxOf();
    Object.assign(submission.request.prompt as object, { 20: { class_type: "NodeThatIsNotInstalled", inputs: {} } });
    const error = await comfy.run(submission).catch((each: BoardsError) => each);
    expect(error).toMatchObject({ reason: "provider.bad_input", message: expect.stringContaining("'NodeThatIsNotInstalled' not found") });
  });

  it("shows whoever guards the server the key that is set, and tells a wrong one", async () => {
    const wrong = { ...access, apiKey: "wrong" };
    expect(await reasonOf(comfy.provider.start(wrong, foxOf()))).toBe("provider.not_configured");
    expect(comfy.provider.resultHeaders?.(wrong, `${access.baseUrl}/view?filename=a.png`)).toEqual({ authorization: "Bearer wrong" });
    expect(comfy.provider.resultHeaders?.(wrong, "http://comfyui.simulated.example/view")).toEqual({});
    expect(comfy.provider.resultHeaders?.(access, `${access.baseUrl}/view`)).toEqual({});
  });

  it.each([
    ["fail", "provider.failed", "CUDA out of memory"],
    ["refuse", "provider.content_refused", "safety system"],
  ] as const)("that ends by %s says why", async (kind, reason, words) => {
    comfy.simulator.faults.add({ kind, on: "submit" });
    const status = await comfy.provider.status(access, await comfy.run(foxOf()));
    expect(status).toMatchObject({ state: "failed", reason, message: expect.stringContaining(`KSampler (node 3): `) });
    expect(status).toMatchObject({ raw: expect.stringContaining(words) });
  });

  it.each([
    ["error-500", "provider.unavailable"],
    ["rate-limit", "provider.rate_limited"],
    ["drop-before", "provider.unavailable"],
    ["malformed", "provider.unavailable"],
    ["unknown-status", "provider.unavailable"],
  ] as const)("is left alone when its status answers %s", async (kind, reason) => {
    const handle = await comfy.run(foxOf());
    comfy.simulator.faults.add({ kind, on: "status" });
    expect(await reasonOf(comfy.provider.status(access, handle))).toBe(reason);
    expect((await comfy.provider.status(access, handle)).state).toBe("succeeded");
  });

  it("runs for as long as it takes", async () => {
    comfy.simulator.faults.add({ kind: "slow", on: "submit" });
    expect(await comfy.provider.status(access, await comfy.run(foxOf()))).toEqual({ state: "running" });
  });

  it("that the server forgot has failed", async () => {
    const handle = await comfy.run(foxOf());
    comfy.simulator.book.jobs.clear();
    expect(await comfy.provider.status(access, handle)).toMatchObject({ state: "failed", reason: "provider.failed" });
  });

  it("without a file has no outputs", async () => {
    comfy.simulator.faults.add({ kind: "no-output", on: "submit" });
    expect(outputsOf(comfy.generator, await comfy.provider.status(access, await comfy.run(foxOf())))).toEqual([]);
  });

  it("whose file is gone cannot be used", async () => {
    comfy.simulator.faults.add({ kind: "expired", on: "submit" });
    const [url] = outputsOf(comfy.generator, await comfy.provider.status(access, await comfy.run(foxOf())));
    expect(await reasonOf(comfy.bytesOf(url))).toBe("provider.result_invalid");
  });

  it.each(["wrong-type", "lying"] as const satisfies FaultKind[])("with a file of another kind (%s) hands it on as it is", async (kind) => {
    comfy.simulator.faults.add({ kind, on: "submit" });
    const [url] = outputsOf(comfy.generator, await comfy.provider.status(access, await comfy.run(foxOf())));
    expect((await comfy.bytesOf(url)).subarray(1, 4).toString()).not.toBe("PNG");
  });

  it("of a server that is not there is refused without a doubt", async () => {
    delete process.env.BOARDS_SIMULATOR_URL;
    forgetEnv();
    const away = { ...access, baseUrl: "http://127.0.0.1:9" };
    expect(await reasonOf(comfy.provider.start(away, foxOf()))).toBe("provider.unavailable");
    process.env.BOARDS_SIMULATOR_URL = comfy.simulator.url;
    forgetEnv();
  });
});
