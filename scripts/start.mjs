// `npm start` and `npm run dev`: from a fresh clone to a running installation. Uses nothing but Node.js until packages are installed.
import { join } from "node:path";
import { removeAbandonedFolders } from "./launch/abandoned-folders.mjs";
import { addressOf, urlOf } from "./launch/address.mjs";
import { Children } from "./launch/children.mjs";
import { build, bundleWorker, generate, install } from "./launch/install.mjs";
import { keepPostgres } from "./launch/kept-postgres.mjs";
import { ask, folderLock, tryLock, waitForLock } from "./launch/locks.mjs";
import { chooseLogFormat, say, step } from "./launch/log.mjs";
import { checkNode, chooseNode } from "./launch/node.mjs";
import { home, makeHome, root } from "./launch/paths.mjs";
import { takePort } from "./launch/ports.mjs";
import { prepareDatabase } from "./launch/prepare-database.mjs";
import { launch, Problem } from "./launch/problem.mjs";
import { run } from "./launch/run.mjs";
import { keyOfHome, readSettings } from "./launch/settings.mjs";
import { hashOf } from "./launch/stamps.mjs";

const isDevelopment = process.argv.includes("--dev");
/**
 * Garbage is collected at twice the size of what is in use. Where much memory is free, Node.js lets four times as much gather: the web server took
 * 780 MB after 9,000 requests for generations instead of 540 (130 MB in use), for a tenth less processor time.
 */
const tidyHeap = "--heap-growing-percent=100";

await launch(start, (message) => say(message, "error"));

