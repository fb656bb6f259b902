import * as z from "zod";
import { defineGenerator } from "@/lib/generators/contract/define-generator";
import { seed, textInput } from "@/lib/generators/contract/fields";
import { say } from "@/lib/messages/say";
import { type Random, randomFrom } from "./random";

const lists: Record<string, readonly string[]> = {
  animal: ["a fox", "a heron", "an octopus", "a lynx", "a moth", "a whale", "a hare", "a raven"],
  color: ["ochre", "teal", "crimson", "ivory", "indigo", "moss green", "copper"],
  place: ["by a harbour", "in a greenhouse", "on a desert road", "in a library", "at a tidal pool", "on a rooftop"],
  light: ["at dawn", "in fog", "by candlelight", "under a full moon", "in the golden hour"],
  medium: ["watercolor", "linocut", "oil on canvas", "35 mm photograph", "gouache", "charcoal"],
};
const longest = 20_000;

export const promptWriter = defineGenerator({
  provider: "local",
  name: "prompt-writer",
  title: "Prompt writer",
  description: `Fills a template with random choices: {red|blue} picks one of the two, and ${Object.keys(lists)
    .map((name) => `{${name}}`)
    .join(", ")} pick from a list. Runs on this server, without AI.`,
  artifactType: "text",
  input: z.object({
    template: z
      .string()
      .trim()
      .min(1)
      .max(5000)
      .default("{animal} {place} {light}, {medium} in {color}")
      .meta({ title: "Template", description: "Text with choices in braces, such as {red|blue}.", format: "textarea" }),
    source: textInput({ title: "Text", description: "Text from the board to use as the template instead." }).nullish(),
    lines: z.int().min(1).max(50).default(1).meta({ title: "Lines", description: "Number of variations, one per line." }),
    seed: seed(),
  }),
  costUsd: () => 0,
  async run(inputs, context) {
    const template = inputs.source ? await context.resolveText(inputs.source) : inputs.template;
    const random = randomFrom(`${template}/${inputs.seed}`);
    const lines = Array.from({ length: inputs.lines }, () => fill(template, random));
    const text = lines.join("\n");
    if (text.length > longest) throw new Error(say("reasons.local.textTooLong", { length: text.length, limit: longest }));
    await context.storeText(text);
  },
});

/** Innermost braces first, so that a choice may hold another one. */
function fill(template: string, random: Random): string {
  const filled = template.replace(/\{([^{}]*)\}/g, (whole, inside: string) => {
    const choices = lists[inside.trim()] ?? inside.split("|");
    return choices.length > 1 ? random.pick(choices).trim() : `⦃${whole.slice(1, -1)}⦄`;
  });
  return filled === template ? template.replaceAll("⦃", "{").replaceAll("⦄", "}") : fill(filled, random);
}
