import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { transport } from "./transport";

vi.mock("../contract/simulation", () => ({ simulatorUrl: () => undefined }));

const address = "https://provider.test/jobs";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const answering = (answer: typeof fetch) => vi.stubGlobal("fetch", answer);

it("leaves no clock running behind a call, however it ends", async () => {
  answering(async () => Response.json({ id: 1 }));
  const answer = await transport()(address);
  expect(vi.getTimerCount()).toBe(1);
  expect(await answer.json()).toEqual({ id: 1 });
  expect(vi.getTimerCount()).toBe(0);

  answering(async () => new Response(null, { status: 204 }));
  await transport()(address);
  answering(async () => Response.json({ detail: "no" }, { status: 422 }));
  await expect(transport()(address)).rejects.toMatchObject({ reason: "provider.bad_input" });
  answering(async () => {
    throw new TypeError("fetch failed");
  });
  await expect(transport()(address)).rejects.toMatchObject({ reason: "provider.unavailable" });
  expect(vi.getTimerCount()).toBe(0);
});

it("breaks off an answer that is not there whole when its time is over", async () => {
  answering(async (_, init) => {
    const body = new ReadableStream({
      start: (controller) => init?.signal?.addEventListener("abort", () => controller.error(init.signal?.reason)),
    });
    return new Response(body);
  });
  const answer = await transport({ timeoutSeconds: 20 })(address);
  const text = answer.text();
  vi.advanceTimersByTime(20_000);
  await expect(text).rejects.toMatchObject({ name: "TimeoutError" });
});
