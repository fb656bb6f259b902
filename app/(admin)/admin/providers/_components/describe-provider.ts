import type { ProviderState } from "@boards/client";
import type { Tone } from "@/app/_components/status-word";
import type { ProviderWords } from "./describe-key-test";

/** What is stored for a provider: a server of one's own has an address, any other a key. */
export const storedFor = ({ isOwnServer }: ProviderState) => (isOwnServer ? "address" : "key");

/** How a provider stands, in words: a short one with its color, and a sentence. */
export function describeProvider(t: ProviderWords, provider: ProviderState): { tone: Tone; word: string; text: string } {
  const { keySource, problem, pausedUntil, baseUrl } = provider;
  if (keySource === "SIMULATION") return { tone: "busy", word: t("status.simulated"), text: t("about.simulated") };
  if (keySource === "NONE") return { tone: "muted", word: t("status.notSetUp"), text: whatIsMissing(t, provider) };
  if (problem) return { tone: "bad", word: t("status.unusable"), text: problem };
  const source = whereFrom(t, provider);
  if (pausedUntil) return { tone: "bad", word: t("status.paused"), text: t("about.paused", { until: new Date(pausedUntil), source }) };
  return { tone: "good", word: t("status.ready"), text: baseUrl ? t("about.withServer", { source, address: baseUrl }) : source };
}

function whereFrom(t: ProviderWords, provider: ProviderState): string {
  const what = storedFor(provider);
  if (provider.keySource === "TENANT") return t("about.own", { what });
  if (provider.keySource === "INSTALLATION") return t("about.installation", { what });
  return t("about.environment", { variable: provider.keyVariable ?? "" });
}

function whatIsMissing(t: ProviderWords, { isOwnServer, keyVariable: variable }: ProviderState): string {
  if (isOwnServer) return variable ? t("about.addAddress", { variable }) : t("about.askForServer");
  return variable ? t("about.addKey", { variable }) : t("about.addOwnKey");
}
