import { choice, imageInputs, type Json, optionalWords, promptFor } from "@/lib/generators/contract/declare";
import { chatMessages } from "./chat-messages";

/** What the models of GPT-6 take. https://developers.openai.com/api/docs/models (read 2026-11-26) */
export const textFields = {
  prompt: promptFor("Ask a question or describe what to write.", { max: 100_000 }),
  images: imageInputs({ title: "Images", description: "Images to ask about, up to 10.", max: 10 }).nullish(),
  instructions: optionalWords({ title: "Instructions", description: "Tone, format and rules for the answer." }, 20_000),
  effort: choice(["none", "low", "medium", "high", "xhigh", "max"], "medium", {
    title: "Reasoning effort",
    description: "Higher thinks longer and costs more.",
    isAdvanced: true,
    wire: "reasoning_effort",
  }),
};

/** Their request: one question. */
export const asChat = ({ prompt, instructions, images, ...request }: Record<string, Json>): Record<string, Json> => ({
  ...request,
  messages: chatMessages(prompt, instructions, images),
});

/** US dollars for a million tokens, for requests of up to 272,000. */
export interface TextPrices {
  input: number;
  cached: number;
  output: number;
}

// https://developers.openai.com/api/docs/pricing (read 2026-11-26): what is written to the cache costs a quarter more.
const cacheWrite = 1.25;
const tokensOfImage = 1229;
const usualTokensOut = 2000;

/** An estimate: four letters a token, images of a megapixel, and an answer of the usual length with its thoughts. */
export const textUsd = (asked: { prompt: string; images?: string[] | null | undefined }, { input, output }: TextPrices) =>
  (input * (asked.prompt.length / 4 + tokensOfImage * (asked.images?.length ?? 0)) + output * usualTokensOut) / 1e6;

/** What was charged by OpenAI's counts; undefined without them. */
export function textBilledUsd(usage: Record<string, number>, { input, cached, output }: TextPrices): number | undefined {
  const { prompt_tokens, completion_tokens, "prompt_tokens_details.cached_tokens": read = 0 } = usage;
  if (prompt_tokens === undefined || completion_tokens === undefined) return undefined;
  const written = usage["prompt_tokens_details.cache_write_tokens"] ?? 0;
  return (input * (prompt_tokens - read - written + cacheWrite * written) + cached * read + output * completion_tokens) / 1e6;
}
