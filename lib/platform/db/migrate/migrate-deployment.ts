import { deployMigrations } from "@/lib/platform/db/migrate/deploy";

/**
 * Migrates the database of a deployment on Vercel while it is built: before it answers anybody, and under a lock, so that of two that are
 * built at once one waits. A preview's settings may name production's database, so that it is left alone unless BOARDS_PREVIEWS says that it
 * is the previews' own. Answers what was done, in words; a failure fails the build, and the deployment before it stays.
 */
export async function migrateDeployment(variables: Record<string, string | undefined>, migrate = deployMigrations): Promise<string> {
  const isPreview = variables.VERCEL_ENV !== "production";
  if (isPreview && !/^(1|true|yes|on)$/i.test(variables.BOARDS_PREVIEWS ?? ""))
    return "left the database as it is: this is no production deployment, and BOARDS_PREVIEWS is not set";
  const databaseUrl = variables.DATABASE_DIRECT_URL || variables.BOARDS_DATABASE_URL || variables.DATABASE_URL;
  if (!databaseUrl) throw new Error("DATABASE_URL is missing. Set it for builds, too: they migrate the database.");
  const applied = await migrate(databaseUrl);
  return applied.length > 0 ? `applied ${applied.join(", ")}` : "up to date";
}
