import { describe, expect, it } from "vitest";
import { BoardsError } from "@/lib/platform/errors";
import type { Provider, ProviderAccess } from "../contract/provider";
import { guardProvider } from "./guard-provider";
import { providerName } from "./provider-name";

const access: ProviderAccess = { apiKey: "sk-secret-key", webhookSecret: "whsec_secret", baseUrl: "" };
const quoted = "not sk-secret-key, nor whsec_secret";

/** A provider that quotes keys in all that it says. */
const indiscreet: Provider = {
  name: "indiscreet",
  title: "Indiscreet",
  website: "",
  variables: [],
  concurrency: 1,
  start: async (_access, { jobId }) => ({
    externalJobId: jobId,
    status: { state: "failed", reason: "provider.failed", message: quoted, raw: quoted },
  }),
  status: async () => ({ state: "failed", reason: "provider.failed", raw: quoted }),
  cancel: async () => {
    throw new BoardsError("provider.bad_input", { message: quoted, raw: quoted, field: "x", retryAfterSeconds: 3, cause: new Error(quoted) });
  },
  find: async () => {
    throw new Error("found nothing", { cause: new Error(quoted) });
  },
  verifyWebhook: async () => {
    throw new BoardsError("provider.webhook_refused");
  },
  resultHeaders: ({ apiKey }) => ({ authorization: apiKey }),
};
const discreet = guardProvider(indiscreet);
const job = { externalJobId: "1", endpoint: "e" };
const submission = { jobId: "1", endpoint: "e", artifactType: "image" as const, request: {}, files: new Map(), webhookUrl: null };
const cut = "not [key], nor [key]";

describe("a driver that says what is no text", () => {
  const broken = "bad \0 thing \ud83d Cafe\u0301";
  const clean = "bad  thing \ufffd Café";

  it("is heard with clean text, in what it answers and in what it throws", async () => {
    const guarded = guardProvider({
      ...indiscreet,
      status: async () => ({ state: "succeeded", result: { [broken]: [broken] } }),
      cancel: async () => {
        throw new Error(broken);
      },
    });
    expect(await guarded.status(access, job)).toEqual({ state: "succeeded", result: { [clean]: [clean] } });
    await expect(guarded.cancel(access, job)).rejects.toMatchObject({ raw: `Error: ${clean}` });
  });
});

describe("a driver that quotes keys", () => {
  it("is heard without them, in what it answers", async () => {
    expect(await discreet.start(access, submission)).toMatchObject({ externalJobId: "1", status: { message: cut, raw: cut } });
    expect(await discreet.status(access, job)).toEqual({
      state: "failed",
      reason: "provider.failed",
      message: "Indiscreet couldn't complete this request.",
      raw: cut,
    });
  });

  it("and in what it throws, causes included", async () => {
    const error = await discreet.cancel(access, job).catch((thrown) => thrown);
    expect(error).toMatchObject({ reason: "provider.bad_input", message: cut, raw: cut, field: "x", retryAfterSeconds: 3 });
    expect(error.cause).toBeUndefined();
    const plain = await discreet.find?.(access, { ...submission, startedAt: new Date(), isOurs: async () => false }).catch((thrown: Error) => thrown);
    expect(plain).toMatchObject({ reason: "provider.unavailable", raw: "Error: found nothing" });
    expect((plain as Error).cause).toBeUndefined();
  });

  it("throws rows of the error table only: a start that nobody understands may have cost money", async () => {
    const broken = async () => {
      throw new SyntaxError("Unexpected end of JSON input");
    };
    const provider = guardProvider({ ...indiscreet, start: broken, status: broken, verifyWebhook: broken });
    await expect(provider.start(access, submission)).rejects.toMatchObject({ reason: "provider.outcome_unknown" });
    await expect(provider.status(access, job)).rejects.toMatchObject({ reason: "provider.unavailable", raw: expect.stringContaining("JSON") });
    const call = provider.verifyWebhook?.(access, { headers: new Headers(), body: "" });
    await expect(call).rejects.toMatchObject({ reason: "provider.webhook_refused" });
  });

  it("keeps what holds none, and what it does not have", async () => {
    const error = new BoardsError("provider.rate_limited", { message: "Slow down." });
    const other = guardProvider({
      ...indiscreet,
      status: async () => {
        throw error;
      },
    });
    await expect(other.status(access, job)).rejects.toBe(error);
    expect(discreet.upload).toBeUndefined();
    expect(discreet.resultHeaders?.(access, "https://x.test")).toEqual({ authorization: "sk-secret-key" });
  });

  it("cuts out parts of a key that is a document, as a service account's, and leaves the rest of it alone", async () => {
    const lines = ["MIIEvQIBADANBgkqhkiG9w0BAQEFAASC", "BKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj"];
    const account = {
      client_email: "boards@project.iam.gserviceaccount.com",
      private_key_id: "0123456789abcdef",
      private_key: `-----BEGIN PRIVATE KEY-----\n${lines.join("\n")}\n-----END PRIVATE KEY-----\n`,
    };
    const raw = `bad key ${lines[1]} (id 0123456789abcdef) of boards@project.iam.gserviceaccount.com: ${JSON.stringify(account.private_key)}`;
    const other = guardProvider({ ...indiscreet, status: async () => ({ state: "failed", reason: "provider.failed", raw }) });
    const answer = await other.status({ ...access, apiKey: JSON.stringify(account) }, job);
    expect(answer).toMatchObject({ raw: expect.stringContaining("bad key [key] (id [key]) of boards@project.iam.gserviceaccount.com") });
    for (const line of lines) expect(JSON.stringify(answer)).not.toContain(line);
  });

  it.each([
    [`${providerName} rejected these inputs.`, "Indiscreet rejected these inputs."],
    [
      `Diese Eingaben hat ${providerName} abgelehnt: ${providerName} sagt nicht warum.`,
      "Diese Eingaben hat Indiscreet abgelehnt: Indiscreet sagt nicht warum.",
    ],
    ["The provider said $& and {words}.", "The provider said $& and {words}."],
  ])("has its name in a sentence where the driver left a place for it: %s", async (message, said) => {
    const failing = guardProvider({
      ...indiscreet,
      status: async () => ({ state: "failed", reason: "provider.failed", message }),
      cancel: async () => {
        throw new BoardsError("provider.bad_input", { message });
      },
    });
    expect(await failing.status(access, job)).toMatchObject({ message: said });
    await expect(failing.cancel(access, job)).rejects.toMatchObject({ message: said });
  });

  it.each([
    "bad_input",
    "rate_limited",
    "unavailable",
    "timed_out",
    "model_gone",
    "no_credit",
    "content_refused",
    "failed",
    "not_configured",
  ] as const)("has its name in the usual sentence of provider.%s", async (row) => {
    const failing = guardProvider({
      ...indiscreet,
      cancel: async () => {
        throw new BoardsError(`provider.${row}`);
      },
    });
    await expect(failing.cancel(access, job)).rejects.toMatchObject({ message: expect.stringContaining("Indiscreet") });
  });

  it("leaves words alone that are too short for a key", async () => {
    const short = { apiKey: "nor", webhookSecret: "", baseUrl: "" };
    expect(await discreet.status(short, job)).toMatchObject({ raw: quoted });
  });
});
