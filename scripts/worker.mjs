// `npm run worker`: serves the background functions from this machine, to an engine elsewhere. The settings say where that is.

import { bundleWorker, generate, install } from "./launch/install.mjs";
import { chooseLogFormat, say } from "./launch/log.mjs";
import { chooseNode } from "./launch/node.mjs";
import { launch, Problem } from "./launch/problem.mjs";
import { readSettings } from "./launch/settings.mjs";

await launch(start, (message) => say(message, "error"));

async function start() {
  chooseNode();
  const settings = readSettings();
  chooseLogFormat(settings);
  const databaseUrl = settings.BOARDS_DATABASE_URL ?? settings.DATABASE_URL;
  if (!databaseUrl || !settings.INNGEST_SIGNING_KEY)
    throw new Problem("Set DATABASE_URL, INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY, as the web server has them.");
  await install();
  await generate();
  await bundleWorker();
  Object.assign(process.env, { ...settings, DATABASE_URL: databaseUrl, NODE_ENV: "production" });
  await import("../.next/worker/serve.mjs");
}
