import { db } from "@/lib/platform/db/client";
import { expect, test } from "../fixtures/test";

test("a board is created, renamed in place and from the list, duplicated, and moved to the trash and back", async ({ page }) => {
  const name = "Harbour";
  await page.goto("/");
  await page
    .getByRole("button", { name: /New board|Create your first board/ })
    .first()
    .click();
  const dialog = page.getByRole("dialog", { name: "New board" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("   ");
  await dialog.getByRole("button", { name: "Create board" }).click();
  await expect(dialog.getByRole("alert")).toHaveText("Enter a title.");
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  await dialog.getByRole("button", { name: "Create board" }).click();
  await expect(page.getByRole("heading", { name })).toBeVisible();
  await expect(page.getByText("This board is empty")).toBeVisible();
  await expect(page).toHaveTitle(`${name} · Boards`);

  await page.getByRole("button", { name: "Rename board" }).click();
  await page.getByRole("textbox", { name: "Board name" }).fill(`${name} again`);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: `${name} again` })).toBeVisible();
  await page.getByText("Board renamed").locator("xpath=ancestor::li").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { name, exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Rename board" }).click();
  await page.getByRole("textbox", { name: "Board name" }).fill(`${name} again`);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: `${name} again` })).toBeVisible();

  await page.getByRole("link", { name: "Boards", exact: true }).click();
  const actions = page.getByRole("button", { name: `Actions for ${name} again` });
  await actions.click();
  await page.getByRole("menuitem", { name: "Name and description" }).click();
  const details = page.getByRole("dialog", { name: "Board details" });
  await details.getByRole("textbox", { name: "Name" }).fill(name);
  await details.getByRole("textbox", { name: "Description" }).fill("Ships and cranes");
  await details.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: `Actions for ${name}`, exact: true }).click();
  await page.getByRole("menuitem", { name: "Duplicate" }).click();
  await expect(page.getByRole("link", { name: `${name} (copy)` })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("link", { name: `${name} (copy)` })).toHaveCount(0);
  await page.getByRole("button", { name: `Actions for ${name}`, exact: true }).click();
  await page.getByRole("menuitem", { name: "Duplicate" }).click();
  await expect(page.getByRole("link", { name: `${name} (copy)` })).toBeVisible();
  for (const title of [`${name} (copy)`, name]) {
    await page.getByRole("button", { name: `Actions for ${title}`, exact: true }).click();
    await page.getByRole("menuitem", { name: "Move to the trash" }).click();
    await expect(page.getByText(`“${title}” is in the trash`)).toBeVisible();
  }
  await expect(page.getByRole("link", { name: new RegExp(name) })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Your boards" })).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(page.getByRole("link", { name: new RegExp(name) })).toHaveCount(1);
});

test("a result becomes its board's cover and no longer is, from its menu, by Ctrl+Z and from the board's menu", async ({ board, boardRow, page }) => {
  await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill("a quay");
  await board.generate();
  await board.finished(/Open Sketch: a quay/);
  const menu = page.getByRole("button", { name: "Actions: Sketch: a quay" });
  const cover = async () => (await db().board.findUniqueOrThrow({ where: { id: boardRow.id } })).coverGenerationId;
  await menu.click();
  await page.getByRole("menuitem", { name: "Use as cover" }).click();
  await expect(page.getByText("The board's cover was changed")).toBeVisible();
  expect(await cover()).not.toBeNull();
  await expect(menu).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect.poll(cover).toBeNull();
  await menu.click();
  await page.getByRole("menuitem", { name: "Use as cover" }).click();
  await expect.poll(cover).not.toBeNull();

  await page.getByRole("link", { name: "Boards", exact: true }).click();
  await page.getByRole("button", { name: `Actions for ${boardRow.title}`, exact: true }).click();
  await page.getByRole("menuitem", { name: "Remove cover" }).click();
  await expect(page.getByText(`“${boardRow.title}” shows its newest images again`)).toBeVisible();
  expect(await cover()).toBeNull();
});

test("a board that does not exist says so", async ({ page }) => {
  await page.goto("/boards/0192aaaa-0000-7000-8000-000000000000");
  await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
  test("an image is generated and looked at", async ({ board, page }) => {
    await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill("pocket sized");
    await board.generate();
    await (await board.finished(/Open Sketch: pocket sized/)).click();
    await expect(page.getByRole("dialog", { name: "Sketch" }).getByRole("img")).toBeVisible();
    await page.getByRole("button", { name: "Close" }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
});

test.describe("with a long name on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test("a board whose name is one long word is renamed, and its windows stay whole and give the focus back", async ({ board: { page } }) => {
    await page.getByRole("button", { name: "Rename board" }).tap();
    const field = page.getByRole("textbox", { name: "Board name" });
    expect((await field.boundingBox())?.width, "the room for the name").toBeGreaterThan(180);
    await field.fill("Harbor".repeat(20));
    await field.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: /^HarborHarbor/ })).toBeVisible();

    const actions = page.getByRole("button", { name: "Board actions" });
    await actions.tap();
    await page.getByRole("menuitem", { name: "Export" }).tap();
    const close = page.getByRole("dialog").getByRole("button", { name: "Close" });
    await expect(close).toBeInViewport({ ratio: 1 });
    await close.tap();
    await expect(actions).toBeFocused();

    await actions.press("Enter");
    await page.getByRole("menuitem", { name: "Move to the trash" }).press("Enter");
    await expect(page.getByRole("heading", { name: "Your boards" })).toBeVisible();
    await page.goto("/trash");
    await page.getByRole("button", { name: /^Delete Harbor.* permanently/ }).tap();
    const title = page.getByRole("alertdialog").getByRole("heading");
    expect(await title.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    await expect(page.getByRole("alertdialog").getByRole("button", { name: "Delete permanently" })).toBeInViewport({ ratio: 1 });
  });
});
