import { graphql } from "../fixtures/graphql";
import { expect, test } from "../fixtures/test";

test("health tells of each part", async ({ request }) => {
  for (const address of ["/health", "/api/health"]) {
    const response = await request.get(address);
    expect(response.status()).toBe(200);
    expect(await response.json()).toMatchObject({
      status: "healthy",
      database: { status: "up" },
      storage: { status: "up" },
      functions: { status: "up" },
    });
  }
});

test("a web page elsewhere cannot drive a local installation", async ({ request }) => {
  expect((await request.get("/api/openapi.json", { headers: { host: "evil.example" } })).status()).toBe(403);
  expect((await request.post("/api/graphql", { headers: { origin: "http://evil.example" }, data: { query: "{ me { id } }" } })).status()).toBe(403);
});

test("a call of a function that the engine did not sign is refused", async ({ request }) => {
  const response = await request.post("/api/inngest?fnId=boards-run-generation&stepId=step", {
    data: { event: { name: "generation/requested", data: {} } },
  });
  expect(response.status()).toBe(401);
});

test("errors have a code, and the field when the input is at fault", async ({ board, request }) => {
  const query = "mutation ($input: CreateGenerationInput!) { createGeneration(input: $input) { id } }";
  const input = { boardId: board.id, generatorName: "sketch", artifactType: "IMAGE", inputParams: { prompt: "x", count: 99 } };
  const response = await request.post("/api/graphql", { data: { query, variables: { input } } });
  const { errors } = await response.json();
  expect(errors).toMatchObject([{ message: "count must be at most 8", extensions: { code: "BAD_USER_INPUT", field: "inputParams.count" } }]);
});

test("files answer ranges, and nobody gets in by a path", async ({ board, request }) => {
  await board.composer.getByRole("textbox", { name: "Prompt" }).fill("ranged");
  await board.generate();
  await board.finished(/Open Sketch/);
  const query = "query ($id: UUID!) { recentGenerations(boardId: $id) { storageUrl downloadUrl } }";
  const { recentGenerations } = await graphql<{ recentGenerations: { storageUrl: string; downloadUrl: string }[] }>(request, query, { id: board.id });
  const { storageUrl = "", downloadUrl = "" } = recentGenerations[0] ?? {};
  const part = await request.get(storageUrl, { headers: { range: "bytes=-8" } });
  expect([part.status(), (await part.body()).length]).toEqual([206, 8]);
  expect((await request.get(storageUrl, { headers: { range: "bytes=99999999-" } })).status()).toBe(416);
  expect((await request.get(downloadUrl)).headers()["content-disposition"]).toMatch(/^attachment; filename="sketch-[0-9a-f]{8}\.png"/);
  for (const path of ["../../package.json", "..%2f..%2fpackage.json", "x/%2e%2e/%2e%2e/.env"])
    expect((await request.get(`/api/storage/${path}`)).status()).toBeGreaterThanOrEqual(400);
});

test("GraphiQL opens at /graphql without any other server", async ({ page }) => {
  await page.goto("/graphql");
  // Its editor does not hear of a click in its first moment, when its button is there already.
  await expect(async () => {
    await page.getByRole("button", { name: /Execute query/ }).click();
    await expect(page.getByText("Local owner")).toBeVisible({ timeout: 3000 });
  }).toPass();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
  test("an image is generated and looked at", async ({ board, page }) => {
    await board.composer.getByRole("textbox", { name: "Prompt" }).fill("pocket sized");
    await board.generate();
    await (await board.finished(/Open Sketch: pocket sized/)).click();
    await expect(page.getByRole("dialog", { name: "Sketch" }).getByRole("img")).toBeVisible();
    await page.getByRole("button", { name: "Close" }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
});
