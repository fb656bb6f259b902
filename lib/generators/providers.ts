import { fal } from "./fal/provider";
import { kie } from "./kie/provider";
import { openai } from "./openai/provider";
import type { Provider } from "./provider";
import { replicate } from "./replicate/provider";

/** Every provider, in the order that admins see. */
export const providers: Provider[] = [fal, kie, replicate, openai];

const byName = new Map(providers.map((provider) => [provider.name, provider]));

/** The driver of this name; undefined for `local`, which needs none. */
export function findProvider(name: string): Provider | undefined {
  return byName.get(name);
}
