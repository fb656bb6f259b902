// `npm run catalogue:check [-- fal | replicate | part of a name or an endpoint …]`: compares declarations with what their providers publish.
// Exit code 0: no drift; 1: drift; 2: something could not be checked.

import { reportCatalogue } from "@/lib/generators/report-catalogue";
import { launch } from "./launch/problem.mjs";
import { readSettings } from "./launch/settings.mjs";

await launch(async () => {
  Object.assign(process.env, readSettings());
  // No database is asked for anything here, but the settings are read as a whole.
  process.env.DATABASE_URL ??= "postgres://nobody@127.0.0.1/nothing";
  process.exit(await reportCatalogue(process.argv.slice(2), console.log));
});
