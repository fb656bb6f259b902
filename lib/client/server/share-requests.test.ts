import { ApolloClient, ApolloLink, gql, InMemoryCache, Observable } from "@apollo/client";
import { expect, it } from "vitest";
import { shareRequests, unshared } from "./share-requests.ts";

const things = gql`
  query Things($limit: Int) {
    things(limit: $limit)
  }
`;
const addThing = gql`
  mutation AddThing {
    addThing
  }
`;

/** A client whose requests are answered when the test says so, in any order. */
function heldClient() {
  const sent: { name: string; answer: (data: Record<string, unknown>) => void }[] = [];
  const held = new ApolloLink(
    ({ operationName = "" }) =>
      new Observable((observer) => {
        const answer = (data: Record<string, unknown>) => {
          observer.next({ data });
          observer.complete();
        };
        sent.push({ name: operationName, answer });
      }),
  );
  const client = new ApolloClient({ cache: new InMemoryCache(), queryDeduplication: false, link: shareRequests().concat(held) });
  const ask = (limit = 1, context = {}) =>
    client
      .query<{ things: number[] }>({ query: things, variables: { limit }, fetchPolicy: "network-only", context })
      .then(({ data }) => data?.things);
  return { client, sent, ask };
}

it("sends once what is asked for at the same time, and again what is asked for later, otherwise, or by itself", async () => {
  const { sent, ask } = heldClient();
  const together = [ask(), ask()];
  expect(sent).toHaveLength(1);
  const [other, alone] = [ask(2), ask(1, unshared)];
  expect(sent).toHaveLength(3);
  sent.forEach(({ answer }, place) => {
    answer({ things: [place] });
  });
  expect(await Promise.all([...together, other, alone])).toEqual([[0], [0], [1], [2]]);
  const later = ask();
  sent[3]?.answer({ things: [3] });
  expect(await later).toEqual([3]);
});

it("has nobody who asks after a change share a request that was sent before it", async () => {
  const { client, sent, ask } = heldClient();
  const before = ask();
  const changed = client.mutate({ mutation: addThing });
  sent[1]?.answer({ addThing: true });
  await changed;
  const after = ask();
  expect(sent.map(({ name }) => name)).toEqual(["Things", "AddThing", "Things"]);
  sent[2]?.answer({ things: [1, 2] });
  sent[0]?.answer({ things: [1] });
  expect([await before, await after]).toEqual([[1], [1, 2]]);
});
