import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import type { Download, Locator, Page } from "playwright/test";
import sharp from "sharp";
import yauzl from "yauzl";
import { seedBoard } from "@/lib/testing/seed/board";
import { seedGenerations } from "@/lib/testing/seed/generation";
import { rotatedPhoto } from "../fixtures/photo";
import { expect, test } from "../fixtures/test";
import type { BoardPage } from "../pages/board-page";

const results = 12;
const cell = (page: Page, number: number) => page.getByRole("gridcell", { name: new RegExp(`^Sketch: prompt ${number}($|,)`) });
const bar = (page: Page) => page.getByRole("toolbar", { name: "Selection" });
const boxOf = async (locator: Locator) => {
  const box = await locator.boundingBox();
  if (!box) throw new Error("it has no box");
  return box;
};

/** Selects these by the mouse, and no others. */
async function select(page: Page, ...numbers: number[]) {
  for (const number of numbers) await cell(page, number).click({ modifiers: ["ControlOrMeta"] });
  await expect(bar(page).getByText(`${numbers.length} selected`)).toBeVisible();
}

/** Selects all that the board shows, by the keyboard. */
async function selectAll({ page, tiles }: BoardPage, count: number) {
  await tiles.getByRole("gridcell").first().focus();
  await page.keyboard.press("ControlOrMeta+a");
  await expect(bar(page).getByText(`All ${count} selected`)).toBeVisible();
}

/** What a click on this downloads. */
async function save(page: Page, from: Locator): Promise<Download> {
  const begun = page.waitForEvent("download");
  await from.click();
  return begun;
}

/** The files of the zip that a click on this downloads, by their names. */
async function download(page: Page, from: Locator): Promise<Map<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(await readFile(await (await save(page, from)).path()), { lazyEntries: true, autoClose: false });
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return files;
}

const seed = (place: { tenantId: string; userId: string; boardId: string }, count = results, columns = {}) =>
  seedGenerations(place, count, (index) => ({
    createdAt: new Date(Date.now() - index * 60_000),
    completedAt: new Date(),
    progress: 100,
    inputParams: { prompt: `prompt ${index}` },
    ...columns,
  }));

