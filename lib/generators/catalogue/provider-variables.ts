import { env } from "@/lib/platform/env";
import type { Provider, ProviderAccess } from "../contract/provider";

/** What holds everything without which a provider cannot be reached: its key or, for a server of one's own, its address. */
export const isComplete = ({ variables }: Pick<Provider, "variables">, given: { [Part in keyof ProviderAccess]?: unknown }): boolean =>
  variables.every(({ holds, isOptional }) => isOptional || Boolean(given[holds]));

/** The access that the environment gives to a provider; undefined where it gives none. */
export function accessFromEnvironment(provider: Provider): ProviderAccess | undefined {
  const access: ProviderAccess = { apiKey: "", webhookSecret: "", baseUrl: "" };
  for (const { name, holds } of provider.variables) access[holds] ||= variable(name);
  access.baseUrl = access.baseUrl.replace(/\/+$/, "");
  return isComplete(provider, access) ? access : undefined;
}

/** Throws one error that lists every variable of these providers that holds no usable address, without its value. */
export function refuseUnusableAddresses(providers: Provider[]): void {
  const addresses = providers.flatMap(({ variables }) => variables.filter(({ holds }) => holds === "baseUrl"));
  const wrong = addresses.filter(({ name }) => variable(name) && !isWebAddress(variable(name)));
  if (wrong.length === 0) return;
  throw new Error(`Invalid configuration:\n  ${wrong.map(({ name }) => `${name}: must be an http(s) URL`).join("\n  ")}`);
}

/** A sentence for every name in BOARDS_GENERATOR_API_KEYS that no provider reads, most often misspelt. */
export function unreadKeys(providers: Provider[]): string[] {
  const known = new Set(providers.flatMap(({ variables }) => variables.map(({ name }) => name)));
  const names = Object.keys(env().generatorApiKeys).filter((name) => !known.has(name));
  return names.map((name) => `BOARDS_GENERATOR_API_KEYS: no provider reads ${name}. .env.example lists the names that are read.`);
}

/** The part of .env.example that tells of these providers. */
export function exampleLines(providers: Provider[]): string {
  const lines = providers.flatMap(({ variables }) =>
    variables.flatMap(({ name, description }) => [...(description ? [`# ${description}`] : []), `# ${name}=`]),
  );
  return `${lines.join("\n")}\n`;
}

// Variables of their own go first; BOARDS_GENERATOR_API_KEYS is the original's way.
const variable = (name: string): string => process.env[name] || String(env().generatorApiKeys[name] ?? "");

const isWebAddress = (text: string) => ["http:", "https:"].includes(URL.parse(text)?.protocol ?? "");
