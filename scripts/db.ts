// `npm run db:migrate | db:rollback | db:status | db:new NAME`
import { deployMigrations, migrationStatus, rollbackMigration } from "@/lib/platform/db/migrate/deploy";
import { MigrationError } from "@/lib/platform/db/migrate/migrations";
import { newMigration } from "@/lib/platform/db/migrate/new-migration";
import { seed } from "@/prisma/seed/seed";
import { launch, Problem } from "./launch/problem.mjs";
import { withDatabase } from "./launch/with-database.mjs";

await launch(async () => {
  const [command, argument] = process.argv.slice(2);
  await withDatabase(async (databaseUrl) => {
    const told = await perform(command, argument, databaseUrl).catch((error) => {
      throw error instanceof MigrationError ? new Problem(error.message) : error;
    });
    console.log(told);
  });
});

async function perform(command: string | undefined, argument: string | undefined, databaseUrl: string): Promise<string> {
  if (command === "migrate") {
    const applied = await deployMigrations(databaseUrl);
    if (argument === "--seed") await seed();
    return applied.length > 0 ? `applied ${applied.join(", ")}` : "up to date";
  }
  if (command === "rollback") return `took back ${(await rollbackMigration(databaseUrl)) ?? "nothing: nothing is applied"}`;
  if (command === "status") {
    const { applied, pending } = await migrationStatus(databaseUrl);
    return [...applied.map((name) => `applied  ${name}`), ...pending.map((name) => `pending  ${name}`)].join("\n");
  }
  if (command === "new" && argument) return `wrote ${await newMigration(argument, databaseUrl)}`;
  throw new Problem("Say what to do: db:migrate, db:rollback, db:status, or db:new NAME.");
}
