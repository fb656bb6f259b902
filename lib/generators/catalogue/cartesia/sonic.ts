import { decimal, optionalWords, outputFormat, words, wordsOr, z } from "@/lib/generators/contract/declare";
import type { Json } from "@/lib/generators/contract/define-generator";

/** What the Sonic models take: https://docs.cartesia.ai/api-reference/tts/bytes (read 2026-11-26) */
export const speechInput = z.object({
  text: words({ title: "Text", description: "What is said.", format: "textarea", wire: "transcript" }, 10_000),
  voice: wordsOr(
    "f786b574-daa5-4673-aa0c-cbe3e8534c02",
    { title: "Voice", description: "The id of a voice at https://play.cartesia.ai/voices, or of one of your own.", wire: "voice.id" },
    100,
  ),
  language: optionalWords({ title: "Language", description: "Two letters, as in `en`; empty is the voice's own.", omit: [""] }, 10),
  speed: decimal(0.6, 1.5, 1, { title: "Speed", description: "1 is as usual.", wire: "generation_config.speed" }),
  volume: decimal(0.5, 2, 1, { title: "Volume", description: "1 is as usual.", isAdvanced: true, wire: "generation_config.volume" }),
  output_format: outputFormat(["mp3", "wav"], "mp3"),
});

const formats: Record<string, Json> = {
  mp3: { container: "mp3", sample_rate: 44_100, bit_rate: 128_000 },
  wav: { container: "wav", encoding: "pcm_s16le", sample_rate: 44_100 },
};

export const withFormat = (request: Record<string, Json>): Record<string, Json> => ({
  ...request,
  output_format: formats[String(request.output_format)] ?? null,
});

export const speechSource = {
  page: "https://docs.cartesia.ai/pricing",
  readOn: "2026-11-26",
  unverified: "A character is about one credit; what a credit costs depends on the plan: 0.00004 dollars is that of Pro, 4 dollars for 100,000",
};

export const speechUsd = ({ text }: { text: string }) => text.length * 0.00004;
