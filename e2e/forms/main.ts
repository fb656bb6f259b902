// `npm run forms`: sends the form of every generator in three manners, as a person at the screen does: as it starts, with all its settings
// open, and with every field filled in; and counts what the server takes. FORMS_ONLY (a regular expression for the name) narrows the generators, FORMS_URL
// takes a running installation with simulated providers instead of one of its own.
import { chromium } from "playwright/test";
import { onCleanUp, runAndCleanUp } from "../fixtures/clean-up";
import { startInstallation } from "../fixtures/installation";
import { formsSettings } from "./forms-settings";
import { runForms } from "./run-forms";

await runAndCleanUp(async () => {
  const { FORMS_ONLY: only = "", FORMS_URL: running, BOARDS_BROWSER: executablePath } = process.env;
  const url = running ?? (await startInstallation("forms", formsSettings)).url;
  const browser = await chromium.launch({ executablePath, args: ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])] });
  onCleanUp(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  page.setDefaultTimeout(60_000);
  const report = await runForms(page, url, (name) => new RegExp(only).test(name), console.log);
  console.log(JSON.stringify(report, null, 2));
  return report.failures.length > 0 ? 1 : 0;
});
