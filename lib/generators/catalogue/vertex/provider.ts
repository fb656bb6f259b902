import type { GoogleGenAI } from "@google/genai";
import type { JWT } from "google-auth-library";
import type { Provider } from "@/lib/generators/contract/provider";
import { type RefusalRule, transport } from "@/lib/generators/transport/transport";
import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";
import { readContent, refusalWords } from "../google/answers";
import { placedFiles } from "../google/placed-files";
import { sorted } from "../google/provider";
import { readCredentials, type ServiceAccount, unreadable } from "./credentials";
import * as models from "./models";

const callSeconds = 600;
const scope = "https://www.googleapis.com/auth/cloud-platform";

const notEnabled = say("reasons.provider.vertex.notEnabled");
const noBilling = say("reasons.provider.vertex.noBilling");
const notAllowed = say("reasons.provider.vertex.noRole");
const notThere = say("reasons.provider.vertex.noModel");

/**
 * What Vertex AI's refusals mean: https://cloud.google.com/vertex-ai/generative-ai/docs/model-reference/api-errors (read 2026-11-26), and the
 * reasons of https://github.com/googleapis/googleapis/blob/master/google/api/error_reason.proto, which all of Google Cloud gives.
 */
const rules: RefusalRule[] = [
  {
    status: [400, 401, 403],
    says: /API_KEY_INVALID|API key (not valid|expired)|API keys are not supported/i,
    reason: "provider.not_configured",
  },
  { status: [403], code: ["SERVICE_DISABLED"], reason: "provider.not_configured", message: notEnabled },
  { status: [403], says: /BILLING_DISABLED|requires billing/i, reason: "provider.not_configured", message: noBilling },
  { status: [403], says: /IAM_PERMISSION_DENIED|aiplatform\.endpoints\.predict/, reason: "provider.not_configured", message: notAllowed },
  { status: [404], reason: "provider.model_gone", message: notThere },
  // It may have been made all the same.
  { status: [499], reason: "provider.outcome_unknown" },
  { status: [400], says: refusalWords, reason: "provider.content_refused" },
];

/** What Google says of a service account: https://developers.google.com/identity/protocols/oauth2/service-account#error-codes (read 2026-11-26) */
const tokenRules: RefusalRule[] = [{ status: [400, 401, 403], reason: "provider.not_configured" }];

/** Google's models in a project of one's own at Google Cloud. https://cloud.google.com/vertex-ai/generative-ai/docs (read 2026-11-26) */
export const vertex: Provider = {
  name: "vertex",
  title: "Google Vertex AI",
  website: "https://console.cloud.google.com/iam-admin/serviceaccounts",
  billingPage: "https://console.cloud.google.com/billing",
  variables: [
    {
      name: "GOOGLE_VERTEX_CREDENTIALS",
      holds: "apiKey",
      description: 'The JSON of a service account\'s key, in one line, or an express-mode API key. A "location" in the JSON replaces "global".',
    },
  ],
  models,
  concurrency: 10,
  callSeconds,

  async start({ apiKey }, submission) {
    const [model = "", method = ""] = submission.endpoint.split(":");
    const request = await placedFiles(submission, method);
    const { models } = await client(apiKey, true);
    // One call, however long the answer.
    const config = { ...(request.config as object | undefined), automaticContinuation: false };
    const asked = models.generateContent({ ...request, model, config } as unknown as Parameters<typeof models.generateContent>[0]);
    return { externalJobId: submission.jobId, status: readContent(await sorted(asked, "provider.outcome_unknown")) };
  },

  status: async () => {
    throw new BoardsError("provider.outcome_unknown");
  },
  cancel: async () => false,

  // https://cloud.google.com/vertex-ai/generative-ai/docs/multimodal/get-token-count: counting is free; Google tells no balance.
  async testKey({ apiKey }) {
    const { models } = await client(apiKey, false);
    await sorted(models.countTokens({ model: "gemini-3.8-flash", contents: "A red circle" }), "provider.unavailable");
    return {};
  },
};

/** Signed in, so that whatever fails afterwards is the call's. Nothing is taken from Google's own variables of the environment. */
async function client(key: string, isBillable: boolean): Promise<GoogleGenAI> {
  const credentials = readCredentials(key);
  const { GoogleGenAI } = await import("@google/genai");
  const fetch = transport({ isBillable, rules, timeoutSeconds: isBillable ? callSeconds : 20 });
  if ("apiKey" in credentials)
    return new GoogleGenAI({ vertexai: true, apiKey: credentials.apiKey, apiVersion, httpOptions: { baseUrl: addressOf("global"), fetch } });
  const { project, location } = credentials;
  const authClient = await signedIn(credentials);
  return new GoogleGenAI({
    vertexai: true,
    project,
    location,
    apiVersion,
    googleAuthOptions: { authClient },
    httpOptions: { baseUrl: addressOf(location), fetch },
  });
}

// The client's own choice, whatever the environment says.
const apiVersion = "v1beta1";

/** https://cloud.google.com/vertex-ai/generative-ai/docs/learn/locations (read 2026-11-26); "us" and "eu" are many regions together. */
export function addressOf(location: string): string {
  if (location === "global") return "https://aiplatform.googleapis.com";
  return location.includes("-") ? `https://${location}-aiplatform.googleapis.com` : `https://aiplatform.${location}.rep.googleapis.com`;
}

async function signedIn({ email, privateKey }: ServiceAccount): Promise<JWT> {
  const { JWT } = await import("google-auth-library");
  const fetchImplementation = transport({ rules: tokenRules });
  const jwt = new JWT({ email, key: privateKey, scopes: [scope], transporterOptions: { fetchImplementation } });
  await sorted(jwt.authorize(), "provider.unavailable").catch((error: BoardsError) => {
    // Node's word for a key that cannot be read.
    const isUnreadable = /_OSSL_/.test(String((error.cause as { code?: string } | undefined)?.code));
    throw isUnreadable ? new BoardsError("provider.not_configured", { message: unreadable }) : error;
  });
  return jwt;
}
