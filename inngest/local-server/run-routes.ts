import type pg from "pg";
import { acceptEvents, asIncoming } from "./accept-events";
import { requireSigningKey } from "./authorize";
import { memoizedSteps } from "./build-call";
import { inTransaction } from "./database";
import { endRun } from "./end-run";
import type { FunctionRegistry } from "./function-registry";
import { HttpError, type Route, type RouteRequest, type RouteResponse } from "./http-server";
import { enqueueRun } from "./queue";
import { loadSteps } from "./run-store";

const runColumns = `id as run_id, function_id, event_internal_id as event_id, initcap(status) as status,
  created_at as run_started_at, ended_at, coalesce(error, output) as output`;

/**
 * The SDK's state fetches (SDK spec 4.4.2) and the part of Inngest's REST API (https://api-docs.inngest.com) that tests
 * and tools look at runs with. All ask for the hashed signing key.
 */
export function runRoutes(pool: pg.Pool, registry: FunctionRegistry, signingKey: string): Route[] {
  const authorized = (handle: (id: string) => Promise<RouteResponse>) => (request: RouteRequest) => {
    requireSigningKey(request, signingKey);
    return handle(request.parameters[0] ?? "");
  };
  const data = (body: unknown): RouteResponse => ({
    status: 200,
    body: { data: body, metadata: { fetched_at: new Date(), cached_until: null } },
  });
  const findRun = async (id: string): Promise<Record<string, unknown>> => {
    const found = await pool.query<Record<string, unknown>>(`select ${runColumns}, event from inngest_local.runs where id = $1`, [id]);
    const run = found.rows[0];
    if (!run) throw new HttpError(404, `There is no run "${id}".`);
    return run;
  };
  return [
    {
      method: "GET",
      path: "/v0/runs/:id/batch",
      handle: authorized(async (id) => ({ status: 200, body: [(await findRun(id)).event] })),
    },
    {
      method: "GET",
      path: "/v0/runs/:id/actions",
      handle: authorized(async (id) => ({ status: 200, body: memoizedSteps(await loadSteps(pool, id)).results })),
    },
    {
      method: "GET",
      path: "/v1/runs/:id",
      handle: authorized(async (id) => {
        const { event: _, ...run } = await findRun(id);
        return data(run);
      }),
    },
    {
      method: "DELETE",
      path: "/v1/runs/:id",
      handle: authorized(async (id) => {
        await findRun(id);
        await inTransaction(pool, async (client) => {
          const error = { name: "FunctionCancelled", message: "Cancelled by request" };
          await acceptEvents(client, registry, asIncoming(await endRun(client, registry, id, { status: "cancelled", error })));
          await enqueueRun(client, id, "signal");
        });
        return data(null);
      }),
    },
    {
      method: "GET",
      path: "/v1/events/:id/runs",
      handle: authorized(async (id) => {
        const found = await pool.query(
          `select ${runColumns} from inngest_local.runs
           where event_internal_id in (select internal_id from inngest_local.events where internal_id = $1 or id = $1)
           order by id`,
          [id],
        );
        return data(found.rows);
      }),
    },
  ];
}
