import type { Page } from "playwright/test";
import { seedGenerations } from "@/lib/testing/seed/generation";
import { expect, test } from "../fixtures/test";

const dayMs = 86_400_000;
const results = 1200;
const newest = "prompt 0";
const oldest = `prompt ${results - 1}`;

/** A year of results, some three a day, of three shapes; the first is the newest. */
const seedYear = (place: { tenantId: string; userId: string; boardId: string }) =>
  seedGenerations(place, results, (index) => ({
    createdAt: new Date(Date.now() - (index * 365 * dayMs) / results),
    completedAt: new Date(),
    progress: 100,
    inputParams: { prompt: `prompt ${index}` },
    width: [1024, 1344, 768][index % 3] ?? 1024,
    height: [1024, 768, 1344][index % 3] ?? 1024,
  }));

const cell = (page: Page, prompt: string) => page.getByRole("gridcell", { name: `Sketch: ${prompt}`, exact: true });
const timeline = (page: Page) => page.getByRole("slider", { name: "Timeline" });

test.beforeEach(async ({ boardRow, owner }) => {
  await seedYear({ tenantId: owner.tenantId, userId: owner.id, boardId: boardRow.id });
});

test("every date is one drag away, and only tiles near the screen exist", async ({ board, page }) => {
  await expect(board.tiles).toHaveAttribute("aria-rowcount", String(results));
  await expect(cell(page, newest)).toBeVisible();
  // The bar below grows by its chips, and the timeline with it is another.
  await expect(board.promptBar.getByRole("button", { name: /^Generator: Sketch/ })).toBeVisible();
  const box = await timeline(page).boundingBox();
  if (!box) throw new Error("the timeline has no box");
  await page.mouse.move(box.x + box.width / 2, box.y + 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height - 1, { steps: 5 });
  await page.mouse.up();
  await expect(cell(page, oldest)).toBeInViewport();
  await expect(cell(page, newest)).toHaveCount(0);
  expect(await page.getByRole("gridcell").count()).toBeLessThan(150);

  await timeline(page).press("Home");
  await expect(cell(page, newest)).toBeInViewport();
  await timeline(page).press("End");
  await expect(timeline(page)).toHaveAttribute("aria-valuetext", /of 1,200$/);
  await expect(cell(page, oldest)).toBeInViewport();
});

test("the gallery is one tab stop, and arrow keys reach every tile", async ({ board, page }) => {
  await expect(board.tiles).toHaveAttribute("aria-rowcount", String(results));
  await expect(cell(page, newest)).toBeVisible();
  await expect(board.tiles.locator("[tabindex='0']")).toHaveCount(1);
  await cell(page, newest).focus();
  await page.keyboard.press("ArrowRight");
  await expect(cell(page, "prompt 1")).toBeFocused();
  await page.keyboard.press("Control+End");
  await expect(cell(page, oldest)).toBeFocused();
  await expect(cell(page, oldest)).toBeInViewport();
  await page.keyboard.press("Control+Home");
  await expect(cell(page, newest)).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Sketch" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(cell(page, newest)).toBeFocused();

  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(cell(page, newest)).toBeFocused();
});

test("what is selected goes to the trash, the focus to the next tile, and undo brings it back", async ({ board, page }) => {
  await cell(page, newest).focus();
  await page.keyboard.press(" ");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page.getByText("2 selected")).toBeVisible();
  await page.keyboard.press("Delete");
  await expect(cell(page, "prompt 2")).toBeFocused();
  await expect(cell(page, newest)).toHaveCount(0);
  await expect(board.tiles).toHaveAttribute("aria-rowcount", String(results - 2));
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(board.tiles).toHaveAttribute("aria-rowcount", String(results));
  await expect(cell(page, newest)).toBeVisible();
});

test("sort and type are part of the address, the look is remembered", async ({ board, page }) => {
  const options = page.getByRole("button", { name: "View options" });
  await options.click();
  await page.getByRole("radio", { name: "List" }).click();
  await page.getByRole("combobox", { name: "Sort" }).click();
  await page.getByRole("option", { name: "Oldest first" }).click();
  await expect(page).toHaveURL(/sort=oldest/);
  await expect(cell(page, oldest)).toBeVisible();
  await page.reload();
  await expect(cell(page, oldest)).toBeVisible();
  await options.click();
  await expect(page.getByRole("radio", { name: "List" })).toBeChecked();
  await page.keyboard.press("Escape");
  await page.goto(`${page.url()}&type=VIDEO`);
  await expect(page.getByText("Nothing found")).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(board.tiles).toHaveAttribute("aria-rowcount", String(results));
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test("images keep their ratio, and a finger that rests on one selects it", async ({ board, page }) => {
    await expect(board.tiles).toHaveAttribute("aria-rowcount", String(results));
    const box = await cell(page, "prompt 1").boundingBox();
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(1344 / 768, 1);
    await cell(page, newest).dispatchEvent("pointerdown", { pointerType: "touch", isPrimary: true });
    await expect(page.getByText("1 selected")).toBeVisible();
    await page.getByRole("button", { name: "Clear selection" }).tap();
    await expect(page.getByText("1 selected")).toBeHidden();
  });
});
