import http from "node:http";
import type { AddressInfo } from "node:net";
import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/node";

/** Keys that all tests share. */
export const testKeys = { eventKey: "test-event-key", signingKey: "signkey-test-0123456789abcdef" };

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** A client as an app has one, pointed at a local server. */
export function createTestClient(baseUrl: string): Inngest {
  return new Inngest({ id: "app", isDev: false, baseUrl, ...testKeys, logger: silent });
}

/** An app whose port is known before its functions are, and which can die and return as a killed Next.js does. */
export class TestApp {
  #server: http.Server | undefined;
  #handler: http.RequestListener = (_request, response) => response.writeHead(503).end();
  #port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.#port}/api/inngest`;
  }

  async listen(): Promise<void> {
    const server = http.createServer((request, response) => this.#handler(request, response));
    await new Promise<void>((resolve) => server.listen(this.#port, "127.0.0.1", resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  serve(client: Inngest, functions: InngestFunction.Any[]): void {
    this.#handler = serve({ client, functions });
  }

  /** Listens on this port from the next time on. */
  moveTo(port: number): void {
    this.#port = port;
  }

  /** Breaks every connection off, as `kill -9` does. */
  async kill(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }
}
