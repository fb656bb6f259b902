import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { print } from "graphql";

/** Where the installation answers that is measured. */
export const base = process.env.BOARDS_URL ?? "http://127.0.0.1:3000";

/** Asks the API, at `base` unless told, as whoever the headers name; throws on any error. */
export async function ask<T>(query: string, variables: Record<string, unknown> = {}, url = base, headers: Record<string, string> = {}): Promise<T> {
  const response = await fetch(`${url}/api/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: unknown[] };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** What a screen asks, as it is sent; the types check its variables. */
export const asScreensAsk = <Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): { query: string; variables: Variables } => ({ query: print(document), variables });
