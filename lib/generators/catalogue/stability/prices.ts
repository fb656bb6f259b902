/**
 * Credits for a result, by the endpoint and for Stable Diffusion by the model. https://platform.stability.ai/docs/api-reference names them
 * at every endpoint, and https://stability.ai/api-pricing-update-25 those of the upscaler (read 2026-11-26).
 */
const credits: Record<string, number> = {
  "stable-image/generate/ultra": 8,
  "stable-image/generate/core": 3,
  "sd3.5-large": 6.5,
  "sd3.5-large-turbo": 4,
  "sd3.5-medium": 3.5,
  "sd3.5-flash": 2.5,
  "stable-image/upscale/fast": 2,
  // https://platform.stability.ai/pricing, as others read it on 2026-09-03.
  "audio/stable-audio/text-to-audio": 26,
};

const creditUsd = 0.01;

/** Dollars for one result of an endpoint or model; 0 for one that is not known. */
export const usdOf = (endpointOrModel: string): number => (credits[endpointOrModel] ?? 0) * creditUsd;
