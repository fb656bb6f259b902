import type { ApolloClient } from "@apollo/client";

/** Those of these queries, by name, that a component shows now. Asking for others again makes Apollo warn. */
export function shownQueries(client: ApolloClient, names: string[]): string[] {
  const shown = new Set([...client.getObservableQueries("active")].map(({ queryName }) => queryName));
  return names.filter((name) => shown.has(name));
}
