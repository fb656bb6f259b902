import { createHmac, randomBytes } from "node:crypto";
import { appendFileSync, chmodSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";
import { Problem } from "./problem.mjs";

const path = join(root, ".env");

const secrets = {
  BOARDS_STORAGE_SIGNING_KEY: () => randomBytes(32).toString("hex"),
  BOARDS_SESSION_SECRET: () => randomBytes(32).toString("hex"),
  BOARDS_ENCRYPTION_KEYS: () => randomBytes(32).toString("hex"),
  BOARDS_LOCAL_INNGEST_EVENT_KEY: () => randomBytes(16).toString("hex"),
  BOARDS_LOCAL_INNGEST_SIGNING_KEY: () => `signkey-prod-${randomBytes(32).toString("hex")}`,
};

/** The settings: those of the process first, then those of `.env`. Secrets that are missing are made and kept there, readable for the owner only. */
export function readSettings() {
  const settings = { ...parseDotenv(), ...withoutEmpty(process.env) };
  const missing = Object.entries(secrets).filter(([name]) => !settings[name]);
  for (const [name, make] of missing) settings[name] = make();
  if (missing.length > 0) {
    try {
      appendFileSync(path, missing.map(([name]) => `${name}=${settings[name]}\n`).join(""), { mode: 0o600 });
      chmodSync(path, 0o600);
    } catch (error) {
      throw new Problem(`Cannot write ${path} (${error.code}), which keeps this installation's secrets. Make the folder writable for you.`);
    }
  }
  return settings;
}

function parseDotenv() {
  if (!existsSync(path)) return {};
  const found = {};
  for (const [index, line] of readFileSync(path, "utf8").split(/\r?\n/).entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const [, name, quoted, plain] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(?:(["'].*["'])|([^#]*?))\s*(?:#.*)?$/.exec(line) ?? [];
    if (!name) throw new Problem(`.env, line ${index + 1}, is not of the form NAME=value. Mend or delete it.`);
    found[name] = quoted ? quoted.slice(1, -1) : (plain ?? "");
  }
  return withoutEmpty(found);
}

const withoutEmpty = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ""));

/**
 * A key of one data folder alone, as hex digits. While an engine is started again, another start of the same clone may take its port: it must
 * refuse events that are not its own, so that they are sent again.
 */
export function keyOfHome(secret, home) {
  return createHmac("sha256", secret).update(home).digest("hex");
}