async function start() {
  chooseNode();
  chooseLogFormat(process.env);
  makeHome();
  removeAbandonedFolders();
  let url = "";
  await claimHome(() => url);
  const preparation = await waitForLock(folderLock("prepare", root), () => say("Another start is preparing this clone; waiting for it"));
  const settings = readSettings();
  chooseLogFormat(settings);
  const { host, port: wanted, isFixed, isLocal } = addressOf(settings);
  const { port, letGo: makeRoom } = await takePort(wanted, host, isFixed);
  if (port !== wanted) say(`Port ${wanted} is taken: using ${port}`);
  url = urlOf(host, port);

  let postgres;
  let isStopping = false;
  const stop = async (code = 0) => {
    if (isStopping) return;
    isStopping = true;
    say("Stopping");
    await end();
    process.exit(code);
  };
  const end = async () => {
    await children.end();
    const started = await postgres?.catch(() => undefined);
    await started?.stop();
  };
  const giveUp = (name) => {
    say(`${name} ends again and again; its messages are above.`, "error");
    void stop(1);
  };
  const children = new Children(giveUp);
  // Its port was taken while it was down: who knows the old address starts again with the new one.
  const environments = [];
  const movePostgres = (databaseUrl) => {
    for (const each of environments) each.DATABASE_URL = databaseUrl;
    children.restartAll();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop());
  // Who started this one with a channel has ended, and nobody reads its lines any more.
  process.on("disconnect", () => stop());
  process.stdout.on("error", () => undefined);

  try {
    await step("Packages", async () => {
      const note = await install({ forDevelopment: isDevelopment });
      return [note, `Node.js ${checkNode()}`].filter(Boolean).join(", ");
    });
    // Begins first, since the others keep this process busy.
    if (!settings.DATABASE_URL && !settings.BOARDS_DATABASE_URL)
      postgres = keepPostgres(join(home, "postgres"), { onMove: movePostgres, onGiveUp: () => giveUp("PostgreSQL") });
    // Heard below.
    postgres?.catch(() => undefined);
    const generated = step("Generated code", generate);
    // A first build takes longer than the database, which is prepared beside it.
    const built = generated
      .then(() => isDevelopment || step("Build", () => build({ ...settings, NODE_ENV: "production" })))
      .then(() => isDevelopment || bundleWorker());
    const prepared = built.then(() => preparation.release());
    // Heard below.
    prepared.catch(() => undefined);
    if (postgres) await step("PostgreSQL", async () => void (await postgres));
    const env = {
      ...settings,
      DATABASE_URL: settings.BOARDS_DATABASE_URL ?? settings.DATABASE_URL ?? (await postgres).url,
      BOARDS_STORAGE_LOCAL_BASE_PATH: settings.BOARDS_STORAGE_LOCAL_BASE_PATH ?? join(home, "storage"),
      BOARDS_FRONTEND_BASE_URL: settings.BOARDS_FRONTEND_BASE_URL ?? url,
      ...(isLocal ? { BOARDS_LOCAL: "1" } : {}),
    };
    environments.push(env);
    // Simulated providers run here, and so can call here.
    if (isOn(settings.BOARDS_SIMULATE_PROVIDERS) || settings.BOARDS_SIMULATOR_URL) env.BOARDS_WEBHOOK_BASE_URL ??= url;
    if (isOn(settings.BOARDS_SIMULATE_PROVIDERS) && !settings.BOARDS_SIMULATOR_URL) {
      await step("Simulated providers", () =>
        children.startWithOwnPort("simulator", ["--import", "tsx", "lib/testing/simulators/main.ts"], env, (address) => {
          // A later one listens at the same address, which jobs remember.
          env.BOARDS_SIMULATOR_URL = address;
        }),
      );
    }
    await generated;
    await step("Database", () =>
      prepareDatabase(
        env.DATABASE_DIRECT_URL ?? env.DATABASE_URL,
        { stamp: join(home, "database-stamp"), inputs: databaseInputs({ ...settings, isLocal }) },
        async () => {
          const output = await run("node", ["--import", "tsx", "scripts/db.ts", "migrate", ...(isLocal ? ["--seed"] : [])], { env });
          return output.trim().split("\n").at(-1);
        },
      ),
    );
    await prepared;

    const webEnv = { ...env, NODE_ENV: isDevelopment ? "development" : "production" };
    environments.push(webEnv);
    // Images are worked on by many threads, for each of which glibc would keep memory of its own: https://sharp.pixelplumbing.com/install#linux-memory-allocator
    webEnv.MALLOC_ARENA_MAX ??= "2";
    // What is compiled once need not be compiled at the next start.
    if (!isDevelopment) webEnv.NODE_COMPILE_CACHE ??= join(home, "compile-cache");
    const parts = [];
    let engineIsThere;
    if (!settings.INNGEST_SIGNING_KEY && !settings.INNGEST_EVENT_KEY && !settings.INNGEST_BASE_URL && !settings.INNGEST_DEV) {
      const keys = {
        INNGEST_EVENT_KEY: keyOfHome(settings.BOARDS_LOCAL_INNGEST_EVENT_KEY, home),
        INNGEST_SIGNING_KEY: `signkey-prod-${keyOfHome(settings.BOARDS_LOCAL_INNGEST_SIGNING_KEY, home)}`,
      };
      Object.assign(webEnv, keys, { INNGEST_DEV: "0", BOARDS_INNGEST_CHECKPOINTS: "1", INNGEST_SERVE_ORIGIN: url });
      // Known beforehand, so that the web server starts beside the engine.
      const engine = await takePort(Number(settings.INNGEST_LOCAL_PORT) || 8288, "127.0.0.1", false);
      await engine.letGo();
      webEnv.INNGEST_BASE_URL = `http://127.0.0.1:${engine.port}`;
      const engineEnv = { ...webEnv, INNGEST_LOCAL_PORT: String(engine.port) };
      environments.push(engineEnv);
      // While one works on the code, functions are served by the web server, which takes changes at once.
      if (isDevelopment) engineEnv.INNGEST_LOCAL_APP_URL = `${url}/api/inngest`;
      // Little room for what is short-lived: Node.js would take 50 MB for it, and keep them. And garbage is collected at one and a half times the
      // size of what is in use: while images are made 25 MB less than at twice, for 1 ms more of processor time a generation.
      const workerOptions = ["--max-semi-space-size=4", "--heap-growing-percent=50"];
      const [label, name, program] = isDevelopment
        ? ["Function engine", "engine", ["--import", "tsx", "inngest/local-server/main.ts"]]
        : ["Worker", "worker", [...workerOptions, ".next/worker/main.mjs"]];
      const further = isDevelopment ? [] : furtherWorkers(settings.BOARDS_WORKERS);
      engineIsThere = step(label, () =>
        children.startWithOwnPort(name, program, engineEnv, (address) => {
          const isElsewhere = webEnv.INNGEST_BASE_URL !== address;
          webEnv.INNGEST_BASE_URL = address;
          engineEnv.INNGEST_LOCAL_PORT = new URL(address).port;
          // When it was started again and its port was taken meanwhile.
          if (isElsewhere) return Promise.all(["web", ...further].map((part) => children.restart(part)));
        }),
      );
      parts.push(
        engineIsThere.then(async () => {
          for (const part of further)
            await step(part, () => children.startWithOwnPort(part, [...workerOptions, ".next/worker/serve.mjs"], webEnv, () => undefined));
        }),
      );
    }
    await makeRoom();
    // A proxy in front keeps idle connections for a minute; one that we close first may take a request with it.
    const mode = isDevelopment ? ["dev"] : ["start", "--keepAliveTimeout", "65000"];
    const web = [tidyHeap, "node_modules/next/dist/bin/next", ...mode, "-H", host, "-p", String(port)];
    children.start("web", web, webEnv);
    const isUp = () => untilHealthy(`${url}/api/health`, () => isStopping);
    // An engine that found its port taken has started it again meanwhile.
    parts.push(
      step("Boards", () =>
        isUp()
          .then(() => engineIsThere)
          .then(isUp),
      ),
    );
    await Promise.all(parts);
    children.isReady = true;
    // Pages ask this route within the process, once Next.js has loaded it.
    void fetch(`${url}/api/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body: '{"query":"{ __typename }"}' }).catch(
      () => undefined,
    );
    if (!isStopping) say(`Boards is ready: ${url}`);
  } catch (error) {
    // What was stopped half-way fails, too.
    if (isStopping) return;
    await end();
    throw error;
  }
}

/** Refuses a data folder that another start works with. */
async function claimHome(urlOfThis) {
  const name = folderLock("home", home);
  if (await tryLock(name, urlOfThis)) return;
  const url = (await ask(name))?.note;
  throw new Problem(
    `Boards is already ${url ? `running at ${url}` : "starting"} with the data in ${home}. Stop it first, or give this one a folder of its own: BOARDS_HOME=…`,
  );
}

/** What decides how a database is prepared: the code that does it, and the settings that it reads. */
function databaseInputs(settings) {
  const own = Object.entries(settings).filter(([name]) => /^(BOARDS_|isLocal)/.test(name));
  return JSON.stringify([hashOf(["scripts/db.ts", "prisma/migrations", "prisma/seed", "lib/platform", "lib/identity"]), own.sort()]);
}

/** The names of the workers beside the first. */
function furtherWorkers(wanted = "1") {
  const count = Number(wanted);
  if (!Number.isInteger(count) || count < 1 || count > 32) throw new Problem("BOARDS_WORKERS must be a whole number from 1 to 32.");
  return Array.from({ length: count - 1 }, (_, index) => `worker-${index + 2}`);
}

function isOn(value) {
  return ["1", "true", "yes", "on"].includes(String(value ?? "").toLowerCase());
}

async function untilHealthy(address, isOver) {
  const deadline = Date.now() + 120_000;
  let last = "it does not answer";
  while (!isOver()) {
    const response = await fetch(address).catch(() => null);
    if (response?.ok) return;
    if (response) last = await response.text();
    if (Date.now() > deadline) throw new Problem(`Boards is not healthy after two minutes: ${last.slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
