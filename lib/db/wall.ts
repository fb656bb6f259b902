import { AsyncLocalStorage } from "node:async_hooks";

/** Behind the wall: one tenant's id, or null for somebody of no tenant, who sees public boards alone. */
interface Standpoint {
  tenantId: string | null;
}

// Each bundle of Next.js evaluates this module for itself, and the connections of all of them must hear of the same standpoint.
const kept = globalThis as { boardsWall?: AsyncLocalStorage<Standpoint> };
kept.boardsWall ??= new AsyncLocalStorage<Standpoint>();
const wall = kept.boardsWall;

/** Does `work` behind the wall of one tenant: whatever its queries forget to ask for, Postgres shows it no other tenant's rows. */
export function withinTenant<T>(tenantId: string | null, work: () => Promise<T>): Promise<T> {
  // Awaited inside: a query of Prisma begins when somebody waits for it, and must begin here.
  return wall.run({ tenantId }, async () => await work());
}

/** Does `work` for the installation itself, as background functions do. For what concerns several tenants, after a policy allowed it. */
export function asInstallation<T>(work: () => Promise<T>): Promise<T> {
  return wall.exit(async () => await work());
}

/** Where the running code stands; null outside every tenant, as the installation. */
export function currentStandpoint(): Standpoint | null {
  return wall.getStore() ?? null;
}
