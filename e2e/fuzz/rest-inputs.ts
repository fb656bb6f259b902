import fc from "fast-check";
import { jsonBody, multipartBody, oddBody, type Plan, rawBody } from "./bodies";
import { type GeneratorForm, generatorRequest } from "./generator-requests";
import { fromJsonSchema, type JsonSchema } from "./json-schema-values";
import type { Kind } from "./known-values";
import { id, known, oddText, type Taste, tasted, tastes } from "./values";

interface Described {
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { content: Record<string, { schema: JsonSchema }> };
}

/** As much of the OpenAPI document as is needed. */
export interface OpenApiDocument {
  paths: Record<string, Record<string, Described>>;
}

/** A route and method, and how requests to it are made. */
export interface RestOperation {
  name: string;
  inputs: fc.Arbitrary<Plan>;
  /** Not in the OpenAPI document: it is there to be refused. */
  isExtra?: boolean;
}

const parameterKinds: Record<string, Kind> = { board: "board", ticket: "ticket", path: "filePath", jobId: "providerJob" };
const kindOfParameter = (name: string, path: string): Kind | undefined =>
  name === "id" ? (path.includes("/tenant") ? "tenant" : "generation") : parameterKinds[name];

/** Every route and method of the document. */
export function restOperations({ paths }: OpenApiDocument, generators: GeneratorForm[]): RestOperation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => {
      const inputs = fc
        .constantFrom(...tastes, "fitting" as const, "fitting" as const)
        .chain((taste) => plans(path, method, described, taste, generators));
      return { name: `${method.toUpperCase()} ${path}`, inputs };
    }),
  );
}

function plans(
  path: string,
  method: string,
  { parameters = [], requestBody }: Described,
  taste: Taste,
  generators: GeneratorForm[],
): fc.Arbitrary<Plan> {
  const values = (place: string) => {
    const these = parameters.filter((each) => each.in === place);
    const model = Object.fromEntries(these.map(({ name }) => [name, parameterValue(name, path, taste, generators)]));
    // An address that was signed says everything itself; what else may stand in it is odd.
    const isOptional = taste === "fitting" && path.includes("/storage/");
    return fc
      .record(model, { requiredKeys: these.filter(({ required }) => required).map(({ name }) => name) })
      .map((each) => (isOptional && place === "query" ? {} : each));
  };
  return fc.record({
    method: fc.constant(method.toUpperCase()),
    path: fc.constant(path),
    parameters: values("path"),
    query: values("query"),
    headers: headers(taste),
    body: bodyFor(path, requestBody, taste, generators),
  });
}

function parameterValue(name: string, path: string, taste: Taste, generators: GeneratorForm[]): fc.Arbitrary<unknown> {
  const kind = kindOfParameter(name, path);
  const providers = [...new Set(generators.map(({ provider }) => provider))];
  const oddAddress = fc.oneof(
    fc.constantFrom(
      "%zz",
      "%",
      "%00",
      "%ff%fe",
      "..%2f..%2fpackage.json",
      "%2e%2e/%2e%2e/x",
      "a//b",
      "%ed%a0%80",
      "a".repeat(5000),
      "%F0%9F%98%80.png",
      "-1",
      "1e400",
    ),
    oddText,
  );
  const fitting = kind ? known(kind) : name === "provider" ? fc.constantFrom(...providers) : fc.constantFrom("true", "1", "harbour.png", "夜 😀.png");
  return tasted(taste, { fitting, edge: kind ? fc.oneof(id(kind).edge, oddAddress) : oddAddress, rubbish: oddAddress });
}

const nobodyHas = "eyJhbGciOiJIUzI1NiJ9.e30.AAAA";
function headers(taste: Taste): fc.Arbitrary<Record<string, string>> {
  if (taste === "fitting")
    return fc.constantFrom<Record<string, string>>({}, {}, {}, { range: "bytes=0-9" }, { "if-none-match": '"x"' }, { accept: "text/html" });
  return fc
    .tuple(
      fc.constantFrom(
        "range",
        "last-event-id",
        "authorization",
        "cookie",
        "x-tenant",
        "x-request-id",
        "if-none-match",
        "if-modified-since",
        "accept-encoding",
        "user-agent",
        "content-type",
        "x-forwarded-for",
      ),
      fc.oneof(
        fc.constantFrom(
          "bytes=-1",
          "bytes=5-2",
          "bytes=0-0,2-3",
          "bytes=99999999999999999999-",
          "bytes=",
          "-1",
          "1e9",
          "99999999999999999999",
          "9223372036854775808",
          "Bearer",
          "Bearer boards_x",
          `Bearer ${nobodyHas}`,
          "Basic eDp5",
          "next-auth.session-token=x",
          "next-auth.session-token=%zz",
          "a=b; ;=;",
          "text/plain; charset=utf-16",
          "::1",
          "*",
          "",
        ),
        oddText,
      ),
    )
    .map(([name, value]): Record<string, string> => ({ [name]: value.slice(0, 2000) }));
}

