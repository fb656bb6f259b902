import { AsyncLocalStorage } from "node:async_hooks";
import type { TimeLimitName } from "@/lib/platform/db/time-limits";

/** The tenant scope: one tenant's id, or null for someone of no tenant, who sees public boards alone. */
interface TenantScope {
  tenantId: string | null;
}

/** One piece of work, in a scope of its own; without a tenantScope it is the installation's. */
interface Scope {
  tenantScope?: TenantScope;
  /** Which time limits its statements have; the usual ones if it says nothing. */
  timeLimit?: TimeLimitName;
  /** Aborted when nobody waits for it any more: its statements are ended. */
  signal?: AbortSignal;
}

// Each bundle of Next.js evaluates this module for itself, and the connections of all of them must hear of the same scope.
const kept = globalThis as { boardsScopes?: AsyncLocalStorage<Scope> };
kept.boardsScopes ??= new AsyncLocalStorage<Scope>();
const scopes = kept.boardsScopes;

/** Does `work` in the tenant scope of one tenant: whatever its queries forget to ask for, Postgres shows it no other tenant's rows. */
export function withinTenant<T>(tenantId: string | null, work: () => Promise<T>): Promise<T> {
  // Awaited inside: a query of Prisma begins when someone waits for it, and must begin here.
  return scopes.run({ tenantScope: { tenantId } }, async () => await work());
}

/** Does `work` for the installation itself, as background functions do. For what concerns several tenants, after a policy allowed it. */
export function asInstallation<T>(work: () => Promise<T>): Promise<T> {
  return scopes.run({}, async () => await work());
}

/** As `asInstallation`, for what one request reads: it is ended with the request, which work for many (a journal, an audit line) must not be. */
export function readAsInstallation<T>(work: () => Promise<T>): Promise<T> {
  const signal = scopes.getStore()?.signal;
  return scopes.run(signal ? { signal } : {}, async () => await work());
}

/** Does `work` with other time limits than the usual ones, in the scope where it stands. */
export function withinTime<T>(timeLimit: TimeLimitName, work: () => Promise<T>): Promise<T> {
  return scopes.run({ ...scopes.getStore(), timeLimit }, async () => await work());
}

/** Which time limits the running code has. */
export function currentTimeLimit(): TimeLimitName {
  return scopes.getStore()?.timeLimit ?? "usual";
}

/** From now on the scope's statements are ended when `signal` is aborted. For what only reads: a change is finished or taken back whole. */
export function endWith(signal: AbortSignal | undefined): void {
  const scope = scopes.getStore();
  if (scope && signal) scope.signal = signal;
}

/** What ends the statements of the running code. */
export function currentSignal(): AbortSignal | null {
  return scopes.getStore()?.signal ?? null;
}

/** Where the running code stands; null outside every tenant, as the installation. */
export function currentTenantScope(): TenantScope | null {
  return scopes.getStore()?.tenantScope ?? null;
}

/** The piece of work that the running code belongs to: the same object throughout it, and another for every other. Null outside of any. */
export function currentScope(): object | null {
  return scopes.getStore() ?? null;
}
