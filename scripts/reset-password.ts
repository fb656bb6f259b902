// `npm run reset-password -- ADDRESS`: a link that sets a new password, for whoever runs the server and cannot get in.

import { join } from "node:path";
import { createPasswordResetOnServer } from "@/lib/identity/passwords/password-reset";
import { BoardsError } from "@/lib/platform/errors";
import { addressOf, urlOf } from "./launch/address.mjs";
import { home } from "./launch/paths.mjs";
import { startPostgres } from "./launch/postgres.mjs";
import { launch, Problem } from "./launch/problem.mjs";
import { readSettings } from "./launch/settings.mjs";

await launch(async () => {
  const [address] = process.argv.slice(2);
  if (!address) throw new Problem("Say whose password: npm run reset-password -- ada@example.com");
  Object.assign(process.env, readSettings());
  const given = process.env.BOARDS_DATABASE_URL ?? process.env.DATABASE_URL;
  const own = given ? null : await startPostgres(join(home, "postgres"));
  process.env.DATABASE_URL = given ?? own?.url ?? "";
  const { host, port } = addressOf(process.env);
  process.env.BOARDS_FRONTEND_BASE_URL ??= urlOf(host, port);
  try {
    const reset = await createPasswordResetOnServer(address).catch((error) => {
      throw error instanceof BoardsError ? new Problem(error.message) : error;
    });
    if (!reset) throw new Problem(`Nobody here signs in as ${address}.`);
    console.log(`${reset.link}\nOpens once, until ${reset.expiresAt.toLocaleString()}. Whoever has it gets in as ${address}.`);
  } finally {
    // Beside a running `npm start` it is that one's database.
    if (!own?.wasRunning) await own?.stop();
  }
  process.exit(0);
});
