import type { Json } from "@/lib/generators/define-generator";

/** The fields of these that a request lacks. */
export const lacking = (required: string[], input: Record<string, Json>): string[] =>
  required.filter((field) => input[field] === undefined || input[field] === null);

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

/** What Replicate's models must be sent, by the schema on each model's API page (read 2026-11-26). */
export const requiredAtReplicate = (endpoint: string): string[] => (endpoint.startsWith("cjwbw/wav2lip") ? ["face", "audio"] : ["prompt"]);

/** What OpenAI's operations must be sent, as the types of its client have it (openai 6, read 2026-11-26). */
export const requiredAtOpenAi: Record<string, string[]> = {
  "images.generate": ["prompt"],
  "images.edit": ["image", "prompt"],
  "audio.transcriptions": ["file", "model"],
  "audio.speech": ["input", "model", "voice"],
  "chat.completions": ["messages", "model"],
};
