import { openS3Simulator } from "@/lib/testing/simulators/s3/server";
import { cleanUp, onCleanUp } from "../../fixtures/clean-up";
import { graphql } from "../../fixtures/graphql";
import { type Installation, startInstallation } from "../../fixtures/installation";
import { rotatedPhoto } from "../../fixtures/photo";
import { expect, test } from "../../fixtures/quiet-test";
import { BoardPage } from "../../pages/board-page";

/* An installation whose files lie in a bucket. */

let boards: Installation;
let bucket: Awaited<ReturnType<typeof openS3Simulator>>;

test.beforeAll(async () => {
  test.setTimeout(600_000);
  bucket = await openS3Simulator();
  onCleanUp(async () => void (await bucket.close()));
  boards = await startInstallation("object-storage", bucket.settings);
});
test.afterAll(cleanUp);

test("what is uploaded goes straight to the bucket, what is made is shown from there, and what is deleted is gone", async ({ page, request }) => {
  const fromServer: string[] = [];
  const fromBucket: string[] = [];
  page.on("response", (response) => {
    if (response.url().startsWith(`${boards.url}/api/storage/`)) fromServer.push(response.url());
    if (response.url().startsWith(bucket.url)) fromBucket.push(`${response.request().method()} ${response.status()}`);
  });
  const board = await BoardPage.create(page, boards.url, "In a bucket");
  await board.open();
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await page.getByLabel("Files").setInputFiles({ name: "garden.jpg", mimeType: "image/jpeg", buffer: await rotatedPhoto() });
  await board.finished(/Open Upload: garden\.jpg/);
  await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill("hills at dawn");
  await board.generate();
  await (await board.finished(/Open Sketch: hills at dawn/)).click();
  const viewer = page.getByRole("dialog", { name: /Sketch/ });
  const image = viewer.getByRole("img").first();
  await expect.poll(() => image.evaluate((shown) => (shown as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  const [download] = await Promise.all([page.waitForEvent("download"), viewer.getByRole("link", { name: "Download", exact: true }).click()]);
  expect([new URL(download.url()).origin, download.suggestedFilename()]).toEqual([bucket.url, expect.stringMatching(/^sketch-.*\.png$/)]);

  expect(fromBucket).toContain("PUT 200");
  expect(fromBucket).toContain("GET 200");
  expect(fromServer).toEqual([]);
  await expect.poll(() => [...bucket.contents.objects.keys()].filter((key) => key.startsWith("uploads/"))).toEqual([]);
  const { board: shown } = await graphql<{ board: { generations: { id: string }[] } }>(
    request,
    "query ($id: UUID!) { board(id: $id) { generations { id } } }",
    { id: board.id },
    boards.url,
  );
  for (const { id } of shown.generations) await graphql(request, "mutation ($id: UUID!) { deleteGeneration(id: $id) }", { id }, boards.url);
  expect([...bucket.contents.objects.keys()].filter((key) => !key.startsWith("health-"))).toEqual([]);
});

test("what is sent is checked in the background: it says so, can be canceled, and is refused in words", async ({ page }) => {
  const board = await BoardPage.create(page, boards.url, "Checked in a bucket");
  await board.open();
  const uploads = page.getByRole("list", { name: "Uploads" });
  const choose = async (name: string, content: string) => {
    await page.getByRole("button", { name: "Upload", exact: true }).click();
    await page.getByLabel("Files").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(content) });
  };
  // As long as the bucket does not let anybody read, it cannot be checked.
  let isShut = true;
  bucket.interfere = ({ method, path }) => (isShut && method === "GET" && path.endsWith("/original") ? { status: 503 } : undefined);
  await choose("hills.txt", "green hills");
  await expect(uploads.getByText("Checking…")).toBeVisible();
  await expect(board.tiles.getByRole("gridcell", { name: /hills\.txt/ })).toHaveAttribute("aria-busy", "true");
  await page.getByRole("button", { name: "Cancel hills.txt" }).click();
  await expect(uploads).toHaveCount(0);
  await expect(board.tiles.getByRole("gridcell")).toHaveCount(0);
  isShut = false;
  await expect.poll(() => [...bucket.contents.objects.keys()].filter((key) => key.startsWith("uploads/"))).toEqual([]);

  await choose("page.txt", "<html><b>x</b></html>");
  await expect(uploads.getByRole("alert")).toContainText("text");
  await expect(board.tiles.getByRole("gridcell")).toHaveCount(1);
  await page.setViewportSize({ width: 360, height: 800 });
  await expect(page.getByRole("button", { name: "Dismiss page.txt" })).toBeInViewport({ ratio: 1 });
  // A window that is opened later reads it on the board.
  await page.reload();
  await expect(board.tiles.getByText("Upload failed")).toBeVisible();
});
