import { describe, expect, it } from "vitest";
import { BoardsServer, type ServerOptions } from "./boards-server.ts";

const asked = async (url: string, token: string | null, options: ServerOptions) => {
  const requests: { address: string; headers: Record<string, string> }[] = [];
  const send: typeof fetch = async (address, init) => {
    requests.push({ address: String(address), headers: Object.fromEntries(new Headers(init?.headers)) });
    return new Response("{}");
  };
  const server = new BoardsServer(url, token, () => ({ fetch: send, ...options }));
  await server.request("/api/graphql", { headers: { accept: "application/json" } });
  return requests;
};

describe("a request", () => {
  it.each<[what: string, url: string, token: string | null, options: ServerOptions, address: string, headers: Record<string, string>]>([
    ["asks the page's own server, by its cookies", "", null, {}, "/api/graphql", {}],
    ["carries a token", "https://b.example/", "key", {}, "https://b.example/api/graphql", { authorization: "Bearer key" }],
    [
      "asks for a token each time",
      "https://b.example",
      null,
      { token: async () => "new" },
      "https://b.example/api/graphql",
      { authorization: "Bearer new" },
    ],
    ["carries none of nobody", "", null, { token: () => null }, "/api/graphql", {}],
    ["carries more headers", "", "key", { headers: { "X-Tenant": "acme" } }, "/api/graphql", { authorization: "Bearer key", "x-tenant": "acme" }],
    ["asks for headers each time", "", null, { headers: () => ({ "X-Tenant": "acme" }) }, "/api/graphql", { "x-tenant": "acme" }],
  ])("%s", async (_what, url, token, options, address, headers) => {
    expect(await asked(url, token, options)).toEqual([{ address, headers: { accept: "application/json", ...headers } }]);
  });
});

it("files of the server are opened where the front end reaches it, and others where they lie", () => {
  const path = "/api/storage/t/image/b/a/original?expires=1&filename=a+b&signature=abc";
  const at = (url: string) => new BoardsServer(url, null, () => ({}));
  expect(at("").fileAddressOf(`https://boards.example:8443${path}`)).toBe(path);
  expect(at("").fileAddressOf(path)).toBe(path);
  expect(at("https://b.example").fileAddressOf(`http://localhost:3000${path}`)).toBe(`https://b.example${path}`);
  expect(at("https://b.example/studio/").fileAddressOf(path)).toBe(`https://b.example/studio${path}`);
  for (const elsewhere of [
    "https://files.example/a.png",
    "http://localhost:8088/api/storage/t/image/b/a/original",
    "https://files.example/x?of=/api/storage/a?signature=b",
  ])
    expect(at("https://b.example").fileAddressOf(elsewhere)).toBe(elsewhere);
});
