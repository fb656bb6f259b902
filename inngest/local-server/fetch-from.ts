import { HttpError, type Respond } from "./http-server";

/** A `fetch` whose every request is answered here, whatever its origin; its bodies are texts, as the SDK's are. */
export function fetchFrom(respond: Respond): typeof fetch {
  return async (input, init) => {
    const { body, method = "GET" } = init ?? {};
    if (body && typeof body !== "string") throw new HttpError(400, "The body of a request within the process must be a text.");
    const headers = Object.fromEntries(new Headers(init?.headers));
    const url = input instanceof Request ? input.url : String(input);
    const answer = await respond({ method: method.toUpperCase(), url, headers, body: async () => body ?? "" });
    return new Response(JSON.stringify(answer.body), { status: answer.status, headers: { "Content-Type": "application/json" } });
  };
}
