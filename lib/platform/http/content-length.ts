import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";

/** Carries a body's length past Next.js, and never leaves the server. */
const carrier = "x-boards-content-length";

/** Has the length that a route handler's answer declares reach the client. Next.js drops `content-length` from every answer. */
export function carryContentLength(headers: Headers): void {
  const length = headers.get("content-length");
  if (length !== null) headers.set(carrier, length);
}

/** Declares, on every answer of this process, the length that was carried. Without it no download shows how far it is. */
export function declareContentLength(): void {
  subscribe("http.server.request.start", (message) => {
    const { response } = message as { response: ServerResponse };
    const { setHeader } = response;
    response.setHeader = (name, value) => setHeader.call(response, name === carrier ? "content-length" : name, value);
  });
}
