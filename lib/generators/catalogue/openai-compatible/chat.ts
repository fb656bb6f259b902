import { defineGenerator, imageInputs, type Json, modelSeed, optionalWords, promptFor, words, z } from "@/lib/generators/contract/declare";
import { chatMessages } from "../openai/chat-messages";

export const chat = defineGenerator({
  provider: "openai-compatible",
  name: "openai-compatible-chat",
  title: "Chat (your server)",
  description: "Generate text with a model on your own server, such as Ollama, LocalAI, vLLM or LiteLLM.",
  vendor: "Your server",
  task: "text-generation",
  artifactType: "text",
  endpoint: "chat.completions",
  source: { page: "https://docs.ollama.com/api/openai-compatibility", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("What you want to know or have written.", { max: 100_000 }),
    model: words({ title: "Model", description: "Name of the model on your server, such as `gemma3:4b`." }, 200),
    images: imageInputs({ title: "Images", description: "Images to ask about, for models with vision.", max: 8 }).nullish(),
    instructions: optionalWords({ title: "Instructions", description: "System prompt: how the model should answer." }, 20_000),
    temperature: z.number().min(0).max(2).nullish().meta({ title: "Temperature", description: "Higher is more varied.", group: "advanced" }),
    max_tokens: z.int().min(1).max(1_000_000).nullish().meta({ title: "Max tokens", description: "Longest answer, in tokens.", group: "advanced" }),
    seed: modelSeed(),
  }),
  request: ({ prompt, instructions, images, ...request }) => ({ ...request, messages: chatMessages(withImages(prompt, images), instructions) }),
  output: "text",
  costUsd: () => 0,
});

const withImages = (prompt: Json | undefined, images: Json | undefined): Json =>
  images ? [{ type: "text", text: prompt ?? "" }, ...(images as string[]).map((url) => ({ type: "image_url", image_url: { url } }))] : (prompt ?? "");
