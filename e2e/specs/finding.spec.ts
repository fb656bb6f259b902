import { indexGenerations } from "@/lib/generations/search-index/index-generations";
import { db } from "@/lib/platform/db/client";
import { seedBoard } from "@/lib/testing/seed/board";
import { seedGeneration, seedGenerations } from "@/lib/testing/seed/generation";
import { expect, test } from "../fixtures/test";

test.beforeEach(async ({ boardRow, owner }) => {
  await seedGenerations({ tenantId: owner.tenantId, userId: owner.id, boardId: boardRow.id }, 30, (index) => ({
    createdAt: new Date(Date.now() - index * 60_000),
    completedAt: new Date(),
    progress: 100,
    status: index % 3 === 0 ? "failed" : "completed",
    artifactType: index % 5 === 0 ? "video" : "image",
    inputParams: { prompt: `prompt ${index}` },
  }));
});

test("a board is narrowed by counted facets, the address holds it, and each filter can be let go", async ({ board, page }) => {
  await expect(board.tiles).toHaveAttribute("aria-rowcount", "30");
  await page.getByRole("button", { name: "Filter" }).click();
  const panel = page.getByRole("dialog", { name: "Filters" });
  await panel.getByRole("checkbox", { name: "Videos 6" }).click();
  await expect(panel.getByRole("checkbox", { name: "Videos 6" })).toBeChecked();
  await expect(page).toHaveURL(/type=VIDEO/);
  await expect(board.tiles).toHaveAttribute("aria-rowcount", "6");
  await panel.getByRole("checkbox", { name: "Failed 2" }).click();
  await expect(panel.getByRole("checkbox", { name: "Failed 2" })).toBeChecked();
  await expect(board.tiles).toHaveAttribute("aria-rowcount", "2");
  await expect(panel.getByRole("status")).toHaveText("2 results");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /Filter 2/ })).toBeFocused();

  await page.reload();
  await expect(board.tiles).toHaveAttribute("aria-rowcount", "2");
  await page.getByRole("button", { name: "Remove filter: Videos" }).click();
  await expect(board.tiles).toHaveAttribute("aria-rowcount", "10");
  await expect(page.getByRole("button", { name: "Remove filter: Failed" })).toBeFocused();
  await page.getByRole("list", { name: "Active filters" }).getByRole("button", { name: "Clear all" }).click();
  await expect(board.tiles).toHaveAttribute("aria-rowcount", "30");
});

