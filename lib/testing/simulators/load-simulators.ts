import { providers } from "@/lib/generators/catalogue/providers";
import type { Provider } from "@/lib/generators/contract/provider";
import type { ProviderSimulator } from "./provider-simulator";

/** The simulator in a provider's folder, `lib/generators/catalogue/<provider>/testing/simulator.ts`; no server bundles what only this imports. */
export async function loadSimulator({ name, folder = name }: Pick<Provider, "name" | "folder">): Promise<ProviderSimulator> {
  const { simulator } = (await import(`../../generators/catalogue/${folder}/testing/simulator.ts`)) as { simulator: ProviderSimulator };
  return simulator;
}

/** The simulator of every provider. */
export const loadSimulators = (): Promise<ProviderSimulator[]> => Promise.all(providers.map(loadSimulator));
