import { createContext, useContext } from "react";
import { Connection, isAnswer } from "./connection.ts";
import { fileAddress } from "./file-address.ts";
import { PageAnswers } from "./page-answers.ts";

/** A value, or a function that gives it for each request, as when a token is renewed. */
type Source<T> = T | (() => T | Promise<T>);

/** How to reach a Boards server, and as whom. */
export interface ServerOptions {
  /** The server's address; left out where the server itself serves the page. */
  url?: string;
  /** An API key, or a bearer token of the server's sign-in provider; null for nobody. Left out where cookies say who it is. */
  token?: Source<string | null>;
  /** Headers for every request, such as `X-Tenant`. */
  headers?: Source<Record<string, string>>;
  /** What sends every request, instead of the browser's own. Uploads then tell no progress on the way. */
  fetch?: typeof fetch;
}

/** The one way to a Boards server: every request of the hooks, whatever it asks for, goes through here. */
export class BoardsServer {
  readonly url: string;
  /** Whether the server answers, and for whom. */
  readonly connection = new Connection(async () => {
    const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query: "{ __typename }" }) };
    const response = await this.request("/api/graphql", init);
    if (!isAnswer(response)) throw new Error(`something answered ${response.status}`);
  });

  /** What the server of the page has answered already. */
  readonly pageAnswers = new PageAnswers();

  /** `options` are read anew for each request; a `token` that is given here stays the same. */
  constructor(
    url: string,
    private readonly token: string | null,
    private readonly options: () => ServerOptions,
  ) {
    this.url = url.replace(/\/+$/, "");
  }

  /** Whether requests are sent by a function of the front end's own. */
  get hasOwnFetch(): boolean {
    return Boolean(this.options().fetch);
  }

  /** The address of a path, such as `/api/graphql`. */
  addressOf(path: string): string {
    return `${this.url}${path}`;
  }

  /**
   * The address under which this server gives out a file of its own. The API tells it with the name in the server's settings, but the front end may
   * reach the server by another: `localhost` for 127.0.0.1, a proxy's. A file that lies elsewhere keeps its address.
   */
  fileAddressOf(url: string): string {
    return fileAddress(this.url, url);
  }

  /** What says who is asking, and what the front end adds. */
  async headers(): Promise<Record<string, string>> {
    const { token, headers } = this.options();
    const [bearer, more] = await Promise.all([this.token ?? (typeof token === "function" ? token() : null), resolve(headers)]);
    return { ...more, ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) };
  }

  /** Sends a request for a path, unless its answer came with the page. Throws without an answer, and a `SessionEndedError` where one was signed in and no longer is. */
  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const known = path === "/api/graphql" ? await this.pageAnswers.take(init) : null;
    if (known) {
      this.connection.answered(known);
      return known;
    }
    const headers = new Headers(init.headers);
    for (const [name, value] of Object.entries(await this.headers())) headers.set(name, value);
    let response: Response;
    try {
      response = await (this.options().fetch ?? fetch)(this.addressOf(path), { ...init, headers });
    } catch (error) {
      if (!init.signal?.aborted) this.connection.failed();
      throw error;
    }
    this.connection.answered(response);
    return response;
  }
}

async function resolve<T>(source: Source<T> | undefined): Promise<T | undefined> {
  return typeof source === "function" ? (source as () => T | Promise<T>)() : source;
}

/** The server of the nearest `BoardsProvider`. */
export const BoardsServerContext = createContext<BoardsServer | null>(null);

/** The server that the hooks talk to, for requests that no hook makes. */
export function useBoardsServer(): BoardsServer {
  const server = useContext(BoardsServerContext);
  if (!server) throw new Error("The hooks of @boards/client need a BoardsProvider around the components that use them");
  return server;
}
