import type { ArchivedResult } from "@/lib/curation/board-archives/archive-format";
import { withoutSecrets } from "@/lib/platform/redact-addresses";

/** What is told of a result inside its file. */
export type ToldResult = Pick<ArchivedResult, "id" | "createdAt" | "generator" | "inputParams" | "inputs" | "isSimulated">;

/** What AUTOMATIC1111 calls these inputs, in its order; all others keep their names. */
const names = new Map([
  ["steps", "Steps"],
  ["num_inference_steps", "Steps"],
  ["sampler_name", "Sampler"],
  ["sampler", "Sampler"],
  ["scheduler", "Schedule type"],
  ["cfg_scale", "CFG scale"],
  ["guidance_scale", "CFG scale"],
  ["seed", "Seed"],
  ["checkpoint", "Model"],
  ["strength", "Denoising strength"],
]);
/** What stands elsewhere in the text. */
const elsewhere = new Set(["prompt", "text", "negative_prompt", "width", "height"]);

/**
 * Prompt and settings of a result by the keywords of the texts in its PNG: `parameters`, as AUTOMATIC1111 writes and many tools read it, and `boards`,
 * as JSON. A file is passed on further than its archive: nothing says whose it is, and secrets in addresses are left out.
 */
export function promptTexts({ inputParams, ...result }: ToldResult, size: { width: number | null; height: number | null }): Record<string, string> {
  const inputs = withoutSecrets(inputParams);
  const { id, createdAt, generator, inputs: madeFrom, isSimulated } = result;
  const told = { app: "Boards", id, createdAt, generator, inputParams: inputs, inputs: madeFrom, isSimulated };
  return { parameters: infotext(inputs, result, size), boards: JSON.stringify(told) };
}

/** https://github.com/AUTOMATIC1111/stable-diffusion-webui/blob/master/modules/infotext_utils.py, parse_generation_parameters */
function infotext(
  inputs: Record<string, unknown>,
  { generator, inputs: madeFrom }: Pick<ToldResult, "generator" | "inputs">,
  { width, height }: { width: number | null; height: number | null },
): string {
  const settings = new Map<string, string>();
  const add = (name: string, value: unknown) => {
    const isPlain = typeof value === "number" || typeof value === "boolean" || (typeof value === "string" && value !== "");
    if (isPlain && !settings.has(name) && /^\w[\w \-/]+$/.test(name)) settings.set(name, quoted(String(value)));
  };
  for (const [input, name] of names) add(name, inputs[input]);
  if (width && height) add("Size", `${width}x${height}`);
  add("Model", generator);
  const ids = new Set<unknown>(madeFrom.map(({ id }) => id));
  for (const [input, value] of Object.entries(inputs)) if (!names.has(input) && !elsewhere.has(input) && !ids.has(value)) add(input, value);
  add("Version", "Boards");
  const prompt = inputs.prompt ?? inputs.text;
  const lines = [
    typeof prompt === "string" ? prompt : "",
    typeof inputs.negative_prompt === "string" && inputs.negative_prompt ? `Negative prompt: ${inputs.negative_prompt}` : "",
    [...settings].map(([name, value]) => `${name}: ${value}`).join(", "),
  ];
  return lines.filter(Boolean).join("\n");
}

/** As its `quote` does: a value that would end early is written as JSON. */
const quoted = (value: string) => (/[,\n:]/.test(value) ? JSON.stringify(value) : value);
