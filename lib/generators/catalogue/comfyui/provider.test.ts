import { describe, expect, it } from "vitest";
import type { Json } from "@/lib/generators/contract/define-generator";
import { outputsOf, reasonOf, submissionOf } from "@/lib/generators/testing/driver-bench";
import type { FaultKind } from "@/lib/testing/simulators/faults";
import { example } from "./testing/example";
import { access, foxOf, lost, openComfyUi } from "./testing/open-comfyui";

const { bench, provider, run, bytesOf } = openComfyUi();
describe("a job", () => {
  it("goes in with the inputs in their places, and comes out as files on the server that cost nothing", async () => {
    const handle = await run(submissionOf(example, { prompt: "a fox", steps: 30, num_images: 2, seed: 7, width: 512, sampler: "uni_pc" }));
    const workflow = bench.lastJob().request.workflow as Record<string, { inputs: Record<string, Json> }>;
    expect(workflow["6"]?.inputs).toEqual({ clip: ["4", 1], text: "a fox" });
    expect(workflow["7"]?.inputs.text).toBe("blurry, watermark");
    expect(workflow["3"]?.inputs).toMatchObject({ seed: 7, steps: 30, cfg: 7, sampler_name: "uni_pc", scheduler: "normal", model: ["4", 0] });
    expect(workflow["5"]?.inputs).toEqual({ width: 512, height: 512, batch_size: 2 });
    const status = await provider.status(access, handle);
    expect(status).toMatchObject({ state: "succeeded", billedUsd: 0 });
    const urls = outputsOf(status, example);
    expect(urls).toHaveLength(2);
    expect(urls[0]).toMatch(/^http:\/\/comfyui\.simulated\/view\?filename=\S+\.png&subfolder=&type=output$/);
    expect((await bytesOf(urls[1])).subarray(1, 4).toString()).toBe("PNG");
  });

  it("is known under our own id", async () => {
    const submission = foxOf();
    expect((await run(submission)).externalJobId).toBe(submission.jobId);
  });

  it.each(["drop-after", "malformed"] as const)("whose answer was lost by %s is not run twice, and can be looked up", async (kind) => {
    const submission = foxOf();
    expect(await provider.find?.(access, lost(submission))).toBeNull();
    const before = bench.accepted().length;
    bench.simulator.faults.add({ kind, on: "submit" });
    expect(await reasonOf(run(submission))).toBe("provider.outcome_unknown");
    expect(await provider.find?.(access, lost(submission))).toBe(submission.jobId);
    expect((await run(submission)).externalJobId).toBe(submission.jobId);
    expect(bench.accepted().length - before).toBe(1);
  });

  it("says what the server would not take: the node, its input and why", async () => {
    bench.simulator.faults.add({ kind: "bad-input", on: "submit" });
    await expect(run(foxOf())).rejects.toThrow(/^CheckpointLoaderSimple \(node 4\), input ckpt_name: Value not in list \(ckpt_name: 'v1-5/);
  });

  it("says which node is not installed there", async () => {
    const submission = foxOf();
    Object.assign(submission.request.prompt as object, { 20: { class_type: "NodeThatIsNotInstalled", inputs: {} } });
    await expect(run(submission)).rejects.toMatchObject({
      reason: "provider.bad_input",
      message: expect.stringContaining("'NodeThatIsNotInstalled' not found"),
    });
  });

  it("shows whoever guards the server the key that is set, and nobody else", async () => {
    const wrong = { ...access, apiKey: "wrong" };
    expect(provider.resultHeaders?.(wrong, `${access.baseUrl}/view?filename=a.png`)).toEqual({ authorization: "Bearer wrong" });
    expect(provider.resultHeaders?.(wrong, "http://comfyui.simulated.example/view")).toEqual({});
    expect(provider.resultHeaders?.(access, `${access.baseUrl}/view`)).toEqual({});
  });

  it("runs for as long as it takes", async () => {
    bench.simulator.faults.add({ kind: "slow", on: "submit" });
    expect(await provider.status(access, await run(foxOf()))).toEqual({ state: "running" });
  });

  it("that the server forgot has failed", async () => {
    const handle = await run(foxOf());
    bench.simulator.book.jobs.clear();
    expect(await provider.status(access, handle)).toMatchObject({ state: "failed", reason: "provider.failed" });
  });

  it("whose file is gone cannot be used", async () => {
    bench.simulator.faults.add({ kind: "expired", on: "submit" });
    const [url] = outputsOf(await provider.status(access, await run(foxOf())), example);
    expect(await reasonOf(bytesOf(url))).toBe("provider.result_invalid");
  });

  it.each(["wrong-type", "lying"] as const satisfies FaultKind[])("with a file of another kind (%s) hands it on as it is", async (kind) => {
    bench.simulator.faults.add({ kind, on: "submit" });
    const [url] = outputsOf(await provider.status(access, await run(foxOf())), example);
    expect((await bytesOf(url)).subarray(1, 4).toString()).not.toBe("PNG");
  });
});
