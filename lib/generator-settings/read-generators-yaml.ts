import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { z } from "zod";
import { env } from "@/lib/env";
import { allGenerators } from "@/lib/generators/registry";
import { log } from "@/lib/log";
import type { GeneratorRules } from "./generator-settings";

/** What a generators.yaml of the original says, and what of it means nothing here. */
export interface GeneratorsFile {
  /** Names in the order of the file. */
  names: string[];
  /** Whether generators that are not listed are offered as well, after the others. */
  isOpen: boolean;
  /** Defaults of inputs, by generator. */
  defaults: Record<string, Record<string, unknown>>;
  /** One sentence for each thing that could not be carried over. */
  problems: string[];
}

const entry = z.looseObject({
  class: z.string().optional(),
  name: z.string().optional(),
  entrypoint: z.string().optional(),
  import: z.string().optional(),
  enabled: z.unknown().optional(),
  options: z.record(z.string(), z.unknown()).optional(),
});
const file = z.looseObject({
  strict_mode: z.boolean().optional(),
  allow_unlisted: z.boolean().default(false),
  generators: z.array(entry).default([]),
  input_defaults: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
});

/**
 * Reads a generators.yaml of the original. Its entries name Python classes, as in `boards.generators.implementations.fal.image.flux_2:FalFlux2Generator`;
 * the generator is known by the class's or the module's name.
 */
export function readGeneratorsYaml(text: string): GeneratorsFile {
  const empty = { names: [], isOpen: true, defaults: {} };
  let content: unknown;
  try {
    content = parse(text) ?? {};
  } catch (error) {
    return { ...empty, problems: [`it is no YAML: ${(error as Error).message}`] };
  }
  const parsed = file.safeParse(content);
  if (!parsed.success) return { ...empty, problems: parsed.error.issues.map((issue) => `${issue.path.join(".") || "the file"}: ${issue.message}`) };
  const { generators, allow_unlisted: isOpen, input_defaults, ...others } = parsed.data;
  const problems = Object.keys(others)
    .filter((key) => key !== "strict_mode")
    .map((key) => `${key} is not read`);
  const names: string[] = [];
  for (const [index, each] of generators.entries()) {
    const said = each.name ?? each.class ?? each.entrypoint ?? each.import;
    const where = `generators[${index}] (${said ?? "without class"})`;
    const options = Object.keys(each.options ?? {});
    if (options.length > 0) problems.push(`${where}: options ${options.join(", ")} were given to Python code, and mean nothing here`);
    const name = [each.name, each.class, each.entrypoint, each.import].map((text) => text && nameOf(text)).find(Boolean);
    if (!name) problems.push(`${where}: there is no such generator here; one of your own is written anew, see lib/generators/README.md`);
    // The original skips what says `false`, and nothing else.
    else if (each.enabled !== false) names.push(name);
  }
  const defaults: GeneratorsFile["defaults"] = {};
  for (const [said, values] of Object.entries(input_defaults)) {
    const name = nameOf(said);
    if (name) defaults[name] = values;
    else problems.push(`input_defaults.${said}: there is no such generator here`);
  }
  return { names: [...new Set(names)], isOpen, defaults, problems };
}

// `FalNanoBananaProEditGenerator`, `fal.image.nano_banana_pro_edit` and fal-nano-banana-pro-edit, without what is neither letter nor digit.
function nameOf(said: string): string | undefined {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/generator$/, "")
      .replace(/[^a-z0-9]/g, "");
  const steps = said.split(/[.:]/);
  const provider = ["fal", "kie", "openai", "replicate"].find((each) => steps.includes(each)) ?? "";
  const wanted = new Set(steps.slice(-2).flatMap((step) => [plain(step), provider + plain(step)]));
  return allGenerators().find(({ name }) => wanted.has(plain(name)))?.name;
}

let read: Promise<((generatorName: string) => Partial<GeneratorRules>) | null> | undefined;

/** The rules of BOARDS_GENERATORS_CONFIG_PATH, read once; what it cannot carry over is logged. Null without the variable. */
export function fileSettings() {
  read ??= (async () => {
    const path = env().generatorsConfigPath;
    if (!path) return null;
    const { names, isOpen, defaults, problems } = readGeneratorsYaml(await readFile(path, "utf8"));
    for (const problem of problems) log.warn(`${path}: ${problem}`);
    const places = new Map(names.map((name, index) => [name, index]));
    return (generatorName: string) => ({
      isOffered: isOpen || places.has(generatorName),
      position: places.get(generatorName) ?? null,
      defaults: defaults[generatorName] ?? {},
    });
  })();
  return read;
}
