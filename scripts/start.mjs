// `npm start` and `npm run dev`: from a fresh clone to a running installation. Uses nothing but Node.js until step 2 has installed the rest.
import { join } from "node:path";
import { Children } from "./launch/children.mjs";
import { build, generate, install } from "./launch/install.mjs";
import { checkNode, chooseNode } from "./launch/node.mjs";
import { home, makeHome } from "./launch/paths.mjs";
import { freePortFrom, isFree } from "./launch/ports.mjs";
import { startPostgres } from "./launch/postgres.mjs";
import { launch, Problem, step } from "./launch/problem.mjs";
import { run } from "./launch/run.mjs";
import { readSettings } from "./launch/settings.mjs";

const isDevelopment = process.argv.includes("--dev");

await launch(async () => {
  chooseNode();
  makeHome();
  const settings = readSettings();
  const port = Number(settings.PORT ?? 3000);
  const host = settings.HOST ?? "127.0.0.1";
  // Where people sign in, everybody may come, and nobody is let in for being on this machine.
  const isLocal = (host === "127.0.0.1" || host === "localhost") && (settings.BOARDS_AUTH_PROVIDER ?? "none") === "none";
  if (!(await isFree(port, host))) throw new Problem(`Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`);
  const url = `http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}`;

  const children = new Children();
  let postgres;
  let isStopping = false;
  const stop = async (code = 0) => {
    if (isStopping) return;
    isStopping = true;
    console.log("\nStopping …");
    await children.end();
    await postgres?.stop();
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop());
  const giveUp = (name) => {
    console.error(`\n✗ ${name} ends again and again; its messages are above.`);
    void stop(1);
  };

  try {
    await step("Packages", async () => {
      const note = await install();
      return [note, `Node.js ${checkNode()}`].filter(Boolean).join(", ");
    });
    await step("Generated code", generate);
    if (!settings.DATABASE_URL && !settings.BOARDS_DATABASE_URL) {
      await step("PostgreSQL", async () => {
        postgres = await startPostgres(join(home, "postgres"));
      });
    }
    const databaseUrl = settings.BOARDS_DATABASE_URL ?? settings.DATABASE_URL ?? postgres.url;
    const env = {
      ...settings,
      DATABASE_URL: databaseUrl,
      BOARDS_STORAGE_LOCAL_BASE_PATH: settings.BOARDS_STORAGE_LOCAL_BASE_PATH ?? join(home, "storage"),
      BOARDS_FRONTEND_BASE_URL: settings.BOARDS_FRONTEND_BASE_URL ?? url,
      ...(isLocal ? { BOARDS_LOCAL: "1" } : {}),
    };
    const hasOwnSimulator = isOn(settings.BOARDS_SIMULATE_PROVIDERS) && !settings.BOARDS_SIMULATOR_URL;
    if (hasOwnSimulator) {
      env.BOARDS_SIMULATOR_URL = `http://127.0.0.1:${await freePortFrom(port + 700)}`;
      // Simulated providers run here, and so can call here.
      env.BOARDS_WEBHOOK_BASE_URL ??= url;
    }
    await step("Database", () =>
      run("npx", ["tsx", "scripts/db.ts", "migrate", ...(isLocal ? ["--seed"] : [])], { env }).then((output) => output.trim().split("\n").at(-1)),
    );

    const hasOwnEngine = !settings.INNGEST_SIGNING_KEY && !settings.INNGEST_EVENT_KEY && !settings.INNGEST_BASE_URL && !settings.INNGEST_DEV;
    if (hasOwnEngine) {
      const enginePort = await freePortFrom(Number(settings.INNGEST_LOCAL_PORT ?? 8288));
      Object.assign(env, {
        INNGEST_BASE_URL: `http://127.0.0.1:${enginePort}`,
        INNGEST_EVENT_KEY: settings.BOARDS_LOCAL_INNGEST_EVENT_KEY,
        INNGEST_SIGNING_KEY: settings.BOARDS_LOCAL_INNGEST_SIGNING_KEY,
        INNGEST_DEV: "0",
        INNGEST_LOCAL_PORT: String(enginePort),
        INNGEST_LOCAL_APP_URL: `${url}/api/inngest`,
        INNGEST_SERVE_ORIGIN: url,
      });
    }
    if (hasOwnSimulator) {
      await step("Simulated providers", async () => {
        children.start("simulator", "node", ["--import", "tsx", "lib/testing/simulators/main.ts"], env, giveUp);
        await untilHealthy(`${env.BOARDS_SIMULATOR_URL}/__simulator/health`, () => isStopping);
      });
    }
    if (!isDevelopment) await step("Build", () => build({ ...env, NODE_ENV: "production" }));
    if (hasOwnEngine) {
      await step("Function engine", async () => {
        children.start("engine", "node", ["--import", "tsx", "inngest/local-server/main.ts"], env, giveUp);
        await untilHealthy(`${env.INNGEST_BASE_URL}/health`, () => isStopping);
      });
    }
    await step("Boards", async () => {
      const next = ["node_modules/next/dist/bin/next", isDevelopment ? "dev" : "start", "-H", host, "-p", String(port)];
      const webEnv = { ...env, NODE_ENV: isDevelopment ? "development" : "production" };
      // Pictures are worked on by many threads, for each of which glibc would keep memory of its own: https://sharp.pixelplumbing.com/install#linux-memory-allocator
      webEnv.MALLOC_ARENA_MAX ??= "2";
      children.start("web", "node", next, webEnv, giveUp);
      await untilHealthy(`${url}/api/health`, () => isStopping);
    });
    children.isReady = true;
    if (!isStopping) console.log(`\nBoards is ready: ${url}`);
  } catch (error) {
    await children.end();
    await postgres?.stop();
    throw error;
  }
});

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
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
