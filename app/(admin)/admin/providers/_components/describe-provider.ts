import type { ProviderState } from "@boards/client";
import type { Tone } from "../../_components/status-word";

/** How a provider stands, in words: a short one with its colour, and a sentence. */
export function describeProvider(provider: ProviderState): { tone: Tone; word: string; text: string } {
  const { keySource, problem, pausedUntil, baseUrl } = provider;
  if (keySource === "SIMULATION") return { tone: "busy", word: "Simulated", text: "Results are made up, and nothing is spent." };
  if (keySource === "NONE") return { tone: "muted", word: "Not set up", text: whatIsMissing(provider) };
  if (problem) return { tone: "bad", word: "Cannot be used", text: problem };
  if (pausedUntil) {
    const until = new Date(pausedUntil).toLocaleTimeString(undefined, { timeStyle: "short" });
    return { tone: "bad", word: "Paused", text: `It did not answer, and is left alone until ${until}. ${whereFrom(provider)}` };
  }
  return { tone: "good", word: "Ready", text: [whereFrom(provider), baseUrl && `The server is ${baseUrl}.`].filter(Boolean).join(" ") };
}

function whereFrom({ keySource, isOwnServer, keyVariable }: ProviderState): string {
  if (keySource === "TENANT") return isOwnServer ? "It has an address of your own." : "It has a key of your own.";
  const what = isOwnServer ? "address" : "key";
  return keySource === "INSTALLATION" ? `The installation's ${what} is used.` : `The ${what} comes from ${keyVariable}, where the server runs.`;
}

function whatIsMissing({ isOwnServer, keyVariable }: ProviderState): string {
  if (isOwnServer && !keyVariable) return "It is a server of this installation: ask whoever runs it to let you use it.";
  if (isOwnServer) return `Give the address of your server here, or set ${keyVariable} where Boards runs.`;
  return keyVariable
    ? `Add a key here, or set ${keyVariable} where the server runs.`
    : "Add your own key here: this installation does not share its keys with you.";
}
