import type { Json } from "@/lib/generators/contract/define-generator";

/** What Kie's endpoints must be sent: https://docs.kie.ai/suno-api/generate-music, …/generate-sounds, …/veo3-api/generate-veo-3-video, …/runway-api/generate-aleph-video (read 2026-11-26). */
export function requiredAtKie(endpoint: string, input: Record<string, Json>): string[] {
  if (endpoint === "suno:") {
    const custom = input.instrumental === false ? ["style", "title", "prompt"] : ["style", "title"];
    return ["customMode", "instrumental", "model", "callBackUrl", ...(input.customMode === true ? custom : ["prompt"])];
  }
  if (endpoint === "suno:sounds") return ["prompt", "model"];
  if (endpoint === "aleph") return ["prompt", "videoUrl"];
  if (/edit$/.test(endpoint)) return ["prompt", endpoint.includes("qwen2") ? "image_url" : "image_urls"];
  return ["prompt"];
}
