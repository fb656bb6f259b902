import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let route: typeof import("./route");
let post: (
  body: string,
  contentType: string,
) => Promise<{ status: number; answer: { data?: unknown; errors?: { message: string; extensions: { code: string } }[] } }>;

beforeAll(async () => {
  installation = await openInstallation();
  route = await import("./route");
  post = async (body, contentType) => {
    const response = await route.POST(
      new Request("http://localhost/api/graphql", { method: "POST", headers: { "content-type": contentType }, body }),
    );
    return { status: response.status, answer: await response.json().catch(() => ({})) };
  };
});
afterAll(() => installation.close());

describe("the body of a GraphQL request", () => {
  it.each(["application/json", "application/json; charset=utf-8", "Application/JSON;charset=UTF-8"])("is JSON as %s", async (contentType) => {
    expect(await post('{"query":"{ __typename }"}', contentType)).toEqual({ status: 200, answer: { data: { __typename: "Query" } } });
  });

  it.each(["", "{", "\u0003\u0004e", '{"query":'])("is refused when it is no JSON: %j", async (body) => {
    expect(await post(body, "application/json")).toMatchObject({ status: 400, answer: { errors: [{ extensions: { code: "BAD_USER_INPUT" } }] } });
  });

  it.each(["null", "[]", "1", '"text"', '{"query":1}', '{"query":"{ __typename }","variables":[]}', '{"query":"{ __typename }","extensions":"x"}'])(
    "is refused when it is no request: %s",
    async (body) => {
      expect((await post(body, "application/json")).status).toBe(400);
    },
  );

  it("is refused when the hash that it brings is not its query's", async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: "a".repeat(64) } };
    const { answer } = await post(JSON.stringify({ query: "{ __typename }", extensions }), "application/json");
    expect(answer.errors).toMatchObject([{ message: "provided sha does not match query", extensions: { code: "BAD_USER_INPUT" } }]);
  });

  it("is refused when more of its variables are wrong than are told", async () => {
    const query = "query ($input: GenerationSearchInput!) { searchGenerations(input: $input) { totalCount } }";
    const { answer } = await post(JSON.stringify({ query, variables: { input: { artifactTypes: Array(100).fill("x") } } }), "application/json");
    expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(Array(answer.errors?.length).fill("BAD_USER_INPUT"));
    expect(answer.errors?.length).toBeGreaterThan(1);
  });

  it("is refused as bad syntax when it has too many words", async () => {
    const query = `{ ${"__typename ".repeat(5001)} }`;
    const answer = await post(JSON.stringify({ query }), "application/json");
    expect(answer).toMatchObject({ status: 400, answer: { errors: [{ extensions: { code: "GRAPHQL_PARSE_FAILED" } }] } });
  });
});

it("an answer says how long it is, and is kept by nobody", async () => {
  const body = '{"query":"{ __typename }"}';
  const { headers } = await route.POST(
    new Request("http://localhost/api/graphql", { method: "POST", headers: { "content-type": "application/json" }, body }),
  );
  expect([headers.get("content-length"), headers.get("cache-control")]).toEqual(["32", "no-store"]);
});

describe("GraphQL's guards", () => {
  const ask = (query: string, variables: object = {}) => post(JSON.stringify({ query, variables }), "application/json");
  const refusal = async (query: string, variables: object = {}) => (await ask(query, variables)).answer.errors?.[0];

  it("refuse what is too deep, too costly, has too many names or is too long", async () => {
    const chain = Array.from({ length: 9 }).reduce<string>((inner) => `{ ancestry { generation ${inner} } }`, "{ id }");
    const deep = `{ generation(id: "${crypto.randomUUID()}") ${chain} }`;
    expect(await refusal(deep)).toMatchObject({ message: expect.stringContaining("depth"), extensions: { code: "BAD_USER_INPUT" } });
    expect(
      await refusal("{ myBoards(limit: 200) { generations(limit: 200) { tags { name } inputArtifacts { generation { id } } } } }"),
    ).toMatchObject({
      message: expect.stringContaining("cost"),
      extensions: { code: "BAD_USER_INPUT", reason: "request.too_complex" },
    });
    const aliases = `{ ${Array.from({ length: 40 }, (_, each) => `a${each}: me { id }`).join(" ")} }`;
    expect((await refusal(aliases))?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
    const long = await ask(`{ me { id } } # ${"x".repeat(1_100_000)}`);
    expect([long.status, long.answer.errors?.[0]?.extensions.code]).toEqual([413, "PAYLOAD_TOO_LARGE"]);
    expect(await refusal("{ myBoards(limit: 201) { id } }")).toMatchObject({ extensions: { code: "BAD_USER_INPUT", field: "limit" } });
    expect(await refusal("{ myBoardsConnection(first: 201) { totalCount } }")).toMatchObject({
      extensions: { code: "BAD_USER_INPUT", field: "first" },
    });
  });

  it("take no form, no list of requests, and answer GET only behind a header of one's own", async () => {
    const body = JSON.stringify({ query: "{ me { id } }" });
    expect((await post(body, "text/plain")).status).toBe(400);
    expect((await post(`[${body}]`, "application/json")).status).toBe(400);
    const get = (headers: HeadersInit = {}) =>
      route.GET(new Request(`http://localhost/api/graphql?query=${encodeURIComponent("{ me { id } }")}`, { headers }));
    expect((await get()).status).toBe(400);
    expect((await get({ "apollo-require-preflight": "1" })).status).toBe(200);
  });

  it("name the field of a variable that does not fit, and never show what went wrong inside", async () => {
    const bad = await refusal("mutation ($input: UpdateBoardInput!) { updateBoard(input: $input) { id } }", { input: { id: "not-an-id" } });
    expect(bad?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "id" });
    expect(await refusal('mutation { createBoard(input: { title: "  " }) { id } }')).toMatchObject({
      extensions: { code: "BAD_USER_INPUT", field: "title" },
    });
    expect(await refusal(`mutation { createBoard(input: { title: "${"x".repeat(256)}" }) { id } }`)).toMatchObject({
      extensions: { code: "BAD_USER_INPUT", field: "title" },
    });
  });
});
