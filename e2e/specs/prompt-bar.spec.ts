import { signedIn } from "../fixtures/actors";
import { expect, test } from "../fixtures/test";
import type { BoardPage } from "../pages/board-page";

const twoFrames = "Veo 3.1 First and Last Frame";
const promptOf = (board: BoardPage) => board.promptBar.getByRole("textbox", { name: "Prompt" });
const slot = (board: BoardPage, name: string) => board.promptBar.getByRole("group", { name: new RegExp(`^${name}`) });
const isFilled = (board: BoardPage, name: string) =>
  expect(slot(board, name).getByRole("button", { name: `Remove item 1 from ${name}` })).toBeVisible();

/** A finished sketch on the board. */
async function withSketch(board: BoardPage, prompt: string) {
  await board.ask("sketch", "IMAGE", { prompt });
  await board.finished(new RegExp(`Open Sketch: ${prompt}`));
}

test("a draft stays through a reload, other generators and signing out; nobody else sees it", async ({ board, page, context, owner, editor }) => {
  await withSketch(board, "harbour");
  await board.chooseGenerator(twoFrames);
  await promptOf(board).fill("the harbour wakes up");
  await board.add("First frame", "image", [/harbour/]);
  await isFilled(board, "First frame");

  await page.reload();
  await expect(promptOf(board)).toHaveValue("the harbour wakes up");
  await isFilled(board, "First frame");

  await board.chooseGenerator("Sketch");
  await expect(promptOf(board)).toHaveValue("the harbour wakes up");
  await promptOf(board).fill("the harbour sleeps");
  await board.chooseGenerator("Collage");
  await isFilled(board, "Images");
  await board.chooseGenerator(twoFrames);
  await expect(promptOf(board)).toHaveValue("the harbour sleeps");
  await isFilled(board, "First frame");

  // Leaving the page writes what has not been written yet.
  await page.goto("/");
  await context.clearCookies();
  await context.addCookies((await signedIn(editor.user)).cookies);
  await board.open();
  await expect(promptOf(board)).toHaveValue("");
  await promptOf(board).fill("an editor's own");
  await page.goto("/");
  await context.clearCookies();
  await context.addCookies((await signedIn(owner)).cookies);
  await board.open();
  await expect(board.promptBar.getByRole("button", { name: `Generator: ${twoFrames}` })).toBeVisible();
  await expect(promptOf(board)).toHaveValue("the harbour sleeps");
  await isFilled(board, "First frame");
});

test("what is written in one tab appears in the other, and the last one wins", async ({ board, page, context }) => {
  const other = await context.newPage();
  await other.goto(page.url());
  const inOther = other.getByRole("region", { name: "Prompt" }).getByRole("textbox", { name: "Prompt" });
  await promptOf(board).fill("from the first");
  await expect(inOther).toHaveValue("from the first");
  await inOther.fill("from the second");
  await expect(promptOf(board)).toHaveValue("from the second");
});

test("reusing settings is taken back by the message's button, and by Ctrl+Z outside of fields", async ({ board, page }) => {
  await withSketch(board, "old towers");
  await board.chooseGenerator("Prompt writer");
  await board.promptBar.getByRole("textbox", { name: "Template" }).fill("mine {a|b}");
  const reuse = async () => {
    await board.tiles.getByRole("button", { name: /^Actions: Sketch: old towers/ }).click();
    await page.getByRole("menuitem", { name: "Reuse settings" }).click();
    await expect(promptOf(board)).toHaveValue("old towers");
  };
  await reuse();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(board.promptBar.getByRole("textbox", { name: "Template" })).toHaveValue("mine {a|b}");
  await reuse();
  await board.promptBar.getByRole("button", { name: /^Generator:/ }).focus();
  await page.keyboard.press("Control+z");
  await expect(board.promptBar.getByRole("textbox", { name: "Template" })).toHaveValue("mine {a|b}");
  await page.keyboard.press("Control+Shift+z");
  await expect(promptOf(board)).toHaveValue("old towers");
});

