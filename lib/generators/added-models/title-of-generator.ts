import "./added-model-loaders";
import { findGenerator } from "@/lib/generators/catalogue/registry";
import type { Loaders } from "@/lib/platform/graphql/context";

/** What a generator or an added model is called; of one that the viewer's tenant does not know, its name. */
export async function titleOfGenerator(name: string, { modelTitle }: Loaders): Promise<string> {
  return findGenerator(name)?.title ?? (await modelTitle.load(name)) ?? name;
}
