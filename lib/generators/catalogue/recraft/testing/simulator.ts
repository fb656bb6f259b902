import type { Json } from "@/lib/generators/contract/define-generator";
import { accountAnswer, faultAfter, faultBefore, type ProviderSimulator, type SimulatedAnswer } from "@/lib/testing/simulators/provider-simulator";
import { answers } from "./answers";

/** Recraft's images, all within the call: https://www.recraft.ai/docs/api-reference/endpoints */
export const simulator: ProviderSimulator = {
  hosts: ["external.api.recraft.ai"],
  askedBy: "recraft-v4-1",
  answers,

  async handle(request, desk) {
    const { method, path, headers } = request;
    const key = headers.authorization;
    if (!key || key === "Bearer wrong") return { status: 401, body: "request unauthorized" };
    if (path === "/v1/users/me")
      return accountAnswer(desk, request, { id: "u_1", email: "designer@example.com", credits: key === "Bearer empty" ? 0 : 184_250 });
    if (key === "Bearer empty") return refused("not_enough_credits", "Not enough credits");
    const endpoint = path.replace("/v1/", "");
    const needed = needs[endpoint];
    if (method !== "POST" || !needed) return null;
    const input = request.json();
    const fault = desk.submitFault(request, input);
    const before = await faultBefore(fault);
    if (before) return before;
    const missing = needed.find((field) => input[field] === undefined);
    if (missing) return refused("bad_request", `${missing} is required`);
    if (input.image_url !== undefined && !/^(data:image\/[a-z]+;base64,|https:)/.test(String(input.image_url)))
      return refused("bad_request", "image_url is no address");
    if (fault?.kind === "bad-input") return refused("invalid_prompt", "This prompt is not accepted");
    if (fault?.kind === "refuse") return refused("moderation", "The prompt was rejected by content moderation");
    const job = desk.accept({ provider: "recraft", endpoint }, request, input, null, fault);
    if (!job) return { status: 404, body: "404 page not found" };
    await desk.book.ended(job);
    const after = faultAfter(fault);
    if (after) return after;
    if (fault?.kind === "fail") return { status: 500, body: "internal server error" };
    const images = fault?.kind === "no-output" ? [] : desk.resultUrls(job).map((url) => ({ image_id: crypto.randomUUID(), url }));
    const made: Record<string, Json> = endpoint === "images/crispUpscale" ? { image: images[0] ?? {} } : { data: images };
    return { body: { created: Math.floor(Date.now() / 1000), credits: unitsOf(endpoint, input), ...made } };
  },
};

/** What each endpoint must be sent. */
const needs: Record<string, string[]> = {
  "images/generations": ["prompt"],
  "images/imageToImage": ["prompt", "image_url", "strength"],
  "images/crispUpscale": ["image_url"],
};

const refused = (code: string, message: string): SimulatedAnswer => ({ status: 400, body: { code, message } });

function unitsOf(endpoint: string, { model, n }: Record<string, Json>): number {
  if (endpoint === "images/crispUpscale") return 4;
  const units: Record<string, number> = { recraftv4_1: 35, recraftv4_1_pro: 210, recraftv4_1_flash: 7 };
  return (units[String(model)] ?? 35) * Number(n ?? 1);
}
