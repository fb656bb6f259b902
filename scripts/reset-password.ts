// `npm run reset-password -- ADDRESS`: a link that sets a new password, for whoever runs the server and cannot get in.

import { createPasswordResetOnServer } from "@/lib/identity/passwords/password-reset";
import { BoardsError } from "@/lib/platform/errors";
import { addressOf, urlOf } from "./launch/address.mjs";
import { launch, Problem } from "./launch/problem.mjs";
import { withDatabase } from "./launch/with-database.mjs";

await launch(async () => {
  const [address] = process.argv.slice(2);
  if (!address) throw new Problem("Say whose password: npm run reset-password -- ada@example.com");
  await withDatabase(async () => {
    const { host, port } = addressOf(process.env);
    process.env.BOARDS_FRONTEND_BASE_URL ??= urlOf(host, port);
    const reset = await createPasswordResetOnServer(address).catch((error) => {
      throw error instanceof BoardsError ? new Problem(error.message) : error;
    });
    if (!reset) throw new Problem(`Nobody here signs in as ${address}.`);
    console.log(`${reset.link}\nOpens once, until ${reset.expiresAt.toLocaleString()}. Whoever has it gets in as ${address}.`);
  });
});