test("an image is used as the last frame of a video by keyboard alone, though the current generator takes none", async ({ board, page }) => {
  await withSketch(board, "a bridge");
  await promptOf(board).fill("crossing");
  await board.tiles.getByRole("gridcell", { name: /Sketch: a bridge/ }).focus();
  await page.keyboard.press("u");
  const search = page.getByRole("combobox", { name: "Search generators and inputs" });
  await expect(search).toBeFocused();
  await search.fill("last frame first and last");
  await expect(page.getByRole("option", { name: `First frame of ${twoFrames}` })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("option", { name: `Last frame of ${twoFrames}` })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(board.promptBar.getByRole("button", { name: `Generator: ${twoFrames}` })).toBeVisible();
  await expect(promptOf(board)).toHaveValue("crossing");
  await expect(promptOf(board)).toBeFocused();
  await isFilled(board, "Last frame");
  await expect(slot(board, "First frame").getByRole("button", { name: "Add image to First frame" })).toBeVisible();
});

test("the settings beside the board: resized, changed, reset and closed by keyboard, and as they were after a reload", async ({ board, page }) => {
  await expect(board.settings).toBeVisible();
  const edge = page.getByRole("separator", { name: "Resize settings" });
  const width = Number(await edge.getAttribute("aria-valuenow"));
  await edge.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(edge).toHaveAttribute("aria-valuenow", String(width + 24));
  await page.keyboard.press("End");
  await expect(edge).toHaveAttribute("aria-valuenow", "560");

  const seed = board.settings.getByRole("spinbutton", { name: "Seed" });
  await seed.fill("7");
  await expect(board.promptBar.getByRole("button", { name: "Settings 1 changed" })).toBeVisible();
  await page.reload();
  await expect(seed).toHaveValue("7");
  await expect(edge).toHaveAttribute("aria-valuenow", "560");
  await board.settings.getByRole("button", { name: "Reset Seed" }).click();
  await expect(seed).toHaveValue("");
  await expect(seed).toBeFocused();
  await seed.fill("8");
  await board.settings.getByRole("button", { name: "Reset all" }).click();
  await expect(seed).toHaveValue("");

  await board.settings.getByRole("button", { name: "Close settings" }).click();
  await expect(board.settings).toHaveCount(0);
  await expect(board.promptBar.getByRole("button", { name: "Settings", exact: true })).toBeFocused();
  await page.reload();
  await expect(board.promptBar.getByRole("button", { name: "Settings", exact: true })).toHaveAttribute("aria-expanded", "false");
});

test("the reason stands beside Generate and leads to what is missing; sent by Ctrl+Enter, prompt and focus stay", async ({ board, page }) => {
  const generate = board.promptBar.getByRole("button", { name: "Generate" });
  await expect(generate).toHaveAttribute("aria-disabled", "true");
  await expect(generate).toHaveAccessibleDescription("Write a prompt");
  // A click would wait for it to be enabled.
  await generate.press("Enter");
  await expect(promptOf(board)).toBeFocused();
  await promptOf(board).blur();
  await page.keyboard.press("/");
  await expect(promptOf(board)).toBeFocused();
  await page.keyboard.type("kept");
  await expect(generate).toHaveAttribute("aria-disabled", "false");
  await page.keyboard.press("Control+Enter");
  await board.finished(/Open Sketch: kept/);
  await expect(promptOf(board)).toHaveValue("kept");
  await expect(promptOf(board)).toBeFocused();
});

test("who presses / while the prompt is still loading is in it as soon as it is there", async ({ board, page }) => {
  const loaded = Promise.withResolvers<void>();
  await page.route(/operationName=Generators/, async (route) => {
    await loaded.promise;
    await route.continue();
  });
  await page.reload();
  await expect(page.getByRole("status", { name: "Loading generators" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Board actions" })).toBeVisible();
  await page.keyboard.press("/");
  await expect(board.promptBar).toHaveCount(0);
  loaded.resolve();
  await expect(promptOf(board)).toBeFocused();
});

test("the prompt grows to eight lines, then scrolls", async ({ board }) => {
  const heights: number[] = [];
  for (const lines of [1, 4, 8, 20]) {
    await promptOf(board).fill(Array.from({ length: lines }, (_, index) => `line ${index}`).join("\n"));
    heights.push((await promptOf(board).boundingBox())?.height ?? 0);
  }
  const [one = 0, four = 0, eight = 0, twenty = 0] = heights;
  expect(four).toBeGreaterThan(one);
  expect(eight).toBeGreaterThan(four);
  expect(twenty).toBe(eight);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test("the board keeps half of the screen, settings come in a sheet, and a draft is kept", async ({ board, page }) => {
    await withSketch(board, "low tide");
    await board.chooseGenerator(twoFrames);
    await promptOf(board).fill("the tide comes in, slowly at first, and then over everything that stands on the beach");
    await promptOf(board).blur();
    const bar = await board.promptBar.boundingBox();
    expect(bar?.height).toBeLessThan(740 / 2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    for (const button of await board.promptBar.getByRole("button").all()) {
      const box = await button.boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
    }

    await board.openSettings();
    await expect(page.getByRole("dialog", { name: "Settings" })).toBeVisible();
    await page.getByRole("switch", { name: "Audio" }).click();
    await page.keyboard.press("Escape");
    await expect(board.promptBar.getByRole("button", { name: "Settings 1 changed" })).toBeFocused();
    await page.reload();
    await expect(promptOf(board)).toHaveValue(/the tide comes in/);
    await expect(board.promptBar.getByRole("button", { name: "Settings 1 changed" })).toBeVisible();
  });
});
