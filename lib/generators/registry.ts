import type { Generator } from "./define-generator";
import { collage } from "./local/collage";
import { edit } from "./local/edit";
import { frame } from "./local/frame";
import { melody } from "./local/melody";
import { promptWriter } from "./local/prompt-writer";
import { sketch } from "./local/sketch";
import { slideshow } from "./local/slideshow";
import { upscale } from "./local/upscale";

/** Every generator, in the order that people see. A new one is one import and one line. */
export const generators = [sketch, edit, collage, upscale, slideshow, frame, melody, promptWriter] as unknown as Generator[];

const byName = new Map(generators.map((generator) => [generator.name, generator]));
if (byName.size < generators.length) throw new Error("Two generators have the same name");

/** The generator of this name, if there is one. */
export function findGenerator(name: string): Generator | undefined {
  return byName.get(name);
}
