import type { Generator } from "../contract/define-generator";
import { collage } from "./local/collage";
import { edit } from "./local/edit";
import { frame } from "./local/frame";
import { melody } from "./local/melody";
import { promptWriter } from "./local/prompt-writer";
import { sketch } from "./local/sketch";
import { slideshow } from "./local/slideshow";
import { upscale } from "./local/upscale";
import { providers } from "./providers";

const here = [sketch, edit, collage, upscale, slideshow, frame, melody, promptWriter];
const atProviders = providers.flatMap(({ models }) => Object.values(models ?? {}) as unknown[]);

/** Every generator, in the order that people see. A new model at a provider is one line in the provider's models.ts. */
export const generators = [...here, ...atProviders] as Generator[];

const byName = new Map(generators.map((generator) => [generator.name, generator]));
if (byName.size < generators.length) throw new Error("Two generators have the same name");

// Loaded once for the process; every bundle of Next.js evaluates this module for itself.
const kept = globalThis as { boardsOwnGenerators?: Map<string, Generator> };

/** Adds a generator that does not come with the product (see own-generators.ts). Its name must be new. */
export function addGenerator(generator: Generator): void {
  kept.boardsOwnGenerators ??= new Map();
  if (findGenerator(generator.name)) throw new Error(`there is a generator named "${generator.name}" already`);
  kept.boardsOwnGenerators.set(generator.name, generator);
}

/** Those that come with the product, then those of one's own. */
export function allGenerators(): Generator[] {
  return [...generators, ...(kept.boardsOwnGenerators?.values() ?? [])];
}

/** The generator of this name, if there is one. */
export function findGenerator(name: string): Generator | undefined {
  return byName.get(name) ?? kept.boardsOwnGenerators?.get(name);
}