function bodyFor(path: string, requestBody: Described["requestBody"], taste: Taste, generators: GeneratorForm[]): fc.Arbitrary<Plan["body"]> {
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  if (!type || !content) return taste === "rubbish" ? fc.option(oddBody) : fc.constant(null);
  if (type === "multipart/form-data") return multipartBody(taste);
  if (type === "application/octet-stream") return rawBody;
  const strings = {
    board_id: known("board"),
    parent_generation_id: known("generation"),
    slug: fc.nat().map((random) => `slug-${random}`),
    organization_slug: fc.nat().map((random) => `org-${random}`),
  };
  const fields = content.schema.properties ? fromJsonSchema(content.schema, taste, strings) : webhookCall;
  const asked =
    path !== "/api/jobs/generations"
      ? fields
      : fc
          .tuple(fields, generatorRequest({ taste, generators }))
          .map(([each, { generatorName, artifactType, inputParams }]) =>
            typeof each === "object"
              ? { ...each, generator_name: generatorName, artifact_type: artifactType.toLowerCase(), input_params: inputParams }
              : each,
          );
  return taste === "rubbish" ? fc.oneof({ weight: 2, arbitrary: asked.map(jsonBody) }, { weight: 1, arbitrary: oddBody }) : asked.map(jsonBody);
}

const webhookCall = fc.record({
  request_id: known("externalJobId"),
  status: fc.constantFrom("OK", "ERROR", "succeeded", "\u0000"),
  payload: fc.option(fc.jsonValue()),
  taskId: known("externalJobId"),
});

const pages = [
  "/",
  "/sign-in",
  "/sign-up",
  "/setup",
  "/admin",
  "/account",
  "/graphql",
  "/graphiql",
  "/health",
  "/api/graphql",
  "/api/inngest",
  "/api/nothing",
  "/api/openapi.json",
  "/api/auth/session",
  "/_next/image?url=%2Fx&w=1&q=1",
];

/** What nobody offers: other methods, other addresses, and GraphQL's own route with bodies of every kind. */
export function extraOperations({ paths }: OpenApiDocument): RestOperation[] {
  const everywhere = fc.constantFrom(...pages, ...Object.keys(paths));
  const methods = fc.constantFrom(
    "GET",
    "HEAD",
    "POST",
    "PUT",
    "PATCH",
    "DELETE",
    "OPTIONS",
    "TRACE",
    "PROPFIND",
    "MKCOL",
    "PURGE",
    "SEARCH",
    "LOCK",
    "REPORT",
    "QUERY",
  );
  const pathValue = fc.oneof(known("generation"), known("board"), fc.constantFrom("%zz", "%00", "x"));
  const other = fc.record({
    method: methods,
    path: everywhere,
    parameters: fc.record({ id: pathValue, ticket: pathValue, path: pathValue, provider: pathValue, jobId: pathValue }),
    query: fc.constant({}),
    headers: headers("edge"),
    body: fc.option(oddBody),
  });
  const address = fc.record({
    method: fc.constantFrom("GET", "POST", "HEAD"),
    path: fc.oneof(
      fc
        .tuple(fc.constantFrom("/boards/", "/shared/", "/invitation/", "/api/auth/", "/api/", "/api/storage/", "/admin/", "//", "/."), oddText)
        .map((parts) => parts.join("")),
      fc.constantFrom(
        "/boards/%zz",
        "/%",
        "/%ff",
        "/%00",
        "/boards/%ed%a0%80",
        "/?x=%zz",
        "/api/graphql?query=%zz",
        "/sign-in?callbackUrl=//elsewhere",
        "/api/auth/callback/password",
        "/api/auth/signout",
        "/api/auth/_log",
      ),
    ),
    parameters: fc.constant({}),
    query: fc.constant({}),
    headers: headers("edge"),
    body: fc.constant(null),
  });
  const envelope = fc.record({
    method: fc.constantFrom("POST", "POST", "GET"),
    path: fc.constant("/api/graphql"),
    parameters: fc.constant({}),
    query: fc.record({ query: oddText, variables: oddText, extensions: oddText, operationName: oddText }, { requiredKeys: [] }),
    headers: headers("edge"),
    body: fc.oneof(oddBody, envelopes.map(jsonBody)),
  });
  return [
    { name: "other methods", inputs: other, isExtra: true },
    { name: "other addresses", inputs: address, isExtra: true },
    { name: "GraphQL over HTTP", inputs: envelope, isExtra: true },
  ];
}

const envelopes = fc.oneof(
  fc.record(
    {
      query: fc.oneof(
        fc.constantFrom<unknown>(
          "{ me { id } }",
          "query A { me { id } } query B { me { id } }",
          "{",
          "subscription { x }",
          "{ __schema { types { name } } }",
          "{ me { ...F } } fragment F on User { ...F }",
        ),
        oddText,
        fc.jsonValue(),
      ),
      variables: fc.oneof(fc.constantFrom<unknown>({}, null, "{}", [], 1, { __proto__: 1 }), fc.jsonValue()),
      operationName: fc.oneof(fc.constantFrom<unknown>("A", "B", null, 1, "\u0000"), oddText),
      extensions: fc.oneof(
        fc.constantFrom<unknown>(
          {},
          { persistedQuery: { version: 1, sha256Hash: "a".repeat(64) } },
          { persistedQuery: { version: 2 } },
          { persistedQuery: "x" },
          { persistedQuery: null },
          [],
        ),
      ),
    },
    { requiredKeys: [] },
  ),
  fc.constantFrom<unknown>([], [{ query: "{ me { id } }" }], null, 1, "text", {}),
);
