import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let post: (body: string, contentType: string) => Promise<{ status: number; answer: { data?: unknown; errors?: { extensions: { code: string } }[] } }>;

beforeAll(async () => {
  installation = await openInstallation();
  const { POST } = await import("./route");
  post = async (body, contentType) => {
    const response = await POST(new Request("http://localhost/api/graphql", { method: "POST", headers: { "content-type": contentType }, body }));
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
