import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, parse } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { startPostgres } from "./postgres.mjs";

const isRoot = process.getuid?.() === 0;
const homeMode = isRoot ? 0o711 : 0o700;
let scratch;
let home;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "boards-home-"));
  chmodSync(scratch, 0o755);
  home = join(scratch, ".boards");
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(scratch, { recursive: true });
});

/** None of these databases has to survive the machine. */
const start = (folder, ...settings) => startPostgres(folder, { settings: ["fsync=off", ...settings] });

const modeOf = (path) => statSync(path).mode & 0o7777;

/** What a start does with the data folder, under a umask that would let everyone read. */
function makeHome() {
  const program = `process.umask(0); const { makeHome } = await import(${JSON.stringify(new URL("./paths.mjs", import.meta.url).href)}); makeHome();`;
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    env: { ...process.env, BOARDS_HOME: home },
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
}

async function query(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

it("makes the data folder for its owner only; as root, PostgreSQL's user may pass through it", () => {
  makeHome();
  expect(modeOf(home)).toBe(homeMode);
  expect(modeOf(join(home, "storage"))).toBe(0o700);
});

it("closes an installation that stood open, and finds its database again", async () => {
  // As an earlier version made it.
  mkdirSync(join(home, "storage/tenant/board"), { recursive: true, mode: 0o755 });
  mkdirSync(join(home, "postgres"), { mode: 0o755 });
  const files = [join(home, "web.pid"), join(home, "storage/tenant/board/image.png"), join(home, "storage/tenant/notes.txt")];
  for (const file of files) writeFileSync(file, "kept", { mode: 0o644 });
  const before = await start(join(home, "postgres"));
  await query(before.url, "CREATE TABLE boards AS SELECT 'my board' AS title");
  await before.stop();
  const folders = [home, join(home, "storage"), join(home, "storage/tenant"), join(home, "storage/tenant/board"), join(home, "postgres")];
  for (const folder of folders) chmodSync(folder, 0o755);

  makeHome();
  const after = await start(join(home, "postgres"));
  try {
    expect(await query(after.url, "SELECT title FROM boards")).toEqual([{ title: "my board" }]);
  } finally {
    await after.stop();
  }
  expect(folders.map(modeOf)).toEqual([homeMode, 0o700, 0o700, 0o700, 0o700]);
  expect(files.map(modeOf)).toEqual([0o600, 0o600, 0o600]);
  expect(files.map((file) => readFileSync(file, "utf8"))).toEqual(["kept", "kept", "kept"]);
  expect(modeOf(join(home, "postgres/connection.json"))).toBe(0o600);
});

it("leaves a folder that people share as open as it is", () => {
  mkdirSync(home);
  chmodSync(home, 0o1777);
  makeHome();
  expect(modeOf(home)).toBe(0o1777);
  expect(modeOf(join(home, "storage"))).toBe(0o700);
});

it("starts two databases that want the same port at the same moment", async () => {
  mkdirSync(join(home, "one"), { recursive: true });
  mkdirSync(join(home, "two"));
  const databases = await Promise.all([start(join(home, "one/postgres")), start(join(home, "two/postgres"))]);
  try {
    expect(new Set(databases.map(({ url }) => new URL(url).port)).size).toBe(2);
    for (const { url } of databases) expect(await query(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  } finally {
    await Promise.all(databases.map(({ stop }) => stop()));
  }
});

it("waits for a database as long as its process lives, says so, and gives up when it has ended", async () => {
  const folder = join(home, "postgres");
  mkdirSync(folder, { recursive: true });
  const first = await start(folder);
  await first.stop();
  await expect(start(folder, "no_such_setting=1")).rejects.toThrow(/did not start[\s\S]*no_such_setting/);

  // A standby answers nobody until it is told to lead.
  const data = join(folder, "data");
  writeFileSync(join(data, "standby.signal"), "");
  const said = new Promise((resolve) => {
    vi.spyOn(process.stdout, "write").mockImplementation((line) => resolve(line));
  });
  const starting = start(folder, "hot_standby=off");
  expect(await said).toContain("PostgreSQL is still starting");
  writeFileSync(join(data, "promote"), "");
  process.kill(Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]), "SIGUSR1");
  const started = await starting;
  expect(await query(started.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await started.stop();
});

it("leaves a program alone that has the process id of a database that is gone", async () => {
  const folder = join(home, "postgres");
  mkdirSync(folder, { recursive: true });
  const first = await start(folder);
  await first.stop();
  const other = spawn("sleep", ["60"]);
  try {
    writeFileSync(join(folder, "data/postmaster.pid"), `${other.pid}\n`);
    const again = await start(folder);
    expect(other.exitCode ?? other.signalCode).toBeNull();
    await again.stop();
    expect(other.exitCode ?? other.signalCode).toBeNull();
  } finally {
    other.kill();
  }
});

it.runIf(isRoot)("begins anew once the data folder was deleted, also where its database lies outside", async () => {
  chmodSync(scratch, 0o700);
  const folder = join(home, "postgres");
  const first = await start(folder);
  await query(first.url, "CREATE TABLE kept ()");
  await first.stop();
  const place = readFileSync(join(folder, "place"), "utf8");
  try {
    const again = await start(folder);
    expect(await query(again.url, "SELECT * FROM kept")).toEqual([]);
    await again.stop();
    rmSync(home, { recursive: true });
    const anew = await start(folder);
    await expect(query(anew.url, "SELECT * FROM kept")).rejects.toThrow("does not exist");
    await query(anew.url, "CREATE TABLE older ()");
    await anew.stop();
    // As an earlier version left it: neither points at the other.
    for (const path of [join(folder, "place"), join(place, "pointed-at")]) rmSync(path);
    const upgraded = await start(folder);
    expect(await query(upgraded.url, "SELECT * FROM older")).toEqual([]);
    await upgraded.stop();
    rmSync(home, { recursive: true });
    rmSync(join(place, "pointed-at"));
    const afterwards = await start(folder);
    await expect(query(afterwards.url, "SELECT * FROM older")).rejects.toThrow("does not exist");
    await afterwards.stop();
  } finally {
    const { dir, base } = parse(place);
    for (const name of readdirSync(dir)) if (name.startsWith(base)) rmSync(join(dir, name), { recursive: true });
  }
});
