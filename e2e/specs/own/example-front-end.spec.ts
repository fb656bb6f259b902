import type { APIRequestContext, Page } from "playwright/test";
import { cleanUp, onCleanUp } from "../../fixtures/clean-up";
import { createGeneration, graphql } from "../../fixtures/graphql";
import { startInstallation } from "../../fixtures/installation";
import { rotatedPhoto } from "../../fixtures/photo";
import { serveExample } from "../../fixtures/serve-example";
import { sharedInstallation } from "../../fixtures/shared-installation";
import { expect, test } from "../../fixtures/test";

/* A front end of someone else's, built on the packed hooks and served from another origin. */

const { url: boardsUrl, listedOrigin } = sharedInstallation();

test.use({ storageState: { cookies: [], origins: [] } });
test.beforeAll(async () => {
  test.setTimeout(240_000);
  const example = await serveExample(Number(new URL(listedOrigin).port));
  onCleanUp(() => example.stop());
});
test.afterAll(cleanUp);

async function connect(page: Page, url: string, key: string) {
  await page.goto(listedOrigin);
  await page.getByRole("textbox", { name: "Server" }).fill(url);
  await page.getByLabel("API key").fill(key);
  await page.getByRole("button", { name: "Connect" }).click();
  await expect(page.getByRole("heading", { name: "Boards" })).toBeVisible();
}

async function makeBoard(page: Page, title: string) {
  await page.getByRole("textbox", { name: "New board" }).fill(title);
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
}

const generations = (page: Page) => page.getByRole("list", { name: "Generations" }).getByRole("listitem");
const images = (page: Page) =>
  page.locator("img").evaluateAll((all) => all.map((each) => (each as HTMLImageElement).complete && (each as HTMLImageElement).naturalWidth > 0));

/** Generates and uploads, and sees both arrive with their images. */
async function work(page: Page) {
  await page.getByRole("textbox", { name: "Prompt" }).fill("a lighthouse");
  await page.getByRole("button", { name: "Generate" }).click();
  await expect(generations(page).filter({ hasText: "a lighthouse: COMPLETED" })).toBeVisible();
  await page.getByLabel("Upload").setInputFiles({ name: "photo.jpg", mimeType: "image/jpeg", buffer: await rotatedPhoto() });
  await expect(generations(page).filter({ hasText: "Upload: COMPLETED" })).toBeVisible();
  await expect.poll(() => images(page)).toEqual([true, true]);
}

test.describe("with an API key", () => {
  async function makeKey(request: APIRequestContext): Promise<string> {
    const input = { name: "Sketchbook", scopes: ["READ", "GENERATE", "WRITE"] };
    const query = "mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { key } }";
    return (await graphql<{ createApiKey: { key: string } }>(request, query, { input })).createApiKey.key;
  }

  test("a page of another origin lists boards, generates, uploads, and sees live what others do", async ({ page, stranger: { request } }) => {
    await connect(page, boardsUrl, await makeKey(request));
    await makeBoard(page, "From elsewhere");
    await work(page);

    // Someone else asks for something on the same board.
    const { myBoards } = await graphql<{ myBoards: { id: string }[] }>(request, "{ myBoards { id } }");
    const [{ id: boardId } = { id: "" }] = myBoards;
    await createGeneration(request, { boardId, generatorName: "sketch", artifactType: "IMAGE", inputParams: { prompt: "a storm" } });
    await expect(generations(page).filter({ hasText: "a storm: COMPLETED" })).toBeVisible();

    await page.getByRole("button", { name: "All boards" }).click();
    await expect(page.getByRole("button", { name: "From elsewhere (3)" })).toBeVisible();
  });

  test("a page with a key that does not hold reads why, and no board", async ({ page }) => {
    await connect(page, boardsUrl, "boards_wrong");
    await expect(page.getByRole("alert")).toContainText(/token|key/i);
    await expect(page.getByRole("list").getByRole("listitem")).toHaveCount(0);
  });
});

test("a page that a local installation lists works without a key", async ({ page }) => {
  test.setTimeout(600_000);
  const { url } = await startInstallation("example-local", { BOARDS_CORS_ORIGINS: listedOrigin });
  await connect(page, url, "");
  await makeBoard(page, "Local and elsewhere");
  await work(page);
});
