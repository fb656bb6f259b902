import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Simulator } from "@/lib/testing/simulators/simulator";
import type { ProviderAccess, Submission } from "../provider";
import { readPath } from "../read-path";
import { directProvidersTo, fileOf, reasonOf, simulateProviders, submissionOf } from "../testing/driver-bench";
import { chat } from "./chat";
import { image } from "./image";
import { openaiCompatible } from "./provider";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await simulateProviders();
});
afterAll(() => simulator.stop());
beforeEach(() => simulator.faults.clear());

const access: ProviderAccess = { apiKey: "simulated-key", baseUrl: "http://openai-compatible.simulated", webhookSecret: "" };
const picture = "0192aaaa-0000-7000-8000-000000000001";
const foxes = () => submissionOf(image, { prompt: "foxes", model: "flux", n: 2 });
const lastRequest = () => [...simulator.book.jobs.values()].at(-1)?.request;

async function outputsOf(submission: Submission, output: string, changed: Partial<ProviderAccess> = {}) {
  const { status, externalJobId } = await openaiCompatible.start({ ...access, ...changed }, submission);
  expect(externalJobId).toBe(submission.jobId);
  if (status?.state !== "succeeded") throw new Error(JSON.stringify(status));
  return readPath(status.result, output);
}

it("answers in words, with the model that was asked for", async () => {
  const asked = submissionOf(chat, { prompt: "Who are you?", model: "gemma3:4b", instructions: "Be brief.", temperature: 0.5 });
  expect(await outputsOf(asked, chat.output)).toEqual(["A simulated answer to: Who are you?"]);
  expect(lastRequest()).toEqual({
    model: "gemma3:4b",
    temperature: 0.5,
    messages: [
      { role: "system", content: "Be brief." },
      { role: "user", content: "Who are you?" },
    ],
  });
});

it("shows pictures within the question", async () => {
  const files = new Map([[picture, await fileOf("a.png", "image/png", "pixels")]]);
  const asked = submissionOf(chat, { prompt: "What is this?", model: "qwen3-vl:8b", images: [picture] }, { files });
  expect(await outputsOf(asked, chat.output)).toEqual(["A simulated answer to: What is this?"]);
  const url = `data:image/png;base64,${Buffer.from("pixels").toString("base64")}`;
  expect(lastRequest()?.messages).toEqual([
    {
      role: "user",
      content: [
        { type: "text", text: "What is this?" },
        { type: "image_url", image_url: { url } },
      ],
    },
  ]);
});

it("makes as many pictures as asked for, within the answer", async () => {
  const made = await outputsOf(foxes(), image.output);
  expect(made).toHaveLength(2);
  for (const each of made) expect(each).toMatch(/^data:image\/png;base64,iVBOR/);
  expect(lastRequest()).toEqual({ model: "flux", prompt: "foxes", size: "1024x1024", n: 2, response_format: "b64_json" });
});

it("leaves out the kind of answer where the server does not know it", () => {
  expect(submissionOf(image, { prompt: "x", model: "y", response_format: "unset" }).request).not.toHaveProperty("response_format");
});

it.each(["", "/v1", "/api/v1"])("takes the server's address with `%s` at its end", async (path) => {
  expect(await outputsOf(foxes(), image.output, { baseUrl: `${access.baseUrl}${path}` })).toHaveLength(2);
});

it("needs no key, and says when one is wrong", async () => {
  expect(await outputsOf(foxes(), image.output, { apiKey: "" })).toHaveLength(2);
  expect(await reasonOf(openaiCompatible.start({ ...access, apiKey: "wrong" }, foxes()))).toBe("provider.not_configured");
});

it.each([
  ["rate-limit", "provider.rate_limited", 0],
  ["error-503", "provider.unavailable", 0],
  ["error-500", "provider.failed", 0],
  ["drop-before", "provider.outcome_unknown", 0],
  ["drop-after", "provider.outcome_unknown", 1],
  ["malformed", "provider.outcome_unknown", 1],
  ["refuse", "provider.content_refused", 0],
  ["bad-input", "provider.bad_input", 0],
  ["latency", "nothing", 1],
] as const)("tells %s as %s, and calls once", async (kind, reason, accepted) => {
  const before = simulator.book.jobs.size;
  simulator.faults.add({ kind, on: "submit", ms: 50 });
  expect(await reasonOf(openaiCompatible.start(access, foxes()))).toBe(reason);
  expect(simulator.book.jobs.size - before).toBe(accepted);
});

it("says that nobody listens at an address where nobody does", async () => {
  directProvidersTo(undefined);
  expect(await reasonOf(openaiCompatible.start({ ...access, baseUrl: "http://127.0.0.1:9" }, foxes()))).toBe("provider.unavailable");
  directProvidersTo(simulator.url);
});

describe("a server of one's own", () => {
  it("costs nothing, and has no job to look up or to stop", async () => {
    expect(openaiCompatible).toMatchObject({ isOwnServer: true });
    const handle = { externalJobId: "x", endpoint: "images.generate" };
    expect(await reasonOf(openaiCompatible.status(access, handle))).toBe("provider.outcome_unknown");
    expect(await openaiCompatible.cancel(access, handle)).toBe(false);
  });

  it("is shown its key for its own files alone", () => {
    const headersFor = (url: string, apiKey = "secret") => openaiCompatible.resultHeaders?.({ ...access, apiKey }, url);
    expect(headersFor("http://openai-compatible.simulated/generated-images/1.png")).toEqual({ authorization: "Bearer secret" });
    expect(headersFor("https://elsewhere.example/1.png")).toEqual({});
    expect(headersFor("http://openai-compatible.simulated/generated-images/1.png", "")).toEqual({});
  });
});
