import { defaultSubmit } from "./default-submit";
import type { Generator, Json } from "./define-generator";
import { parseInputs } from "./parse-inputs";

const known = new WeakMap<Generator, number | null>();

/** The price in US dollars of a request that leaves every setting at its default, or at those given here; null where such a request would be refused. */
export function defaultCostUsd(generator: Generator, defaults: Record<string, Json> = {}): number | null {
  const isPlain = Object.keys(defaults).length === 0;
  const cost = (isPlain ? known.get(generator) : undefined) ?? costOf(generator, defaults);
  if (isPlain) known.set(generator, cost);
  return cost;
}

function costOf(generator: Generator, defaults: Record<string, Json>): number | null {
  const parsed = parseInputs(generator, { ...defaultSubmit(generator), ...defaults });
  return parsed.ok && Number.isFinite(parsed.costUsd) ? parsed.costUsd : null;
}