test("names of tags as long as they may be leave room for their counts", async ({ board, boardRow, page }) => {
  const [{ id: generationId } = { id: "" }] = await db().generation.findMany({ where: { boardId: boardRow.id }, take: 1 });
  for (const name of ["a campaign for spring and summer, and for autumn, too, ".repeat(2).slice(0, 100).trim(), "W".repeat(100)]) {
    const tag = await db().tag.create({ data: { tenantId: boardRow.tenantId, name, slug: name.toLowerCase(), nameKey: name.toLowerCase() } });
    await db().generationTag.create({ data: { generationId, tagId: tag.id } });
  }
  await board.open();
  for (const width of [1440, 820, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.getByRole("button", { name: "Filter" }).click();
    const panel = page.getByRole("dialog", { name: "Filters" });
    const one = panel.getByRole("checkbox", { name: /^W{100}/ });
    await expect(one).toBeVisible();
    const count = await panel
      .locator("label")
      .filter({ hasText: /^W{100}/ })
      .getByText("1", { exact: true })
      .boundingBox();
    const outer = await panel.boundingBox();
    expect((count?.x ?? 0) + (count?.width ?? 0)).toBeLessThan((outer?.x ?? 0) + (outer?.width ?? 0));
    await page.keyboard.press("Escape");
    await expect(panel).toHaveCount(0);
  }
});

test("a view is saved on the board, used, renamed and deleted", async ({ board, page }) => {
  await page.goto(`${page.url()}?status=FAILED`);
  await expect(board.tiles).toHaveAttribute("aria-rowcount", "10");
  const saved = page.getByRole("button", { name: "Saved views" });
  const panel = page.getByRole("dialog", { name: "Saved views" });
  await saved.click();
  await panel.getByRole("textbox", { name: "Save this view as" }).fill("What failed");
  await panel.getByRole("button", { name: "Save view" }).click();
  await expect(panel.getByRole("button", { name: "What failed", exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("list", { name: "Active filters" }).getByRole("button", { name: "Clear all" }).click();
  await expect(board.tiles).toHaveAttribute("aria-rowcount", "30");

  await saved.click();
  await panel.getByRole("button", { name: "What failed", exact: true }).click();
  await expect(page).toHaveURL(/status=FAILED/);
  await expect(board.tiles).toHaveAttribute("aria-rowcount", "10");
  await saved.click();
  await panel.getByRole("button", { name: "Actions for What failed" }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await panel.getByRole("textbox", { name: "New name" }).fill("Failures");
  await panel.getByRole("button", { name: "Rename", exact: true }).click();
  await panel.getByRole("button", { name: "Actions for Failures" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(panel.getByRole("button", { name: "Failures", exact: true })).toHaveCount(0);
});

test("boards are searched, and one in the archive is listed there alone", async ({ board, boardRow, page }) => {
  await expect(board.tiles).toHaveAttribute("aria-rowcount", "30");
  await page.goto("/");
  const card = page.getByRole("link", { name: new RegExp(boardRow.title) });
  await page.getByRole("textbox", { name: "Search boards" }).fill("no such board");
  await expect(page.getByText("No board matches")).toBeVisible();
  await expect(page).toHaveURL(/q=no\+such\+board/);
  await page.getByRole("button", { name: "Show all boards" }).click();
  await expect(card).toBeVisible();
  await page.getByRole("button", { name: `Actions for ${boardRow.title}` }).click();
  await page.getByRole("menuitem", { name: "Archive" }).click();
  await expect(card).toHaveCount(0);
  await expect(page.getByText(`“${boardRow.title}” is in the archive`)).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(card).toBeVisible();
  await page.getByRole("button", { name: `Actions for ${boardRow.title}` }).click();
  await page.getByRole("menuitem", { name: "Archive" }).click();
  await expect(card).toHaveCount(0);
  await page.getByRole("radio", { name: "Archived" }).click();
  await expect(card).toBeVisible();
  await page.getByRole("button", { name: `Actions for ${boardRow.title}` }).click();
  await page.getByRole("menuitem", { name: "Take out of the archive" }).click();
  await expect(card).toHaveCount(0);
});

test("everything on all boards is searched on one page, and leads to its board", async ({ boardRow, owner, page }) => {
  const { id: boardId } = await seedBoard({ tenantId: owner.tenantId, ownerId: owner.id, title: "Another place" });
  const found = await seedGeneration({ tenantId: owner.tenantId, userId: owner.id, boardId }, { inputParams: { prompt: "a lonely lighthouse" } });
  await indexGenerations(db(), [found]);
  const tiles = page.getByRole("grid", { name: "Artifacts" });
  await page.goto("/");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Search" }).click();
  await expect(page.getByRole("heading", { name: "Search" })).toBeVisible();
  await expect(tiles).toHaveAttribute("aria-rowcount", "31");
  await page.keyboard.press("?");
  const shortcuts = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(shortcuts.getByText("Select all")).toBeVisible();
  await expect(shortcuts.getByText("Go to the prompt")).toHaveCount(0);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByRole("dialog", { name: "Filters" }).getByRole("checkbox", { name: "Videos 6" }).click();
  await expect(tiles).toHaveAttribute("aria-rowcount", "6");
  await page.keyboard.press("Escape");
  await page.getByRole("list", { name: "Active filters" }).getByRole("button", { name: "Clear all" }).click();

  const field = page.getByRole("textbox", { name: "Search all boards" });
  await field.fill("no such thing");
  await expect(page.getByText("No result on your boards matches")).toBeVisible();
  await field.fill("lighthouse");
  await expect(page).toHaveURL(/\/search\?q=lighthouse/);
  await expect(tiles).toHaveAttribute("aria-rowcount", "1");
  await tiles.getByRole("gridcell").click();
  await page.getByRole("link", { name: "On board: Another place" }).click();
  await expect(page).toHaveURL(new RegExp(`/boards/${boardId}`));
  expect(boardId).not.toBe(boardRow.id);
});

test("what is made on a board appears among what is on all boards", async ({ board, page }) => {
  const tiles = page.getByRole("grid", { name: "Artifacts" });
  await page.goto("/search");
  await expect(tiles).toHaveAttribute("aria-rowcount", "30");
  await board.ask("sketch", "IMAGE", { prompt: "a quay" });
  await expect(page.getByRole("button", { name: "Open Sketch: a quay" })).toBeVisible();
  await expect(tiles).toHaveAttribute("aria-rowcount", "31");
});

test("results with a similar prompt are found from a tile's menu and from the viewer, and Back leads to where one was", async ({
  board,
  boardRow,
  owner,
  page,
}) => {
  const place = { tenantId: owner.tenantId, userId: owner.id, boardId: boardRow.id };
  const prompts = ["a lonely lighthouse at dusk", "the lighthouse, lonely in the fog", "a lighthouse full of people"];
  const made = await Promise.all(prompts.map((prompt) => seedGeneration(place, { inputParams: { prompt } })));
  await indexGenerations(db(), made);
  await page.reload();
  await expect(board.tiles).toHaveAttribute("aria-rowcount", "33");
  await page.getByRole("button", { name: `Actions: Sketch: ${prompts[0]}` }).click();
  await page.getByRole("menuitem", { name: "Find similar prompts" }).click();
  await expect(page).toHaveURL(/\?q=lonely\+lighthouse/);
  await expect(board.tiles).toHaveAttribute("aria-rowcount", "2");
  await page.goBack();
  await expect(board.tiles).toHaveAttribute("aria-rowcount", "33");

  await page.goto(`${page.url().split("?")[0]}?view=${made[2]?.id}`);
  await page.getByRole("dialog").getByRole("link", { name: "Find similar prompts" }).click();
  await expect(page).toHaveURL(/\?q=lighthouse\+people/);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(board.tiles).toHaveAttribute("aria-rowcount", "1");
});

test("images that look alike are found from a tile's menu and the viewer, and a chip lets that go", async ({ board, boardRow, owner, page }) => {
  const place = { tenantId: owner.tenantId, userId: owner.id, boardId: boardRow.id };
  const seed = (prompt: string, perceptualHash: string) =>
    seedGeneration(place, { inputParams: { prompt }, perceptualHash, placeholder: "3OcRJYB4d3h/iIeHeEh3eIhw+j2w" });
  const source = await seed("a red door", "01".repeat(32));
  await seed("the same door, smaller", `11${"01".repeat(31)}`);
  await seed("a blue sea", "10".repeat(32));
  await page.reload();
  await expect(board.tiles).toHaveAttribute("aria-rowcount", "33");
  await page.getByRole("button", { name: "Actions: Sketch: a red door" }).click();
  await page.getByRole("menuitem", { name: "Find similar images" }).click();
  await expect(page).toHaveURL(new RegExp(`\\?similar=${source.id}`));
  await expect(board.tiles).toHaveAttribute("aria-rowcount", "2");
  const chips = page.getByRole("list", { name: "Active filters" });
  await expect(chips.getByText("Images similar to “a red door”")).toBeVisible();
  await chips.getByRole("button", { name: "Remove filter: Images similar to “a red door”" }).click();
  await expect(board.tiles).toHaveAttribute("aria-rowcount", "33");

  await page.goto(`${page.url().split("?")[0]}?view=${source.id}`);
  await page.getByRole("dialog").getByRole("link", { name: "Find similar images" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(board.tiles).toHaveAttribute("aria-rowcount", "2");

  // One that nobody here may see is like nothing.
  await page.goto(`${page.url().split("?")[0]}?similar=0199a1b2-0000-7000-8000-000000000001`);
  await expect(page.getByText("Nothing found")).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(board.tiles).toHaveAttribute("aria-rowcount", "33");
});
