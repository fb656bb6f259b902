import { setTimeout } from "node:timers/promises";

type Answer = (request: Request) => Promise<Response>;

// Next.js evaluates pages and routes apart, each with modules of its own: the schema is not to be made for both.
const kept = globalThis as { boardsGraphql?: Answer };

/** Lets the pages of this process ask the GraphQL route. */
export function answerPages(route: Answer): void {
  kept.boardsGraphql = route;
}

/**
 * What the browser that asked for a page would be answered if it sent this body to the GraphQL route: it is asked with the same headers, and counts
 * against the same limits. Null for an answer that is not whole, or takes longer than `patienceMs`: the page asks for itself then.
 */
export async function answerForPage(body: string, page: Headers, patienceMs = 2000): Promise<{ body: string; viewer: string | null } | null> {
  const route = kept.boardsGraphql;
  if (!route) return null;
  const headers = new Headers(page);
  for (const name of ["content-length", "origin"]) headers.delete(name);
  for (const name of ["accept", "content-type"]) headers.set(name, "application/json");
  const leaving = new AbortController();
  try {
    const request = new Request(`http://${page.get("host")}/api/graphql`, { method: "POST", headers, body, signal: leaving.signal });
    const response = await Promise.race([route(request), setTimeout(patienceMs, null, { signal: leaving.signal })]);
    const text = response?.ok ? await response.text() : "";
    return text.startsWith('{"data":') ? { body: text, viewer: response?.headers.get("x-viewer") ?? null } : null;
  } catch {
    return null;
  } finally {
    leaving.abort();
  }
}
