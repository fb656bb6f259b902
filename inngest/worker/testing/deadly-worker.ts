// A worker whose second step kills it. Each step writes its name into DEADLY_LOG.
import { appendFileSync } from "node:fs";
import { Inngest } from "inngest";
import pino from "pino";
import { readOptions } from "@/inngest/local-server/config";
import { keepRunning } from "@/inngest/local-server/keep-running";
import { serveHere } from "../serve-here";

const { INNGEST_EVENT_KEY: eventKey, INNGEST_SIGNING_KEY: signingKey, DEADLY_LOG: log = "" } = process.env;

keepRunning({
  ...readOptions(process.env),
  logLevel: "silent",
  app: async ({ url, fetch }) => {
    const client = new Inngest({ id: "app", isDev: false, baseUrl: url, eventKey, signingKey, fetch, logger: pino({ level: "silent" }) });
    const deadly = client.createFunction({ id: "deadly", triggers: { event: "test/deadly" }, retries: 0 }, async ({ step }) => {
      await step.run("harmless", () => appendFileSync(log, "harmless\n"));
      await step.run("deadly", () => {
        appendFileSync(log, "deadly\n");
        process.kill(process.pid, "SIGKILL");
      });
    });
    return serveHere(client, [deadly], url);
  },
});
