import { defineGenerator, imageInputs, type Json, modelSeed, optionalWords, promptFor, words, z } from "../declare";
import { chatMessages } from "../openai/chat-messages";

export const chat = defineGenerator({
  provider: "openai-compatible",
  name: "openai-compatible-chat",
  title: "Chat (your server)",
  description: "Answers a prompt in words, with a model on a server of your own: Ollama, LocalAI, vLLM, LiteLLM …",
  vendor: "Your server",
  task: "text-generation",
  artifactType: "text",
  endpoint: "chat.completions",
  source: { page: "https://docs.ollama.com/api/openai-compatibility", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("What you want to know or have written.", { max: 100_000 }),
    model: words({ title: "Model", description: "As the server names it, for example `gemma3:4b`." }, 200),
    images: imageInputs({ title: "Images", description: "What the prompt is about, for models that can see.", max: 8 }).nullish(),
    instructions: optionalWords({ title: "Instructions", description: "How to answer." }, 20_000),
    temperature: z.number().min(0).max(2).nullish().meta({ title: "Temperature", description: "Higher is less predictable.", group: "advanced" }),
    max_tokens: z.int().min(1).max(1_000_000).nullish().meta({ title: "Length", description: "At most, in tokens.", group: "advanced" }),
    seed: modelSeed(),
  }),
  request: ({ prompt, instructions, images, ...request }) => ({ ...request, messages: chatMessages(withPictures(prompt, images), instructions) }),
  output: "text",
  costUsd: () => 0,
});

const withPictures = (prompt: Json | undefined, images: Json | undefined): Json =>
  images ? [{ type: "text", text: prompt ?? "" }, ...(images as string[]).map((url) => ({ type: "image_url", image_url: { url } }))] : (prompt ?? "");
