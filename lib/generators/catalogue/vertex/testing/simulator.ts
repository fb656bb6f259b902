import { submit } from "@/lib/generators/catalogue/google/testing/simulator";
import { accountAnswer, type ProviderSimulator, type SimulatedAnswer, type SimulatedRequest } from "@/lib/testing/simulators/provider-simulator";
import { answers } from "./answers";

/** Who signs in here, and with what; the account `locked-out` is not let in. */
export const simulatedToken = "simulated-token";

/** Vertex AI, with a key or an account's token, and the place where accounts get one. */
export const simulator: ProviderSimulator = {
  hosts: ["aiplatform.googleapis.com", "*-aiplatform.googleapis.com", "oauth2.googleapis.com"],
  askedBy: "vertex-nano-banana-2-1",
  answers,

  async handle(request, desk) {
    if (request.host === "oauth2.googleapis.com") return token(request);
    const { "x-goog-api-key": key, authorization } = request.headers;
    if (key === "wrong") return answers["invalid-key"] ?? null;
    const ofAccount = /^\/v1beta1\/projects\/[a-z0-9-]+\/locations\/([a-z0-9-]+)\/publishers\/google\/models\/([^/:]+:\w+)$/.exec(request.path);
    const ofKey = /^\/v1beta1\/publishers\/google\/models\/([^/:]+:\w+)$/.exec(request.path);
    const host = ofAccount && ofAccount[1] !== "global" ? `${ofAccount[1]}-aiplatform.googleapis.com` : "aiplatform.googleapis.com";
    const isKnown = ofAccount ? authorization === `Bearer ${simulatedToken}` : Boolean(key);
    if (!isKnown) return answers["keys-not-taken"] ?? null;
    const endpoint = ofAccount?.[2] ?? ofKey?.[1];
    if (!endpoint || request.host !== host) return answers["model-not-found"] ?? null;
    if (endpoint.endsWith(":countTokens")) return accountAnswer(desk, request, { totalTokens: 3 });
    return submit(request, desk, endpoint, "vertex");
  },
};

/** https://developers.google.com/identity/protocols/oauth2/service-account#httprest */
function token(request: SimulatedRequest): SimulatedAnswer {
  const form = new URLSearchParams(request.body.toString());
  const [, claims = ""] = form.get("assertion")?.split(".") ?? [];
  const { iss, scope, aud } = claims ? JSON.parse(Buffer.from(claims, "base64url").toString()) : {};
  const isAsked =
    request.path === "/token" &&
    form.get("grant_type") === "urn:ietf:params:oauth:grant-type:jwt-bearer" &&
    scope === "https://www.googleapis.com/auth/cloud-platform" &&
    aud === "https://oauth2.googleapis.com/token";
  if (!isAsked) return { status: 400, body: { error: "invalid_request", error_description: "Invalid JWT" } };
  if (String(iss).startsWith("busy")) return { status: 503, body: { error: "temporarily_unavailable" } };
  if (String(iss).startsWith("locked-out")) return { status: 400, body: { error: "invalid_grant", error_description: "Invalid JWT Signature." } };
  return { body: { access_token: simulatedToken, expires_in: 3599, token_type: "Bearer" } };
}
