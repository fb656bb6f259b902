import type pg from "pg";
import { type IncomingEvent, takeEvents } from "./accept-events";
import { eventSchema, type InngestEvent } from "./events";
import type { FunctionRegistry } from "./function-registry";
import { HttpError, type Route } from "./http-server";
import { createSeededUlid, createUlid } from "./identifiers";
import { sameSecret } from "./signatures";

/** As large as an event may be that Inngest takes: https://www.inngest.com/docs/usage-limits/inngest */
const largestEventBytes = 3 * 1024 * 1024;

/** `POST /e/:key` takes one event or a list, and answers `{ids, status}` once all they cause is stored. */
export function eventRoutes(pool: pg.Pool, registry: FunctionRegistry, eventKey: string): Route[] {
  return [
    {
      method: "POST",
      path: "/e/:key",
      handle: async ({ parameters, headers, json }) => {
        if (!sameSecret(parameters[0] ?? "", eventKey)) throw new HttpError(401, "Event key not found");
        const incoming = readEvents(json(), headers["x-inngest-event-id-seed"]);
        const ids = await takeEvents(pool, registry, incoming);
        return { status: 200, body: { ids, status: 200 } };
      },
    },
  ];
}

function readEvents(body: unknown, seed: string | string[] | undefined): IncomingEvent[] {
  const events = Array.isArray(body) ? body : [body];
  return events.map((item, index) => {
    const parsed = eventSchema.safeParse(item);
    if (!parsed.success) throw new HttpError(400, `Event ${index} is invalid: ${parsed.error.issues[0]?.message ?? ""}`);
    const event: InngestEvent = parsed.data;
    if (Buffer.byteLength(JSON.stringify(event)) > largestEventBytes)
      throw new HttpError(413, `Event ${index} is larger than ${largestEventBytes} bytes, the most that Inngest takes.`);
    if (event.name.toLowerCase().startsWith("inngest/")) {
      throw new HttpError(400, `Event ${index} has the name "${event.name}", which only Inngest itself may send.`);
    }
    return { internalId: internalIdFor(typeof seed === "string" ? seed : undefined, index), event };
  });
}

// The SDK repeats a request that failed under the same seed; its events must then not be taken twice.
function internalIdFor(seed: string | undefined, index: number): string {
  const sentAt = Number(seed?.split(",")[0]);
  return seed && Number.isSafeInteger(sentAt) && sentAt > 0 ? createSeededUlid(sentAt, `${seed},${index}`) : createUlid();
}
