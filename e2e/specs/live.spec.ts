import { expect, test } from "../fixtures/test";

test("a generation that is canceled half-way stays canceled, and can be tried again", async ({ board, page }) => {
  await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill("a slow film");
  await board.generate();
  await board.finished(/Open Sketch/);
  await board.chooseGenerator("Slideshow");
  for (let times = 0; times < 4; times++) await board.chooseUse(/^Actions: Sketch/, "Input of Slideshow");
  await board.openSettings();
  await board.settings.getByRole("spinbutton", { name: "Seconds per image" }).fill("10");
  await board.generate();

  const progress = board.tiles.getByRole("progressbar", { name: /^Slideshow: Working/ });
  await expect.poll(async () => Number(await progress.getAttribute("aria-valuenow"))).toBeGreaterThan(5);
  await board.tiles.getByRole("button", { name: "Cancel" }).click();
  await expect(board.tiles.getByText("Canceled")).toBeVisible();
  // A later generation goes through the same engine: whatever the canceled one still did is over by then.
  await board.chooseGenerator("Prompt writer");
  await board.generate();
  await board.finished(/Open Prompt writer/);
  expect(await board.newest("slideshow")).toMatchObject({ status: "CANCELLED", errorMessage: "Cancelled by user" });
  await page.reload();
  await expect(board.tiles.getByText("Canceled")).toBeVisible();
});

test("what cannot be made says why, and what the server refuses is shown at its field", async ({ board }) => {
  await board.chooseGenerator("Prompt writer");
  await board.promptBar.getByRole("textbox", { name: "Template" }).fill("word ".repeat(900));
  await board.openSettings();
  await board.settings.getByRole("spinbutton", { name: "Lines" }).fill("50");
  await board.generate();
  await expect(board.tiles.getByText("Prompt writer failed")).toBeVisible();
  await expect(board.tiles.getByText(/The text would be [\d,]+ characters long, but the limit is 20,000/)).toBeVisible();
  await board.tiles.getByRole("button", { name: "Try again" }).click();
  await expect(board.tiles.getByText("Prompt writer failed")).toHaveCount(2);

  await board.settings.getByRole("spinbutton", { name: "Lines" }).fill("51");
  await board.promptBar.getByRole("textbox", { name: "Template" }).press("Control+Enter");
  await expect(board.settings.getByRole("alert")).toHaveText("use 50 or less");
});

test("what one window does appears in another", async ({ board, page, context }) => {
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByText("This board is empty")).toBeVisible();
  await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill("seen twice");
  await board.generate();
  const cell = other.getByRole("gridcell", { name: "Sketch: seen twice" });
  await expect(cell).toHaveAttribute("aria-busy", "false");
  await cell.focus();
  await other.keyboard.press("Delete");
  await expect(page.getByText("This board is empty")).toBeVisible();
  await other.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("gridcell", { name: "Sketch: seen twice" })).toBeVisible();
});

test("a file that is not what it says is refused with a reason, and dismissed from the board, too", async ({ board, page }) => {
  await page.getByRole("button", { name: "Upload" }).click();
  await page.getByLabel("Files").setInputFiles({ name: "fake.png", mimeType: "image/png", buffer: Buffer.from("<svg onload='alert(1)'/>") });
  await expect(page.getByRole("list", { name: "Uploads" }).getByRole("alert")).toContainText("This format isn't supported. Choose an image");
  expect(await board.generations()).toMatchObject([
    { status: "FAILED", errorMessage: expect.stringContaining("This format isn't supported. Choose an image") },
  ]);
  await page.getByRole("button", { name: "Dismiss fake.png" }).click();
  await expect(board.tiles.getByRole("gridcell")).toHaveCount(0);
  await expect.poll(() => board.generations()).toEqual([]);
});
