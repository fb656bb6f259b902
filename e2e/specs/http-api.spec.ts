import { graphql } from "../fixtures/graphql";
import { expect, test } from "../fixtures/test";

test("health tells of each part", async ({ request }) => {
  for (const address of ["/health", "/api/health"]) {
    // A part that takes longer than three seconds on a busy machine is called down, until it is asked again.
    await expect(async () => {
      const response = await request.get(address);
      expect(response.status()).toBe(200);
      expect(await response.json()).toMatchObject({
        status: "healthy",
        database: { status: "up" },
        storage: { status: "up" },
        functions: { status: "up" },
      });
    }).toPass();
  }
});

test("a call of a function that the engine did not sign is refused", async ({ request }) => {
  const response = await request.post("/api/inngest?fnId=boards-run-generation&stepId=step", {
    data: { event: { name: "generation/requested", data: {} } },
  });
  expect(response.status()).toBe(401);
});

test("errors have a code, and the field when the input is at fault", async ({ boardRow, request }) => {
  const query = "mutation ($input: CreateGenerationInput!) { createGeneration(input: $input) { id } }";
  const input = { boardId: boardRow.id, generatorName: "sketch", artifactType: "IMAGE", inputParams: { prompt: "x", count: 99 } };
  const response = await request.post("/api/graphql", { data: { query, variables: { input } } });
  const { errors } = await response.json();
  expect(errors).toMatchObject([{ message: "count must be at most 8", extensions: { code: "BAD_USER_INPUT", field: "inputParams.count" } }]);
});

test("files answer ranges, and nobody gets in by a path", async ({ board, request }) => {
  await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill("ranged");
  await board.generate();
  await board.finished(/Open Sketch/);
  const query = "query ($id: UUID!) { recentGenerations(boardId: $id) { storageUrl downloadUrl } }";
  const { recentGenerations } = await graphql<{ recentGenerations: { storageUrl: string; downloadUrl: string }[] }>(request, query, { id: board.id });
  const { storageUrl = "", downloadUrl = "" } = recentGenerations[0] ?? {};
  const part = await request.get(storageUrl, { headers: { range: "bytes=-8" } });
  expect([part.status(), (await part.body()).length]).toEqual([206, 8]);
  expect((await request.get(storageUrl, { headers: { range: "bytes=99999999-" } })).status()).toBe(416);
  expect((await request.get(downloadUrl)).headers()["content-disposition"]).toMatch(/^attachment; filename="sketch-[0-9a-f]{8}\.png"/);
  const whole = await request.get(storageUrl);
  const length = String((await whole.body()).length);
  for (const answer of [whole, await request.head(storageUrl), await request.get(downloadUrl)])
    expect(answer.headers()["content-length"]).toBe(length);
  expect(part.headers()["content-length"]).toBe("8");
  for (const path of ["../../package.json", "..%2f..%2fpackage.json", "x/%2e%2e/%2e%2e/.env"])
    expect((await request.get(`/api/storage/${path}`)).status()).toBeGreaterThanOrEqual(400);
});

test("GraphiQL stands at the address of GraphQL, and answers a query", async ({ page }) => {
  await page.goto("/graphql");
  await page.getByRole("button", { name: /^Execute/ }).click();
  await expect(page.getByRole("region", { name: "Result Window" })).toContainText('"displayName"');
});

test("pages and answers carry the headers that guard them", async ({ playwright, baseURL }) => {
  const request = await playwright.request.newContext({ baseURL, storageState: { cookies: [], origins: [] } });
  const page = await request.get("/sign-in");
  const policy = page.headers()["content-security-policy"] ?? "";
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'(;|$)/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(page.headers()).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY" });
  const answer = await request.post("/graphql", { data: { query: "{ publicBoards { id } }" } });
  expect(answer.headers()).toMatchObject({ "ratelimit-limit": "300", "x-content-type-options": "nosniff" });
  expect(answer.headers()["access-control-allow-origin"]).toBeUndefined();
  const introspection = await request.post("/graphql", { data: { query: "{ __schema { types { name } } }" } });
  expect((await introspection.json()).errors[0].extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
  expect((await request.get("/graphiql")).status()).toBe(404);
  await request.dispose();
});
