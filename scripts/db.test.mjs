import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase } from "@/lib/testing/database";
import { root } from "./launch/paths.mjs";

let database;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const reachable = () => database.url;
const unreachable = () => "postgres://nobody@127.0.0.1:1/nothing";

it.each([
  ["a name with a hyphen", ["db.ts", "new", "add-covers"], reachable, /^✗ A migration's name can only contain .*\.$/],
  ["a name that leads elsewhere", ["db.ts", "new", "../add_covers"], reachable, /^✗ A migration's name can only contain .*\.$/],
  ["a database that is not there", ["db.ts", "status"], unreachable, /^✗ Can't connect to the database .* Check DATABASE_URL, .*\.$/],
  ["an option that there is not", ["storage-move.ts", "--where", "s3"], reachable, /^✗ Unknown option '--where'/],
])("%s ends with a sentence and no stack", (_what, [script, ...args], url, sentence) => {
  const env = { ...process.env, DATABASE_URL: url(), BOARDS_DATABASE_URL: undefined, DATABASE_DIRECT_URL: undefined };
  const { status, stderr } = spawnSync("npx", ["tsx", join("scripts", script), ...args], { cwd: root, env, encoding: "utf8" });
  expect(stderr.trim()).toMatch(sentence);
  expect(stderr).not.toMatch(/^ +at /m);
  expect(status).toBe(1);
});
