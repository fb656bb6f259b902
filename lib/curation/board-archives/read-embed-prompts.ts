import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";

const name = "embed_prompts";
const choices = ["true", "false"];

/** Whether a query asks for prompts inside PNGs. */
export function readEmbedPrompts(query: URLSearchParams): boolean {
  const value = query.get(name) ?? "false";
  if (!choices.includes(value))
    throw new BoardsError("input.invalid", { field: name, message: say("reasons.input.oneOf", { name, choices: choices.join(", ") }) });
  return value === "true";
}
