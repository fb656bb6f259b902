import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { access, lost, openComfyUi, submissionOf } from "./testing/open-comfyui";

let comfy: Awaited<ReturnType<typeof openComfyUi>>;
beforeAll(async () => {
  // Slower than any test, which moves the hands of the clock itself.
  comfy = await openComfyUi(100);
});
afterAll(() => comfy.simulator.stop());

const foxOf = () => submissionOf(comfy.generator, { prompt: "a fox" });

describe("a job that takes its time", () => {
  const jobOf = (id: string) => comfy.accepted().find(({ request }) => request.prompt_id === id);
  const begin = (id: string) => Object.assign(jobOf(id) ?? {}, { startsAt: 0, endsAt: Date.now() + 60_000 });

  it("waits in line, runs and ends", async () => {
    const [first, second] = [await comfy.run(foxOf()), await comfy.run(submissionOf(comfy.generator, { prompt: "a hen" }))];
    expect(await comfy.provider.status(access, first)).toEqual({ state: "queued", position: 0 });
    expect(await comfy.provider.status(access, second)).toEqual({ state: "queued", position: 1 });
    begin(first.externalJobId);
    expect(await comfy.provider.status(access, first)).toEqual({ state: "running" });
    expect(await comfy.provider.status(access, second)).toEqual({ state: "queued", position: 0 });
    Object.assign(jobOf(first.externalJobId) ?? {}, { endsAt: 0 });
    expect((await comfy.provider.status(access, first)).state).toBe("succeeded");
  });

  it("is found while it waits, also by servers that choose ids themselves", async () => {
    const submission = foxOf();
    await comfy.run(submission);
    expect(await comfy.provider.find?.(access, lost(submission))).toBe(submission.jobId);
    Object.assign(jobOf(submission.jobId)?.request ?? {}, { prompt_id: "an-id-of-the-server" });
    expect(await comfy.provider.find?.(access, lost(submission))).toBe("an-id-of-the-server");
    expect(await comfy.run(submission)).toMatchObject({ externalJobId: "an-id-of-the-server" });
  });

  it("is taken out of the line", async () => {
    const handle = await comfy.run(foxOf());
    expect(await comfy.provider.cancel(access, handle)).toBe(true);
    expect(jobOf(handle.externalJobId)?.cancelledAt).not.toBeNull();
    expect(await comfy.provider.cancel(access, handle)).toBe(false);
  });

  it("is interrupted, and no other one", async () => {
    const [mine, other] = [await comfy.run(foxOf()), await comfy.run(submissionOf(comfy.generator, { prompt: "a hen" }))];
    begin(mine.externalJobId);
    begin(other.externalJobId);
    expect(await comfy.provider.cancel(access, mine)).toBe(true);
    expect(await comfy.provider.status(access, mine)).toEqual({ state: "cancelled" });
    expect(await comfy.provider.status(access, other)).toEqual({ state: "running" });
  });

  it("is not cancelled when it is too late", async () => {
    const handle = await comfy.run(foxOf());
    Object.assign(jobOf(handle.externalJobId) ?? {}, { startsAt: 0, endsAt: 0 });
    expect(await comfy.provider.cancel(access, handle)).toBe(false);
    expect((await comfy.provider.status(access, handle)).state).toBe("succeeded");
  });
});
