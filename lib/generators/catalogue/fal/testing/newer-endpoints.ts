/** Endpoints newer than fal's client (1.10.1), by what must be sent as fal's pages say it, or others who quote them: https://fal.ai/models/<endpoint>/llms.txt (read 2026-11-26). */
const ofText = [
  "alibaba/happy-horse/v1.1/text-to-video",
  "alibaba/qwen-image-3/text-to-image",
  "alibaba/wan-3.0-prime/text-to-video",
  "alibaba/wan-3.0/text-to-video",
  "blackforestlabs/flux-3/text-to-image",
  "blackforestlabs/flux-3/text-to-video",
  "bytedance/seedance-2.0/text-to-video",
  "bytedance/seedance-2.5/reference-to-video",
  "bytedance/seedance-2.5/text-to-video",
  "bytedance/seedream/v5/lite/text-to-image",
  "bytedance/seedream/v5/pro/text-to-image",
  "fal-ai/kling-video/v3/turbo/pro/text-to-video",
  "fal-ai/recraft/v4.1/text-to-image",
  "google/gemini-omni-flash/v1.1/text-to-video",
  "google/nano-banana-2.1",
  "google/nano-banana-2.1/edit",
  "ideogram/v4.5",
  "lightricks/ltx-2.5/text-to-video/fast",
  "lightricks/ltx-2.5/text-to-video/pro",
  "minimax/h3-max/image-to-video",
  "minimax/h3-max/text-to-video",
  "minimax/h3/image-to-video",
  "minimax/h3/reference-to-video",
  "minimax/h3/text-to-video",
  "openai/gpt-image-2",
  "openai/gpt-image-2.5/flare/text-to-image",
  "openai/gpt-image-2.5/sunburst/text-to-image",
  "xai/grok-imagine-image/v2.0/text-to-image",
];
const ofImages = [
  "alibaba/qwen-image-3/edit",
  "blackforestlabs/flux-3/edit-image",
  "bytedance/seedream/v5/lite/edit",
  "bytedance/seedream/v5/pro/edit",
  "openai/gpt-image-2.5/flare/edit",
  "openai/gpt-image-2.5/sunburst/edit",
  "openai/gpt-image-2/edit",
  "xai/grok-imagine-image/v2.0/edit",
];
const ofImage = [
  "bytedance/seedance-2.0/image-to-video",
  "bytedance/seedance-2.5/image-to-video",
  "fal-ai/kling-video/v3/turbo/pro/image-to-video",
  "google/gemini-omni-flash/v1.1/image-to-video",
  "ideogram/v4.5/edit",
  "lightricks/ltx-2.5/image-to-video/pro",
];

const all = (endpoints: string[], required: string[]): [endpoint: string, required: string[]][] => endpoints.map((endpoint) => [endpoint, required]);

/** What must be sent to endpoints that fal's client does not list yet. */
export const requiredAtNewer = new Map([
  ...all(ofText, ["prompt"]),
  ...all(ofImages, ["prompt", "image_urls"]),
  ...all(ofImage, ["prompt", "image_url"]),
]);
