import { type Inngest, InngestCommHandler, type InngestFunction } from "inngest";
import type { AppHandler, AppRequest, AppResponse } from "@/inngest/local-server/call-app";

const inLowerCase = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** Serves functions to an engine in this process, registered at `serveOrigin`: what `/api/inngest` does over HTTP. */
export function serveHere(client: Inngest.Any, functions: InngestFunction.Any[], serveOrigin: string): AppHandler {
  const handler = new InngestCommHandler({
    frameworkName: "worker",
    client,
    functions,
    serveOrigin,
    handler: ({ method, url, headers, body }: AppRequest) => {
      const named = inLowerCase(headers);
      return {
        body: () => body,
        headers: (name) => named[name.toLowerCase()],
        method: () => method,
        url: () => url,
        transformResponse: ({ status, headers, body }): AppResponse => ({ status, headers: inLowerCase(headers), body }),
      };
    },
  });
  return handler.createHandler();
}
