import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import * as z from "zod";
import { allGenerators, findGenerator } from "@/lib/generators/catalogue/registry";
import type { Generator } from "@/lib/generators/contract/define-generator";
import { valueProblem } from "@/lib/generators/settings/field-limits";
import type { GeneratorRules } from "@/lib/generators/settings/generator-settings";
import { cleanValue } from "@/lib/platform/clean-value";
import { ofEnv } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";

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

const optionalText = z.string().nullish();
const entryShape = z.looseObject({
  import: optionalText,
  class: optionalText,
  entrypoint: optionalText,
  name: optionalText,
  enabled: z.unknown().optional(),
  options: z.record(z.string(), z.unknown()).nullish(),
  input_defaults: z.record(z.string(), z.unknown()).nullish(),
});
type Entry = z.output<typeof entryShape>;

const fileShape = z.looseObject({
  strict_mode: z.unknown().optional(),
  allow_unlisted: z.unknown().optional(),
  generators: z.array(z.unknown()).nullish(),
  input_defaults: z.record(z.string(), z.record(z.string(), z.unknown()).nullable()).nullish(),
});

const isOriginal = (path: string) => path.startsWith("boards.generators.");
const originalProviders = ["fal", "kie", "openai", "replicate"];

/**
 * Reads a generators.yaml of the original. Its entries name Python classes, as in `boards.generators.implementations.fal.image.flux_2.FalFlux2Generator`;
 * the generator is known by the class's or the module's name. A file that cannot be read at all changes nothing.
 */
export function readGeneratorsYaml(text: string): GeneratorsFile {
  const problems: string[] = [];
  const nothing = { names: [], isOpen: true, defaults: {}, problems };
  let content: unknown;
  try {
    // As PyYAML read it: `enabled: no` is false.
    content = cleanValue(parse(text, { version: "1.1" }) ?? {});
  } catch (error) {
    return { ...nothing, problems: [`this isn't valid YAML: ${(error as Error).message}`] };
  }
  const parsed = fileShape.safeParse(content);
  if (!parsed.success) return { ...nothing, problems: parsed.error.issues.map((issue) => `${issue.path.join(".") || "the file"}: ${issue.message}`) };
  const { generators, allow_unlisted, strict_mode, input_defaults, ...others } = parsed.data;
  problems.push(...Object.keys(others).map((key) => `${key} is ignored`));
  if (strict_mode === true) problems.push("strict_mode is ignored: problems are logged, and the server still starts");
  const names: string[] = [];
  const defaults: GeneratorsFile["defaults"] = {};
  for (const [index, raw] of (generators ?? []).entries()) {
    const entry = entryShape.safeParse(raw);
    if (entry.success && entry.data.enabled === false) continue;
    const said = entry.success ? (entry.data.import ?? entry.data.class ?? entry.data.entrypoint ?? entry.data.name) : null;
    const report = (problem: string) => problems.push(`generators[${index}] (${said ?? "no class"}): ${problem}`);
    if (!entry.success) report(`${entry.error.issues[0]?.path.join(".") || "the entry"}: ${entry.error.issues[0]?.message}`);
    const generator = entry.success && carryOver(entry.data, report);
    if (!generator || !entry.success) continue;
    if (names.includes(generator.name)) report(`${generator.name} is listed twice; only the first entry counts`);
    else names.push(generator.name);
    addDefaults(defaults, generator, entry.data.input_defaults, report);
  }
  for (const [name, values] of Object.entries(input_defaults ?? {})) {
    const report = (problem: string) => problems.push(`input_defaults.${name}: ${problem}`);
    const generator = findGenerator(name) ?? ofClass(name);
    if (generator) addDefaults(defaults, generator, values, report);
    else report("no such generator");
  }
  const isOpen = allow_unlisted === true;
  if (names.length === 0 && !isOpen) problems.push("none of its generators exist here, so none are offered");
  return { names, isOpen, defaults, problems };
}

