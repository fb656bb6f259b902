import { describe, expect, it } from "vitest";
import type { ProviderAccess, Submission } from "@/lib/generators/contract/provider";
import { fileOf, openBench, outputsOf, submissionOf, access as usualAccess } from "@/lib/generators/testing/driver-bench";
import { chat } from "./chat";
import { image } from "./image";
import { openaiCompatible } from "./provider";

const bench = openBench();
const access = { ...usualAccess, baseUrl: "http://openai-compatible.simulated" };
const picture = "0192aaaa-0000-7000-8000-000000000001";
const foxes = () => submissionOf(image, { prompt: "foxes", model: "flux", n: 2 });
const lastRequest = () => bench.lastJob().request;

async function madeBy(submission: Submission, generator: { output: string }, changed: Partial<ProviderAccess> = {}) {
  const { status, externalJobId } = await openaiCompatible.start({ ...access, ...changed }, submission);
  expect(externalJobId).toBe(submission.jobId);
  return outputsOf(status, generator);
}

it("answers in words, with the model that was asked for", async () => {
  const asked = submissionOf(chat, { prompt: "Who are you?", model: "gemma3:4b", instructions: "Be brief.", temperature: 0.5 });
  expect(await madeBy(asked, chat)).toEqual(["A simulated answer to: Who are you?"]);
  expect(lastRequest()).toEqual({
    model: "gemma3:4b",
    temperature: 0.5,
    messages: [
      { role: "system", content: "Be brief." },
      { role: "user", content: "Who are you?" },
    ],
  });
});

it("shows images within the question", async () => {
  const files = new Map([[picture, await fileOf("a.png", "image/png", "pixels")]]);
  const asked = submissionOf(chat, { prompt: "What is this?", model: "qwen3-vl:8b", images: [picture] }, { files });
  expect(await madeBy(asked, chat)).toEqual(["A simulated answer to: What is this?"]);
  const url = `data:image/png;base64,${Buffer.from("pixels").toString("base64")}`;
  expect(lastRequest().messages).toEqual([
    {
      role: "user",
      content: [
        { type: "text", text: "What is this?" },
        { type: "image_url", image_url: { url } },
      ],
    },
  ]);
});

it("makes as many images as asked for, within the answer", async () => {
  const made = await madeBy(foxes(), image);
  expect(made).toHaveLength(2);
  for (const each of made) expect(each).toMatch(/^data:image\/png;base64,iVBOR/);
  expect(lastRequest()).toEqual({ model: "flux", prompt: "foxes", size: "1024x1024", n: 2, response_format: "b64_json" });
});

it("leaves out the kind of answer where the server does not know it", () => {
  expect(submissionOf(image, { prompt: "x", model: "y", response_format: "unset" }).request).not.toHaveProperty("response_format");
});

it.each(["", "/v1", "/api/v1"])("takes the server's address with `%s` at its end", async (path) => {
  expect(await madeBy(foxes(), image, { baseUrl: `${access.baseUrl}${path}` })).toHaveLength(2);
});

it("needs no key", async () => {
  expect(await madeBy(foxes(), image, { apiKey: "" })).toHaveLength(2);
});

describe("a server of one's own", () => {
  it("is told from a provider that takes money", () => {
    expect(openaiCompatible).toMatchObject({ isOwnServer: true });
  });

  it("is shown its key for its own files alone", () => {
    const headersFor = (url: string, apiKey = "secret") => openaiCompatible.resultHeaders?.({ ...access, apiKey }, url);
    expect(headersFor("http://openai-compatible.simulated/generated-images/1.png")).toEqual({ authorization: "Bearer secret" });
    expect(headersFor("https://elsewhere.example/1.png")).toEqual({});
    expect(headersFor("http://openai-compatible.simulated/generated-images/1.png", "")).toEqual({});
  });
});
