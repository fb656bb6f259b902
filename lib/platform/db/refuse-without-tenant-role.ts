import { db } from "@/lib/platform/db/client";
import { tenantRoleProblem } from "@/lib/platform/db/tenant-role";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { log } from "@/lib/platform/log";

/** Ends a server whose database user may not work for viewers, with the SQL for who can mend it: all it answered would be errors. */
export async function refuseWithoutTenantRole(): Promise<void> {
  let problem: string | null = null;
  try {
    problem = await asInstallation(() => tenantRoleProblem((sql) => db().$queryRawUnsafe(sql)));
  } catch (error) {
    // A database that is away comes back.
    log.error({ err: error }, "could not read the database's roles at startup");
  }
  if (!problem) return;
  console.error(problem);
  process.exit(1);
}
