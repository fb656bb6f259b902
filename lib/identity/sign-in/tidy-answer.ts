import { signInErrorOf } from "@/lib/identity/sign-in/sign-in-errors";

/**
 * An answer of next-auth with nothing in its addresses but codes of ours: next-auth writes the text of whatever error it meets, a refused
 * statement of the database too, and whatever a crafted address says, into the address of the page. `extra` headers are added.
 */
export async function tidyAnswer(answer: Response, extra: Headers): Promise<Response> {
  const headers = new Headers(answer.headers);
  for (const [name, value] of extra) headers.append(name, value);
  const status = extra.has("retry-after") ? 429 : answer.status;
  const location = headers.get("location");
  if (location) headers.set("location", withKnownError(location));
  if (!headers.get("content-type")?.includes("json")) return new Response(answer.body, { status, headers });
  const body = (await answer.json()) as { url?: unknown } | null;
  if (typeof body?.url === "string") body.url = withKnownError(body.url);
  headers.delete("content-length");
  return Response.json(body, { status, headers });
}

function withKnownError(address: string): string {
  const [, path = address, query] = address.match(/^([^?]*)\?(.*)$/s) ?? [];
  const parameters = new URLSearchParams(query);
  const error = parameters.get("error");
  if (error === null) return address;
  // All that a page of ours takes beside it; nothing that was smuggled in with the error.
  const callbackUrl = parameters.get("callbackUrl");
  return `${path}?${new URLSearchParams({ ...(callbackUrl ? { callbackUrl } : {}), error: signInErrorOf(error) })}`;
}
