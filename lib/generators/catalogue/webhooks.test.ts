import { describe, expect, it } from "vitest";
import { simulatedWebhookSecret } from "@/lib/generators/provider-keys/provider-access";
import { openBench, plainSubmission, providerOf, reasonOf, access as usualAccess } from "../testing/driver-bench";
import { simulator as falSimulator, signedByFal } from "./fal/testing/simulator";
import { simulator as kieSimulator } from "./kie/testing/simulator";
import { simulator as replicateSimulator } from "./replicate/testing/simulator";

const bench = openBench();
const access = { ...usualAccess, webhookSecret: simulatedWebhookSecret };
const headerNames = {
  fal: { signature: "x-fal-webhook-signature", timestamp: "x-fal-webhook-timestamp" },
  kie: { signature: "x-webhook-signature", timestamp: "x-webhook-timestamp" },
  replicate: { signature: "webhook-signature", timestamp: "webhook-timestamp" },
};

describe("webhooks", () => {
  it.each([
    ["fal", falSimulator, "fal-ai/flux-2-pro", "00"],
    ["kie", kieSimulator, "veo", "00"],
    ["replicate", replicateSimulator, "black-forest-labs/flux-1.1-pro", "v1,AAAA"],
  ] as const)("of %s are believed by their signature alone", async (name, simulated, endpoint, wrongSignature) => {
    const provider = providerOf(name);
    const { externalJobId } = await provider.start(access, plainSubmission(endpoint, "image"));
    const desk = { book: bench.simulator.book, result: () => ({}), resultUrls: () => ["https://files.example/1"] };
    const { headers, body } = (await simulated.webhook?.(bench.lastJob(), desk as never)) ?? { headers: {}, body: "" };
    const verify = (changed: Record<string, string>, text = body) =>
      provider.verifyWebhook?.(access, { headers: new Headers({ ...headers, ...changed }), body: text });
    const { signature, timestamp } = headerNames[name];
    expect(await verify({})).toEqual({ externalJobId });
    expect(await reasonOf(verify({ [signature]: wrongSignature }))).toBe("provider.webhook_refused");
    expect(await reasonOf(verify({ [timestamp]: "1000" }))).toBe("provider.webhook_refused");
    expect(await reasonOf(verify({}, body.replaceAll(externalJobId, crypto.randomUUID())))).toBe("provider.webhook_refused");
    // Kie signs the id and the time alone.
    if (name !== "kie") expect(await reasonOf(verify({}, `${body} `))).toBe("provider.webhook_refused");
    expect(await reasonOf(provider.verifyWebhook?.(access, { headers: new Headers(), body }))).toBe("provider.webhook_refused");
  });

  it("of fal expire", async () => {
    const body = "{}";
    const headers = new Headers(signedByFal("r", body, Math.floor(Date.now() / 1000) - 3600));
    expect(await reasonOf(providerOf("fal").verifyWebhook?.(access, { headers, body }))).toBe("provider.webhook_refused");
  });
});
