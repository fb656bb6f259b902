import { type Checked, checkable, checkCatalogue } from "./check-catalogue";

/**
 * Compares the declarations that `words` select (all without any) with what their providers publish, by the keys in the environment, and says in lines
 * what came of it. Answers 0: no drift; 1: drift, or nothing matches; 2: something could not be checked.
 */
export async function reportCatalogue(words: string[], say: (line: string) => void): Promise<0 | 1 | 2> {
  const generators = checkable(words);
  if (generators.length === 0) {
    say("No fal or Replicate declaration matches. Use part of a provider, name or endpoint.");
    return 1;
  }
  const keys: Record<string, string> = { fal: process.env.FAL_KEY ?? "", replicate: process.env.REPLICATE_API_TOKEN ?? "" };
  const counts = { same: 0, drifted: 0, unchecked: 0, silent: 0 };
  await checkCatalogue(
    generators,
    (provider) => ({ apiKey: keys[provider] ?? "", baseUrl: "", webhookSecret: "" }),
    (checked) => tell(checked, counts, say),
  );
  say(
    `\n${counts.same} of ${generators.length} declarations match their provider's schema, ${counts.drifted} have drifted, ${counts.unchecked} couldn't be checked.`,
  );
  if (counts.silent > 0 && counts.same + counts.drifted === 0)
    say("No provider responded. Check that api.fal.ai and api.replicate.com can be reached.");
  return counts.drifted > 0 ? 1 : counts.unchecked > 0 ? 2 : 0;
}

function tell(checked: Checked, counts: { same: number; drifted: number; unchecked: number; silent: number }, say: (line: string) => void): void {
  const head = `${checked.name} (${checked.endpoint})`;
  if ("unchecked" in checked) {
    counts.unchecked++;
    if (checked.isSilence) counts.silent++;
    say(`? ${head}: ${checked.unchecked}`);
  } else if ("isGone" in checked) {
    counts.drifted++;
    say(`✗ ${head}: the provider no longer has this model`);
  } else if (checked.drifts.length === 0) counts.same++;
  else {
    counts.drifted++;
    say(`✗ ${head}`);
    for (const { field, drift } of checked.drifts) say(`    ${[field, drift].filter(Boolean).join(": ")}`);
  }
}