const readKeys = ["import", "class", "entrypoint", "name", "enabled", "options", "input_defaults"];

/** The generator that an entry means here; reports what else it says. */
function carryOver(entry: Entry, report: (problem: string) => void): Generator | null {
  const path = entry.import ?? entry.class ?? entry.entrypoint;
  const generator = (path ? ofClass(path) : undefined) ?? (entry.name ? findGenerator(entry.name) : undefined);
  const options = Object.keys(entry.options ?? {});
  if (options.length > 0) report(`options ${options.join(", ")} are ignored: they were for Python code`);
  const others = Object.keys(entry).filter((key) => !readKeys.includes(key));
  if (others.length > 0) report(`${others.join(", ")} ${others.length === 1 ? "is" : "are"} ignored`);
  if (!generator) {
    const isOwn = path && !isOriginal(path);
    report(isOwn ? "custom Python generators must be rewritten, see lib/generators/README.md" : "no such generator");
    return null;
  }
  if (entry.name && entry.name !== generator.name) report(`the name ${entry.name} is ignored; it's called ${generator.name} here`);
  return generator;
}

function addDefaults(
  defaults: GeneratorsFile["defaults"],
  generator: Generator,
  values: Record<string, unknown> | null | undefined,
  report: (problem: string) => void,
): void {
  for (const [field, value] of Object.entries(values ?? {})) {
    const problem = valueProblem(generator, field, value);
    if (problem) report(`the default of ${field} is ignored: ${field} ${problem}`);
    else defaults[generator.name] = { ...defaults[generator.name], [field]: value };
  }
}

// `boards.generators.implementations.fal.image.nano_banana_pro_edit.FalNanoBananaProEditGenerator` and its module, without what is
// neither letter nor digit. Older files do not name the provider. Code of one's own is never one of ours, whatever it is called.
function ofClass(path: string): Generator | undefined {
  if (!isOriginal(path)) return undefined;
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/generator$/, "")
      .replace(/[^a-z0-9]/g, "");
  const steps = path.split(/[.:]/);
  const named = originalProviders.filter((provider) => steps.includes(provider));
  const ofOriginal = allGenerators().filter(({ provider }) => originalProviders.includes(provider));
  // The class says more than the module, and the name with its provider more than without.
  for (const step of steps.slice(-2).reverse()) {
    const exact = ofOriginal.filter(({ name, provider }) => (named.length === 0 || named.includes(provider)) && plain(name) === plain(step));
    const prefixed = ofOriginal.filter(
      ({ name, provider }) => (named.length === 0 || named.includes(provider)) && plain(name) === provider + plain(step),
    );
    const found = exact[0] ?? (prefixed.length === 1 ? prefixed[0] : undefined);
    if (found) return found;
  }
  return undefined;
}

/** The rules of BOARDS_GENERATORS_CONFIG_PATH, read once; what it cannot carry over is logged. Null without the variable. */
export const fileSettings = ofEnv(({ generatorsConfigPath }) => readFileSettings(generatorsConfigPath));

async function readFileSettings(path: string | undefined): Promise<((generatorName: string) => Partial<GeneratorRules>) | null> {
  if (!path) return null;
  const text = await readFile(path, "utf8").catch((error: Error) => error);
  if (text instanceof Error) {
    log.error(`BOARDS_GENERATORS_CONFIG_PATH: can't read ${path} (${text.message}); all generators are offered`);
    return null;
  }
  const { names, isOpen, defaults, problems } = readGeneratorsYaml(text);
  for (const problem of problems) log.warn(`${path}: ${problem}`);
  log.info(`${path}: ${names.length} generators loaded, ${problems.length} problems`);
  const places = new Map(names.map((name, index) => [name, index]));
  return (generatorName: string) => ({
    isOffered: isOpen || places.has(generatorName),
    position: places.get(generatorName) ?? null,
    defaults: defaults[generatorName] ?? {},
  });
}
