// `npm run catalogue:check [-- fal | replicate | part of a name or an endpoint …]`: compares declarations with what their providers publish.
// Exit code 0: no drift; 1: drift; 2: something could not be checked.

import { type Checked, checkable, checkCatalogue } from "@/lib/generators/check-catalogue";
import { launch, Problem } from "./launch/problem.mjs";
import { readSettings } from "./launch/settings.mjs";

await launch(async () => {
  Object.assign(process.env, readSettings());
  // No database is asked for anything here, but the settings are read as a whole.
  process.env.DATABASE_URL ??= "postgres://nobody@127.0.0.1/nothing";
  const generators = checkable(process.argv.slice(2));
  if (generators.length === 0) throw new Problem("No fal or Replicate declaration matches. Use part of a provider, name or endpoint.");
  const keys: Record<string, string> = { fal: process.env.FAL_KEY ?? "", replicate: process.env.REPLICATE_API_TOKEN ?? "" };
  const counts = { same: 0, drifted: 0, unchecked: 0, silent: 0 };
  await checkCatalogue(
    generators,
    (provider) => ({ apiKey: keys[provider] ?? "", baseUrl: "", webhookSecret: "" }),
    (checked) => tell(checked, counts),
  );
  console.log(
    `\n${counts.same} of ${generators.length} declarations match their provider's schema, ${counts.drifted} have drifted, ${counts.unchecked} couldn't be checked.`,
  );
  if (counts.silent > 0 && counts.same + counts.drifted === 0)
    console.log("No provider responded. Check that api.fal.ai and api.replicate.com can be reached.");
  process.exit(counts.drifted > 0 ? 1 : counts.unchecked > 0 ? 2 : 0);
});

function tell(checked: Checked, counts: { same: number; drifted: number; unchecked: number; silent: number }): void {
  const head = `${checked.name} (${checked.endpoint})`;
  if ("unchecked" in checked) {
    counts.unchecked++;
    if (checked.isSilence) counts.silent++;
    console.log(`? ${head}: ${checked.unchecked}`);
  } else if ("isGone" in checked) {
    counts.drifted++;
    console.log(`✗ ${head}: the provider no longer has this model`);
  } else if (checked.drifts.length === 0) counts.same++;
  else {
    counts.drifted++;
    console.log(`✗ ${head}`);
    for (const { field, drift } of checked.drifts) console.log(`    ${[field, drift].filter(Boolean).join(": ")}`);
  }
}
