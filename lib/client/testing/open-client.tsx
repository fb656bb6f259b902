import { cleanup, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { askGraphql } from "@/lib/testing/ask-graphql";
import { openLedger } from "@/lib/testing/ledger";
import { waitLimitMs } from "@/lib/testing/wait-limit";
import { BoardsProvider } from "../boards-provider.tsx";

/** What the other routes of the server answer, by path. */
export type Routes = Record<string, (init: RequestInit, path: string) => Response | Promise<Response>>;

/** How long the answer to an operation is on its way. */
export type Travel = (operation: string) => Promise<void>;

/** Hooks in a browser's page, asking the real GraphQL server of an installation of this test file's own. */
export async function openClient(settings: Record<string, string> = {}) {
  const ledger = await openLedger(settings);
  const { installation } = ledger;
  const owner = await installation.viewer("owner");
  const asked: string[] = [];
  // Loads the server, which takes longer than a hook is waited for.
  await askGraphql(null, "{ __typename }");

  const serverOf =
    (viewer: Viewer | null, routes: Routes, travel: Travel): typeof fetch =>
    async (address, init = {}) => {
      const path = String(address);
      const route = Object.entries(routes).find(([each]) => path.startsWith(each))?.[1];
      if (route) return route(init, path);
      const { query, variables } = askedFor(path, init);
      const operation = /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? query;
      asked.push(operation);
      const { data, errors } = await askGraphql(viewer, query, variables);
      await travel(operation);
      return Response.json({ data, ...(errors.length > 0 ? { errors } : {}) });
    };

  return {
    ledger,
    owner,
    /** The operations that were asked for, in order. */
    asked,
    /** Shows a hook to a viewer, the owner unless said otherwise, on a page of its own. */
    show<T>(
      hook: () => T,
      { viewer = owner, routes = {}, travel = async () => {} }: { viewer?: Viewer | null; routes?: Routes; travel?: Travel } = {},
    ) {
      const server = serverOf(viewer, routes, travel);
      const wrapper = ({ children }: { children: ReactNode }) => <BoardsProvider fetch={server}>{children}</BoardsProvider>;
      const { result, rerender, unmount } = renderHook(hook, { wrapper });
      return {
        get now() {
          return result.current;
        },
        rerender: () => rerender(),
        unmount,
        /** Waits until the hook says so. */
        until: (check: (now: T) => void) => waitFor(() => check(result.current), { timeout: waitLimitMs }),
      };
    },
    async close() {
      cleanup();
      await ledger.close();
    },
  };
}

function askedFor(path: string, { method, body }: RequestInit): { query: string; variables: Record<string, unknown> } {
  if (method !== "GET") return JSON.parse(String(body));
  const { searchParams } = new URL(path, "http://boards.test");
  return { query: searchParams.get("query") ?? "", variables: JSON.parse(searchParams.get("variables") ?? "{}") };
}

/** What a promise fails with, as the hooks' users read it. */
export async function failureOf(work: Promise<unknown>): Promise<unknown> {
  const nothing = Symbol("it worked");
  const failure = await work.then(
    () => nothing,
    (error: unknown) => error,
  );
  expect(failure).not.toBe(nothing);
  return failure;
}