test.describe("a board of results", () => {
  test.beforeEach(async ({ boardRow, owner, board }) => {
    await seed({ tenantId: owner.tenantId, userId: owner.id, boardId: boardRow.id });
    await board.page.reload();
    await expect(board.tiles).toHaveAttribute("aria-rowcount", String(results));
  });

  test("is compared by how its results were made, in the words of their form", async ({ page }) => {
    await select(page, 0, 1);
    await bar(page).getByRole("button", { name: "Compare" }).click();
    const table = page.getByRole("dialog", { name: "Compare" }).getByRole("table", { name: "Differences" });
    await expect(table.getByRole("rowheader", { name: "Prompt", exact: true })).toBeVisible();
    for (const prompt of ["prompt 0", "prompt 1"]) await expect(table.getByRole("cell", { name: prompt })).toBeVisible();
  });

  test("is selected by click, by Shift, by a box and by Ctrl+A, and Escape lets go", async ({ page }) => {
    await cell(page, 1).hover();
    await page.getByRole("button", { name: "Select Sketch: prompt 1", exact: true }).click();
    await expect(bar(page).getByText("1 selected")).toBeVisible();
    await cell(page, 3).click();
    await expect(bar(page).getByText("2 selected")).toBeVisible();
    await cell(page, 6).click({ modifiers: ["Shift"] });
    await expect(bar(page).getByText("5 selected")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(bar(page)).toHaveCount(0);

    // Of the row that was scrolled to.
    const [first, second] = [await boxOf(cell(page, 6)), await boxOf(cell(page, 7))];
    await page.mouse.move(first.x - 12, first.y + 20);
    await page.mouse.down();
    await page.mouse.move(second.x + 20, second.y + 40, { steps: 5 });
    await page.mouse.up();
    await expect(bar(page).getByText("2 selected")).toBeVisible();
    await expect(cell(page, 7)).toHaveAttribute("aria-selected", "true");

    await page.keyboard.press("ControlOrMeta+a");
    await expect(bar(page).getByText(`All ${results} selected`)).toBeVisible();
    await expect(bar(page).getByRole("button", { name: "Download", exact: true })).toBeVisible();
    await bar(page).getByRole("button", { name: "Clear selection" }).click();
    await expect(bar(page)).toHaveCount(0);
  });

  test("is starred, rated and tagged from the bar; toast and Ctrl+Z take it back", async ({ page }) => {
    await select(page, 0, 1);
    await bar(page).getByRole("button", { name: "Star", exact: true }).click();
    await expect(cell(page, 1)).toHaveAccessibleName("Sketch: prompt 1, starred");
    await page.getByText("2 results starred.").locator("xpath=ancestor::li").getByRole("button", { name: "Undo" }).click();
    await expect(cell(page, 1)).toHaveAccessibleName("Sketch: prompt 1");

    await bar(page).getByRole("button", { name: "Rate…" }).click();
    await page.getByRole("dialog", { name: "Rate 2 results" }).getByRole("button", { name: "Rate 4 of 5" }).click();
    await expect(cell(page, 0)).toHaveAccessibleName("Sketch: prompt 0, rated 4 of 5");
    // Shown at once, it can be taken back when the server has it.
    await expect(page.getByText("2 results rated 4 of 5.").first()).toBeVisible();
    await page.keyboard.press("ControlOrMeta+z");
    await expect(cell(page, 0)).toHaveAccessibleName("Sketch: prompt 0");

    await bar(page).getByRole("button", { name: "Tags…" }).click();
    const tags = page.getByRole("dialog", { name: "Tags of 2 results" });
    await tags.getByRole("combobox").fill("Hills");
    await tags.getByRole("option", { name: "Create “Hills”" }).click();
    await tags.getByRole("button", { name: "Apply" }).click();
    await expect(page.getByText("Tags changed on 2 results.").first()).toBeVisible();
    await bar(page).getByRole("button", { name: "Tags…" }).click();
    await expect(tags.getByRole("option", { name: "Hills", selected: true })).toBeVisible();
    await tags.getByRole("button", { name: "Manage tags" }).click();

    const manager = page.getByRole("dialog", { name: "Manage tags" });
    await manager.getByRole("button", { name: /^Hills/ }).click();
    await manager.getByRole("radio", { name: "Green" }).click();
    await expect(manager.getByRole("radio", { name: "Green" })).toBeChecked();
    await manager.getByRole("textbox", { name: "Name" }).fill("Green hills");
    await manager.getByRole("button", { name: "Rename" }).click();
    await manager.getByRole("button", { name: "Delete Green hills" }).click();
    const sure = page.getByRole("alertdialog", { name: "Delete “Green hills”?" });
    await expect(sure.getByText("2 results lose it. The results stay.")).toBeVisible();
    await sure.getByRole("button", { name: "Delete tag" }).click();
    await expect(manager.getByText("No tags yet.")).toBeVisible();
  });

  test("is moved, copied and trashed from the bar, and each comes back", async ({ board, page, owner }) => {
    const other = await seedBoard({ tenantId: owner.tenantId, ownerId: owner.id, title: "Other hills" });
    const asked = page.getByRole("dialog", { name: "Move or copy 2 results" });
    await select(page, 0, 1);
    await bar(page).getByRole("button", { name: "Move or copy…" }).click();
    await asked.getByRole("button", { name: /^Other hills/ }).click();
    await expect(board.tiles).toHaveAttribute("aria-rowcount", String(results - 2));
    await expect(page.getByText("2 results moved to “Other hills”.").first()).toBeVisible();
    await page.keyboard.press("ControlOrMeta+z");
    await expect(board.tiles).toHaveAttribute("aria-rowcount", String(results));
    // What has been taken back is offered no more.
    await expect(page.getByText("2 results moved to “Other hills”.")).toHaveCount(0);

    await select(page, 2, 3);
    await bar(page).getByRole("button", { name: "Move or copy…" }).click();
    await asked.getByRole("radio", { name: "Copy" }).click();
    await asked.getByRole("button", { name: /^Other hills/ }).click();
    await expect(page.getByText("2 results copied to “Other hills”.").first()).toBeVisible();
    await page.keyboard.press("Escape");

    await select(page, 4, 5);
    await bar(page).getByRole("button", { name: "Delete" }).click();
    await expect(board.tiles).toHaveAttribute("aria-rowcount", String(results - 2));
    await page.getByText("2 results moved to the trash.").locator("xpath=ancestor::li").getByRole("button", { name: "Undo" }).click();
    await expect(board.tiles).toHaveAttribute("aria-rowcount", String(results));
    await page.goto(`/boards/${other.id}`);
    await expect(board.tiles).toHaveAttribute("aria-rowcount", "2");
  });

  test.describe("on a phone", () => {
    test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

    test("is selected by a finger that rests, and what the bar has no room for is in its menu", async ({ board, page }) => {
      await cell(page, 0).dispatchEvent("pointerdown", { pointerType: "touch", isPrimary: true });
      await expect(bar(page).getByText("1 selected")).toBeVisible();
      await cell(page, 0).dispatchEvent("pointerup", { pointerType: "touch", isPrimary: true });
      await cell(page, 1).tap();
      await expect(bar(page).getByText("2 selected")).toBeVisible();
      await bar(page).getByRole("button", { name: "More actions" }).tap();
      await expect(page.getByRole("menuitem", { name: "Move or copy…" })).toBeVisible();
      await expect(page.getByRole("menuitem", { name: "Download", exact: true })).toBeVisible();
      await page.getByRole("menuitem", { name: "Rate…" }).tap();
      await page.getByRole("button", { name: "Rate 5 of 5" }).tap();
      await expect(cell(page, 1)).toHaveAccessibleName("Sketch: prompt 1, rated 5 of 5");
      // A later message covers no earlier Undo.
      await bar(page).getByRole("button", { name: "Star", exact: true }).tap();
      await expect(page.getByText("2 results starred.")).toBeVisible();
      // Nor what can be done at the top of a page, or of a window.
      const [message, actions] = [await boxOf(page.getByText("2 results starred.").locator("xpath=ancestor::li")), await boxOf(bar(page))];
      expect(message.y).toBeGreaterThan(actions.y + actions.height);
      // It is low, and met by a finger above it, too.
      const undo = await boxOf(page.getByText("2 results rated 5 of 5.").locator("xpath=ancestor::li").getByRole("button", { name: "Undo" }));
      await page.touchscreen.tap(undo.x + undo.width / 2, undo.y - 8);
      await expect(cell(page, 1)).toHaveAccessibleName("Sketch: prompt 1, starred");
      await bar(page).getByRole("button", { name: "Delete" }).tap();
      await expect(board.tiles).toHaveAttribute("aria-rowcount", String(results - 2));
    });
  });
});

test("selected images become inputs, are compared by a slider, and downloaded with what they were made of", async ({ board, page }) => {
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  const photo = await rotatedPhoto();
  await page.getByLabel("Files").setInputFiles(["one.jpg", "two.jpg"].map((name) => ({ name, mimeType: "image/jpeg", buffer: photo })));
  for (const name of [/Open Upload: one\.jpg/, /Open Upload: two\.jpg/]) await board.finished(name);
  const tiles = board.tiles.getByRole("gridcell");
  for (const tile of await tiles.all()) await tile.click({ modifiers: ["ControlOrMeta"], position: { x: 60, y: 60 } });
  await expect(bar(page).getByText("All 2 selected").or(bar(page).getByText("2 selected"))).toBeVisible();
  const use = bar(page).getByRole("button", { name: "Use as inputs" });
  await expect(use).toBeDisabled();
  await expect(use).toHaveAttribute("title", /can't use anything you selected/);
  await board.chooseGenerator("Collage");
  await use.click();
  await expect(page.getByText("2 results added to Collage").first()).toBeVisible();
  await expect(board.promptBar.getByRole("button", { name: /^Remove item/ })).toHaveCount(2);
  await page.getByText("2 results added to Collage").locator("xpath=ancestor::li").getByRole("button", { name: "Undo" }).click();
  await expect(board.promptBar.getByRole("button", { name: /^Remove item/ })).toHaveCount(0);

  const files = await download(page, bar(page).getByRole("button", { name: "Download", exact: true }));
  const told = JSON.parse(String(files.get("results/000000.json"))) as { inputParams: { original_filename: string }; file: { path: string } }[];
  expect(told.map(({ inputParams }) => inputParams.original_filename).sort()).toEqual(["one.jpg", "two.jpg"]);
  for (const { file } of told) expect(files.has(file.path)).toBe(true);

  await bar(page).getByRole("button", { name: "Compare" }).click();
  const compare = page.getByRole("dialog", { name: "Compare" });
  // Beside each other, and where the window is higher than wide, below: there they are largest.
  const usual = page.viewportSize() ?? { width: 0, height: 0 };
  for (const [size, along, across] of [
    [{ width: 820, height: 1180 }, "y", "x"],
    [usual, "x", "y"],
  ] as const) {
    await page.setViewportSize(size);
    await expect(async () => {
      const [one, other] = await Promise.all((await compare.getByRole("figure").all()).map((pane) => pane.boundingBox()));
      expect((other?.[along] ?? 0) > (one?.[along] ?? 0) && other?.[across] === one?.[across], `${size.width} × ${size.height}`).toBe(true);
    }).toPass();
  }
  await compare.getByRole("radio", { name: "Slider" }).click();
  await compare.getByRole("slider", { name: "Divider" }).press("ArrowRight");
  await expect(compare.getByRole("slider", { name: "Divider" })).toHaveValue("51");
  // Which is which is read and heard.
  await expect(compare.getByRole("img", { name: /^(Left|Right): Upload: (one|two)\.jpg$/ })).toHaveCount(2);
  await expect(compare.getByText(/^Upload: (one|two)\.jpg$/)).toHaveCount(2);
  await page.keyboard.press("Escape");
  await expect(compare).toHaveCount(0);
});

test("generated images are downloaded with their prompts inside, one alone or many in the background", async ({ board, boardRow, owner, page }) => {
  const textIn = async (file: Buffer | undefined) => (await sharp(file).metadata()).comments?.find(({ keyword }) => keyword === "parameters")?.text;
  const expected = /^hills at dawn, 山\n.*Version: Boards$/;
  await board.chooseGenerator("Sketch");
  await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill("hills at dawn, 山");
  await board.generate();
  await board.finished(/hills at dawn/);
  await board.tiles
    .getByRole("gridcell")
    .first()
    .click({ modifiers: ["ControlOrMeta"], position: { x: 60, y: 60 } });
  await bar(page).getByRole("button", { name: "Download options" }).click();
  const files = await download(page, page.getByRole("menuitem", { name: "Download with prompts in PNGs" }));
  const images = [...files].filter(([name]) => name.endsWith(".png"));
  expect(images).toHaveLength(1);
  expect(await textIn(images[0]?.[1])).toMatch(expected);

  await page.keyboard.press("Escape");
  await board.tiles.getByRole("button", { name: /^Actions: / }).click();
  const fromMenu = await save(page, page.getByRole("menuitem", { name: "Download with prompt" }));
  expect(await textIn(await readFile(await fromMenu.path()))).toMatch(expected);
  expect(fromMenu.suggestedFilename()).toMatch(/^sketch-\w{8}\.png$/);
  await board.tiles.getByRole("button", { name: /^Actions: / }).click();
  const asItIs = await save(page, page.getByRole("menuitem", { name: "Download", exact: true }));
  expect(await textIn(await readFile(await asItIs.path()))).toBeUndefined();
  expect(asItIs.suggestedFilename()).toBe(fromMenu.suggestedFilename());
  await board.tiles.getByRole("gridcell").first().press("Enter");
  const viewer = page.getByRole("dialog", { name: "Sketch" });
  const fromViewer = await save(page, viewer.getByRole("link", { name: "Download with prompt" }));
  expect(await textIn(await readFile(await fromViewer.path()))).toMatch(expected);
  await page.keyboard.press("Escape");

  // Without files, which an export leaves out.
  await seed({ tenantId: owner.tenantId, userId: owner.id, boardId: boardRow.id }, 201);
  await page.reload();
  await selectAll(board, 202);
  await bar(page).getByRole("button", { name: "Download options" }).click();
  await page.getByRole("menuitem", { name: "Download with prompts in PNGs" }).click();
  const many = await download(page, page.getByRole("list", { name: "Background changes" }).getByRole("link", { name: "Download" }));
  expect(await textIn([...many].find(([name]) => name.endsWith(".png"))?.[1])).toMatch(expected);
});

test("more than one request can name are written to a file in the background, which is downloaded from where its progress was", async ({
  board,
  boardRow,
  owner,
  page,
}) => {
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await page.getByLabel("Files").setInputFiles([{ name: "note.txt", mimeType: "text/plain", buffer: Buffer.from("A note about hills") }]);
  await board.finished(/Open Upload: note\.txt/);
  // Without files, which an export leaves out.
  await seed({ tenantId: owner.tenantId, userId: owner.id, boardId: boardRow.id }, 201);
  await page.reload();
  await selectAll(board, 202);
  await bar(page).getByRole("button", { name: "Download", exact: true }).click();
  const jobs = page.getByRole("list", { name: "Background changes" });
  await expect(jobs.getByText("1 result is ready to download.")).toBeVisible();
  const files = await download(page, jobs.getByRole("link", { name: "Download" }));
  expect([...files.keys()].filter((name) => name.startsWith("media/"))).toHaveLength(1);
  await jobs.getByRole("button", { name: "Dismiss: Preparing a download" }).click();
  await expect(jobs).toHaveCount(0);
});

test("a change in the background is offered back only until it is taken back", async ({ board, boardRow, owner, page }) => {
  await seed({ tenantId: owner.tenantId, userId: owner.id, boardId: boardRow.id }, 201);
  await page.reload();
  await selectAll(board, 201);
  await bar(page).getByRole("button", { name: "Star", exact: true }).click();
  const told = page.getByText("201 results starred.");
  await expect(told.locator("xpath=ancestor::li").getByRole("button", { name: "Undo" })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(told).toHaveCount(0);
  await expect(page.getByText("Undone for 201 results.")).toBeVisible();
});

test("the trash gives back, deletes for good, a board too, and is emptied", async ({ boardRow, owner, page }) => {
  const { id: userId, tenantId } = owner;
  const trashed = { tenantId, ownerId: userId, trashedAt: new Date() };
  const [gone, back] = [await seedBoard({ ...trashed, title: "Old hills" }), await seedBoard({ ...trashed, title: "Good hills" })];
  await seed({ tenantId, userId, boardId: gone.id }, 2);
  await seed({ tenantId, userId, boardId: boardRow.id }, 4, { trashedAt: new Date() });
  await page.goto("/trash");
  await expect(page.getByText(/ · 30 days left$/).first()).toBeVisible();
  const result = (number: number) => page.getByRole("button", { name: new RegExp(`Sketch: prompt ${number} `) });
  const restore = async () => {
    await result(0).click();
    await page.getByRole("button", { name: "Restore", exact: true }).click();
    await expect(result(0)).toHaveCount(0);
  };
  await restore();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(result(0)).toBeVisible();
  await restore();
  await result(1).click();
  await page.getByRole("button", { name: "Delete permanently", exact: true }).click();
  await page.getByRole("alertdialog", { name: "Delete 1 result permanently?" }).getByRole("button", { name: "Delete permanently" }).click();
  await expect(result(1)).toHaveCount(0);

  const restoreBoard = page.getByRole("button", { name: `Restore ${back.title}` });
  await restoreBoard.click();
  await page.getByText(`“${back.title}” restored.`).locator("xpath=ancestor::li").getByRole("button", { name: "Undo" }).click();
  await restoreBoard.click();
  await expect(restoreBoard).toHaveCount(0);
  await page.getByRole("button", { name: `Delete ${gone.title} permanently` }).click();
  await page
    .getByRole("alertdialog", { name: `Delete “${gone.title}” permanently?` })
    .getByRole("button", { name: "Delete permanently" })
    .click();
  await expect(page.getByRole("button", { name: `Restore ${gone.title}` })).toHaveCount(0);

  await page.getByRole("button", { name: "Empty trash" }).click();
  await page.getByRole("alertdialog", { name: "Empty the trash?" }).getByRole("button", { name: "Empty trash" }).click();
  await expect(page.getByText("The trash is empty")).toBeVisible();
  await page.goto(`/boards/${boardRow.id}`);
  await expect(page.getByRole("grid", { name: "Artifacts" })).toHaveAttribute("aria-rowcount", "1");
  await page.goto(`/boards/${back.id}`);
  await expect(page.getByRole("heading", { level: 1, name: back.title })).toBeVisible();
});
