import { AsyncLocalStorage } from "node:async_hooks";

/** Behind the wall: one tenant's id, or null for somebody of no tenant, who sees public boards alone. */
interface Standpoint {
  tenantId: string | null;
}

/** One piece of work, in a scope of its own; without a standpoint it is the installation's. */
interface Scope {
  standpoint?: Standpoint;
}

// Each bundle of Next.js evaluates this module for itself, and the connections of all of them must hear of the same scope.
const kept = globalThis as { boardsWall?: AsyncLocalStorage<Scope> };
kept.boardsWall ??= new AsyncLocalStorage<Scope>();
const wall = kept.boardsWall;

/** Does `work` behind the wall of one tenant: whatever its queries forget to ask for, Postgres shows it no other tenant's rows. */
export function withinTenant<T>(tenantId: string | null, work: () => Promise<T>): Promise<T> {
  // Awaited inside: a query of Prisma begins when somebody waits for it, and must begin here.
  return wall.run({ standpoint: { tenantId } }, async () => await work());
}

/** Does `work` for the installation itself, as background functions do. For what concerns several tenants, after a policy allowed it. */
export function asInstallation<T>(work: () => Promise<T>): Promise<T> {
  return wall.run({}, async () => await work());
}

/** Where the running code stands; null outside every tenant, as the installation. */
export function currentStandpoint(): Standpoint | null {
  return wall.getStore()?.standpoint ?? null;
}

/** The piece of work that the running code belongs to: the same object throughout it, and another for every other. Null outside of any. */
export function currentScope(): object | null {
  return wall.getStore() ?? null;
}
