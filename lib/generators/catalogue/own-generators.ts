import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { defineGenerator } from "../contract/define-generator";
import * as fields from "../contract/fields";
import * as inputRules from "../contract/input-rules";
import * as modelFields from "../contract/model-fields";
import { checkGenerator } from "./check-generator";
import { workflowGenerator } from "./comfyui/workflow-generator";
import { loadSharp } from "./local/media";
import { addGenerator } from "./registry";

/** What a file of one's own is given, since it may lie where it cannot import anything of ours. */
const toolkit = async () => ({ defineGenerator, z, fields, modelFields, inputRules, sharp: await loadSharp() });

/**
 * The type of that, for such a file to import.
 * @public
 */
export type Toolkit = Awaited<ReturnType<typeof toolkit>>;

/** A file that holds no usable generator. */
export interface OwnGeneratorProblem {
  file: string;
  reason: string;
}

const workflowEnding = ".comfy.json";
const usualPatienceMs = 10_000;

// For the process, as in registry.ts.
const kept = globalThis as { boardsOwnGeneratorProblems?: OwnGeneratorProblem[] };

/** Loads the generators of BOARDS_GENERATORS_PATH when a server starts, once for the process. What is wrong with a file is logged, and hinders nothing else. */
export async function loadOwnGenerators(): Promise<void> {
  const { generatorsPath } = env();
  if (!generatorsPath || kept.boardsOwnGeneratorProblems) return;
  kept.boardsOwnGeneratorProblems = [];
  const { names, problems } = await readOwnGenerators(generatorsPath);
  kept.boardsOwnGeneratorProblems = problems;
  if (names.length > 0) log.info({ generators: names }, "custom generators added");
  for (const problem of problems) log.warn(problem, "could not load this file of BOARDS_GENERATORS_PATH");
}

/** What was wrong with files of BOARDS_GENERATORS_PATH when this server started. */
export function ownGeneratorProblems(): OwnGeneratorProblem[] {
  return kept.boardsOwnGeneratorProblems ?? [];
}

/** Adds the generator of every file in a folder: `.mjs`, `.js`, `.ts` and `.comfy.json`, but none whose name begins with `_` or a dot. */
export async function readOwnGenerators(folder: string, patienceMs = usualPatienceMs): Promise<{ names: string[]; problems: OwnGeneratorProblem[] }> {
  const names: string[] = [];
  const problems: OwnGeneratorProblem[] = [];
  const files = await readdir(folder).catch((error: Error) => {
    problems.push({ file: folder, reason: `this folder can't be read: ${error.message}` });
    return [];
  });
  for (const file of files.filter(isGeneratorFile).sort()) {
    try {
      const generator = checkGenerator(await inTime(readGenerator(resolve(folder), file), patienceMs));
      addGenerator(generator);
      names.push(generator.name);
    } catch (error) {
      problems.push({ file, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return { names, problems };
}

const isGeneratorFile = (file: string) => /^[^_.].*(\.mjs|\.js|\.ts|\.comfy\.json)$/.test(file) && !/\.(d|test)\.ts$/.test(file);

async function readGenerator(folder: string, file: string): Promise<unknown> {
  const path = join(folder, file);
  if (file.endsWith(workflowEnding)) return workflowGenerator(file.slice(0, -workflowEnding.length), await readFile(path, "utf8"));
  const given = exportOf(await importFile(pathToFileURL(path).href));
  return typeof given === "function" ? given(await toolkit()) : given;
}

/** The file itself, while the server runs: no bundler may look for it when it builds. */
async function importFile(address: string): Promise<unknown> {
  if (!address.endsWith(".ts")) return import(/* turbopackIgnore: true */ /* webpackIgnore: true */ /* @vite-ignore */ address);
  // Not traced: it brings esbuild, which no deployed function needs.
  const { tsImport } = await import(/* turbopackIgnore: true */ "tsx/esm/api");
  return tsImport(address, { parentURL: address, tsconfig: false });
}

// A TypeScript file in a folder that is no module comes as CommonJS, one `default` deeper.
function exportOf(module: unknown): unknown {
  const given = (module as { default?: unknown }).default;
  return typeof given === "object" && given !== null && "default" in given ? given.default : given;
}

async function inTime(work: Promise<unknown>, patienceMs: number): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`timed out after ${patienceMs / 1000} seconds`)), patienceMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
