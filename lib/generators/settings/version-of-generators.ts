import { createHash } from "node:crypto";
import { addedFactsOf } from "@/lib/generators/added-models/find-generators";
import { deprecationOf } from "@/lib/generators/catalogue/deprecation";
import { findProvider } from "@/lib/generators/catalogue/providers";
import { type Generator, isDeclarative } from "@/lib/generators/contract/define-generator";
import { inputSchemaOf } from "@/lib/generators/contract/input-schema";
import type { OfferedGenerator } from "@/lib/generators/settings/offered-generators";

const digests = new WeakMap<Generator, string>();

/** A version of this list: another one whenever anything about it is, the same in every process that runs the same code. */
export function versionOfGenerators(offered: OfferedGenerator[]): string {
  const facts = offered.map(({ generator, ...here }) => [digestOf(generator), here, deprecationOf(generator)]);
  return hashOf(facts);
}

/** Of what a generator says of itself, which only another version of the code or of the added model changes. */
function digestOf(generator: Generator): string {
  const known = digests.get(generator);
  if (known) return known;
  const { name, title, description, provider, artifactType } = generator;
  const model = isDeclarative(generator) ? [generator.vendor, generator.task, generator.source.page] : null;
  const about = { name, title, description, provider, providerTitle: findProvider(provider)?.title, artifactType, model };
  const digest = hashOf([about, addedFactsOf(generator), inputSchemaOf(generator)]);
  digests.set(generator, digest);
  return digest;
}

const hashOf = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("base64url");
