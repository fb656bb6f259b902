import { choice } from "@/lib/generators/contract/declare";

/** How long a model thinks before it answers. https://ai.google.dev/gemini-api/docs/thinking (read 2026-11-26) */
export const thinkingLevel = <const Level extends string>(levels: readonly Level[], defaultLevel: NoInfer<Level>) =>
  choice(levels, defaultLevel, {
    title: "Thinking",
    description: "Higher thinks longer and costs more.",
    isAdvanced: true,
    wire: "config.thinkingConfig.thinkingLevel",
  });
