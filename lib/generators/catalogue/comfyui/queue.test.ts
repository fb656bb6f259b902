import { describe, expect, it } from "vitest";
import { submissionOf } from "@/lib/generators/testing/driver-bench";
import { example } from "./testing/example";
import { access, foxOf, lost, openComfyUi } from "./testing/open-comfyui";

// Slower than any test, which moves the hands of the clock itself.
const { bench, provider, run } = openComfyUi(true);

describe("a job that takes its time", () => {
  const jobOf = (id: string) => bench.accepted().find(({ request }) => request.prompt_id === id);
  const begin = (id: string) => Object.assign(jobOf(id) ?? {}, { startsAt: 0, endsAt: Date.now() + 60_000 });

  it("waits in line, runs and ends", async () => {
    const [first, second] = [await run(foxOf()), await run(submissionOf(example, { prompt: "a hen" }))];
    expect(await provider.status(access, first)).toEqual({ state: "queued", position: 0 });
    expect(await provider.status(access, second)).toEqual({ state: "queued", position: 1 });
    begin(first.externalJobId);
    expect(await provider.status(access, first)).toEqual({ state: "running" });
    expect(await provider.status(access, second)).toEqual({ state: "queued", position: 0 });
    Object.assign(jobOf(first.externalJobId) ?? {}, { endsAt: 0 });
    expect((await provider.status(access, first)).state).toBe("succeeded");
  });

  it("is found while it waits, also by servers that choose ids themselves", async () => {
    const submission = foxOf();
    await run(submission);
    expect(await provider.find?.(access, lost(submission))).toBe(submission.jobId);
    Object.assign(jobOf(submission.jobId)?.request ?? {}, { prompt_id: "an-id-of-the-server" });
    expect(await provider.find?.(access, lost(submission))).toBe("an-id-of-the-server");
    expect(await run(submission)).toMatchObject({ externalJobId: "an-id-of-the-server" });
  });

  it("is taken out of the line", async () => {
    const handle = await run(foxOf());
    expect(await provider.cancel(access, handle)).toBe(true);
    expect(jobOf(handle.externalJobId)?.cancelledAt).not.toBeNull();
    expect(await provider.cancel(access, handle)).toBe(false);
  });

  it("is interrupted, and no other one", async () => {
    const [mine, other] = [await run(foxOf()), await run(submissionOf(example, { prompt: "a hen" }))];
    begin(mine.externalJobId);
    begin(other.externalJobId);
    expect(await provider.cancel(access, mine)).toBe(true);
    expect(await provider.status(access, mine)).toEqual({ state: "cancelled" });
    expect(await provider.status(access, other)).toEqual({ state: "running" });
  });

  it("is not canceled when it is too late", async () => {
    const handle = await run(foxOf());
    Object.assign(jobOf(handle.externalJobId) ?? {}, { startsAt: 0, endsAt: 0 });
    expect(await provider.cancel(access, handle)).toBe(false);
    expect((await provider.status(access, handle)).state).toBe("succeeded");
  });
});
