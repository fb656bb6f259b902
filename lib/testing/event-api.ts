import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** An event as the function engine received it. */
interface ReceivedEvent {
  id: string;
  name: string;
  data: Record<string, unknown>;
}

/** A server that speaks Inngest's event API (`POST /e/<key>`) and remembers what came; `isDown` makes it refuse. */
export async function startEventApi() {
  const received: ReceivedEvent[] = [];
  const api = { received, isDown: false, url: "", close: () => server.close() };
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    if (api.isDown) return request.socket.destroy();
    const events = body ? [JSON.parse(body)].flat() : [];
    received.push(...events);
    response.setHeader("content-type", "application/json").end(JSON.stringify({ ids: events.map((event) => event.id), status: 200 }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  api.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return api;
}
