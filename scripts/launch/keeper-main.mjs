// Stands beside a run of tests and clears up after it: see keeper.mjs. Its standard input ends when the run does, however that was ended.
import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { scratchSettings, startPostgres } from "./postgres.mjs";

const folder = mkdtempSync(join(tmpdir(), `boards-tests-${process.pid}-`));
// As root, PostgreSQL runs as someone else, who must be able to pass through.
chmodSync(folder, 0o711);
const secretPath = `/${randomUUID()}`;
const groups = new Set();
const endings = [];
let postgres;

const server = createServer(async (request, response) => {
  if (request.url !== secretPath) return response.writeHead(404).end();
  postgres ??= startPostgres(join(folder, "postgres"), { settings: scratchSettings });
  try {
    response.end((await postgres).url);
  } catch (error) {
    response.writeHead(500).end(error.message);
  }
});
server.listen(0, "127.0.0.1", () => {
  const databaseStarter = `http://127.0.0.1:${server.address().port}${secretPath}`;
  process.stdout.write(`${JSON.stringify({ folder, databaseStarter })}\n`);
});

// Ctrl-C means the run; this process ends after it.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => undefined);
createInterface({ input: process.stdin })
  .on("line", (line) => follow(JSON.parse(line)))
  .on("close", clearUp);

function follow({ watch, end }) {
  if (watch) groups.add(watch);
  else if (groups.delete(end)) endings.push(endGroup(end));
}

async function clearUp() {
  await Promise.all([...endings, ...[...groups].map(endGroup)]);
  const started = await postgres?.catch(() => undefined);
  await started?.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(0);
}

/** Politely, then for good. */
async function endGroup(group) {
  for (let attempt = 0; signalGroup(group, attempt === 0 ? "SIGTERM" : 0) && attempt < 300; attempt++) await delay(100);
  signalGroup(group, "SIGKILL");
}

/** Whether there was anyone to tell. */
function signalGroup(group, signal) {
  try {
    return process.kill(-group, signal);
  } catch {
    return false;
  }
}
