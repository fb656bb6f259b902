import { say } from "@/lib/messages/say";
import { cutText } from "@/lib/platform/text/characters";
import type { FlatSchema } from "./flatten-schema";

/** A provider's field name as ours are: `guidanceScale` and `Guidance-Scale` become `guidance_scale`. */
export function snakeCase(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  return /^[a-z]/.test(words) ? words : `field_${words}`;
}

/** Fields with a better title than the provider's name: `reasons.model.title` of the message catalogue. */
const titled = [
  "num_images",
  "num_outputs",
  "n",
  "num_inference_steps",
  "guidance_scale",
  "cfg_scale",
  "enable_safety_checker",
  "enable_prompt_expansion",
  "prompt_upsampling",
  "image_size",
  "output_format",
  "negative_prompt",
  "generate_audio",
  "loras",
  "fps",
] as const;

/** What a form writes over a field: the usual name, the title that the provider wrote, or its name in words. `path`: the objects around it. */
export function titleOf(key: string, { title, type }: FlatSchema, { isFile = false, path = [] as string[] } = {}): string {
  const name = snakeCase(key);
  const known = name === "sync_mode" && type === "boolean" ? name : titled.find((each) => each === name);
  if (known && path.length === 0) return say(`reasons.model.title.${known}`);
  // Titles that a program made of the name say no more than it.
  const isOwn = title !== undefined && snakeCase(title) !== name && !/^[A-Z]?[a-z]+([A-Z][a-z]+)+$/.test(title);
  const words = isOwn ? title.trim() : [...path.map(snakeCase), name].join(" ").replaceAll("_", " ");
  const plain = isFile
    ? words
        .replace(/\s+ur[li](s?)$/i, "$1")
        .replace(/\s+data$/i, "")
        .trim()
    : words;
  const text = plain || words;
  const cased = text.charAt(0).toUpperCase() + text.slice(1);
  return cutText(cased, 80).replace(/\b(url|lora|loras|fps|cfg|id|3d|hd)\b/gi, (word) => spelled.get(word.toLowerCase()) ?? word.toUpperCase());
}

const spelled = new Map([
  ["lora", "LoRA"],
  ["loras", "LoRAs"],
]);

/** What a form writes below a field. */
export const descriptionOf = ({ description = "" }: FlatSchema): string =>
  cutText(
    description
      .replace(/\s+/g, " ")
      .replace(/ ?Default value: `[^`]*`\.?/g, "")
      .trim(),
    400,
  );

const prominent =
  /^(prompt|text|script|lyrics|aspect_ratio|image_size|size|width|height|resolution|duration|seconds|num_images|num_outputs|style|voice|voice_id|quality|generate_audio|model|language|target_language)$/;

/** Whether a field stands under "More settings". */
export const isAdvancedField = (name: string, isRequired: boolean, isFile: boolean): boolean =>
  !isRequired && !isFile && !prominent.test(name) && !isCount(name);

/** Whether a text is written in more than one line. */
export const isLongText = (name: string, { maxLength = 0 }: FlatSchema): boolean =>
  /(^|_)(prompt|text|script|lyrics|caption|instructions?|description|story|transcript|message)s?$/.test(name) || maxLength > 300;

export const isSeed = (name: string): boolean => /(^|_)seed$/.test(name);

/** Whether a number says how many results one request makes. */
export const isCount = (name: string): boolean =>
  /^(n|batch_size|(num|number_of|n)_(images?|outputs?|samples?|videos?|results?|generations?|variations?)|(image|sample|output|images|samples)_count)$/.test(
    name,
  );
