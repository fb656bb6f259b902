import type { Page } from "playwright/test";
import { seedGeneration, seedGenerations } from "@/lib/testing/seed/generation";
import { graphql } from "../fixtures/graphql";
import { expect, test } from "../fixtures/test";

/* What a tile shows and offers, from the moment it is asked for. */

const cell = (page: Page, name: string | RegExp) => page.getByRole("gridcell", { name });

test("a running tile says phase, percentage and time, and is canceled", async ({ board, page }) => {
  await board.chooseGenerator("Gen-4.5");
  await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill("takes its time sim:slow");
  await board.generate();
  const tile = cell(page, "Gen-4.5: takes its time sim:slow");
  await expect(tile).toHaveAttribute("aria-busy", "true");
  await expect(tile.getByText("Working", { exact: true })).toBeVisible();
  await expect(tile.getByText(/^[1-9]\d?%$/)).toBeVisible();
  await expect(tile.getByRole("progressbar")).not.toHaveAttribute("aria-valuenow", "0");
  const elapsed = tile.getByText(/^0:\d\d/);
  const before = await elapsed.textContent();
  await expect(elapsed).not.toHaveText(before ?? "");
  // The answer is held back until the tile was seen to wait for it.
  const asked: (() => void)[] = [];
  await page.route("**/api/graphql", async (route) => {
    if (route.request().postDataJSON()?.operationName === "CancelGeneration") await new Promise<void>((answer) => asked.push(answer));
    await route.continue();
  });
  const cancel = tile.getByRole("button", { name: "Cancel Gen-4.5: takes its time sim:slow" });
  await cancel.click();
  await expect(tile.getByText("Canceling", { exact: true })).toBeVisible();
  await expect(cancel).toBeDisabled();
  await cancel.click({ force: true });
  expect(asked).toHaveLength(1);
  asked[0]?.();
  await expect(tile.getByText("Canceled")).toBeVisible();
  await expect(tile).toHaveAttribute("aria-busy", "false");
});

test("an open menu offers what can be done with a tile that ends meanwhile", async ({ board, page }) => {
  const id = await board.ask("fal-veo31", "VIDEO", { prompt: "waves sim:slow" });
  await cell(page, "Veo 3.1: waves sim:slow").press("ContextMenu");
  await expect(page.getByRole("menuitem", { name: "Cancel" })).toBeVisible();
  await graphql(board.request, "mutation ($id: UUID!) { cancelGeneration(id: $id) { id } }", { id });
  await expect(page.getByRole("menuitem", { name: "Try again" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Cancel" })).toHaveCount(0);
});

test("a failed tile says why; it is edited, made at another provider, or tried again", async ({ board, boardRow, owner, page }) => {
  const place = { tenantId: owner.tenantId, userId: owner.id, boardId: boardRow.id };
  await seedGeneration(place, {
    generatorName: "fal-veo31",
    artifactType: "video",
    status: "failed",
    errorCode: "provider.timed_out",
    errorMessage: "fal took too long.",
    inputParams: { prompt: "a storm" },
  });
  await page.reload();
  const failed = cell(page, "Veo 3.1: a storm").first();
  await expect(failed.getByText("Veo 3.1 failed")).toBeVisible();
  await expect(failed.getByText("fal took too long.")).toBeVisible();
  await expect(failed.getByText("a storm", { exact: true })).toBeVisible();
  const prompt = board.promptBar.getByRole("textbox", { name: "Prompt" });

  await failed.getByRole("button", { name: "Edit" }).click();
  await expect(prompt).toHaveValue("a storm");
  await expect(prompt).toBeFocused();
  await expect(board.promptBar.getByRole("button", { name: "Generator: Veo 3.1", exact: true })).toBeVisible();
  await failed.getByRole("button", { name: /^Use / }).click();
  await expect(board.promptBar.getByRole("button", { name: /^Generator: Veo 3\.1 .*\(/ })).toBeVisible();
  await expect(prompt).toHaveValue("a storm");

  await failed.getByRole("button", { name: "Try again" }).click();
  await expect(cell(page, "Veo 3.1: a storm")).toHaveCount(2);
  await expect(cell(page, "Veo 3.1: a storm").first()).toHaveAttribute("aria-busy", "false");
});

test.describe("where people want motion", () => {
  test.use({ contextOptions: { reducedMotion: "no-preference" } });

  test("a video plays muted under the pointer and on focus, shows its frames below it, and rests by P", async ({ board, page }) => {
    await board.ask("fal-veo31", "VIDEO", { prompt: "waves" });
    await board.finished(/Open Veo 3\.1: waves/);
    const tile = cell(page, "Veo 3.1: waves");
    const video = tile.locator("video");
    const isPlaying = () => video.evaluate((element: HTMLVideoElement) => !element.paused && element.muted && element.currentTime > 0);
    await expect(video).toHaveCount(0);
    const box = await tile.boundingBox();
    if (!box) throw new Error("the tile has no box");
    await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.3);
    await expect.poll(isPlaying).toBe(true);
    await page.mouse.move(box.x + box.width * 0.75, box.y + box.height * 0.8);
    await expect(tile.locator("[data-strip]")).toBeVisible();
    await page.mouse.move(2, 2);
    await expect(video).toHaveCount(0);

    await tile.focus();
    await expect.poll(isPlaying).toBe(true);
    await page.keyboard.press("p");
    await expect(video).toHaveCount(0);
    await page.keyboard.press("p");
    await expect.poll(isPlaying).toBe(true);
  });
});

test("a video plays by P where people want less motion, and nothing plays by itself", async ({ board, page }) => {
  await board.ask("fal-veo31", "VIDEO", { prompt: "waves" });
  await board.finished(/Open Veo 3\.1: waves/);
  const tile = cell(page, "Veo 3.1: waves");
  await tile.focus();
  await expect(tile.getByRole("button", { name: "Play Veo 3.1: waves" })).toBeVisible();
  await expect(tile.locator("video")).toHaveCount(0);
  await page.keyboard.press("p");
  await expect.poll(() => tile.locator("video").evaluate((element: HTMLVideoElement) => element.currentTime)).toBeGreaterThan(0);
});

test("a sound plays in its tile, by P and by its button, and another one stops it; a text can be read", async ({ board, page }) => {
  await board.ask("melody", "AUDIO", { prompt: "rain" });
  await board.ask("melody", "AUDIO", { prompt: "wind" });
  await board.ask("prompt-writer", "TEXT", { template: "a {red|red} kite over the hills" });
  for (const name of [/Open Melody: rain/, /Open Melody: wind/, /Open Prompt writer/]) await board.finished(name);
  const [rain, wind] = [cell(page, "Melody: rain"), cell(page, "Melody: wind")];
  await rain.focus();
  await page.keyboard.press("p");
  await expect(rain.getByRole("button", { name: "Pause Melody: rain" })).toBeVisible();
  await expect(rain).toBeFocused();
  await expect.poll(async () => Number(await rain.getByRole("slider").getAttribute("aria-valuenow"))).toBeGreaterThan(0);
  await wind.getByRole("button", { name: "Play Melody: wind" }).click();
  await expect(rain.getByRole("button", { name: "Play Melody: rain" })).toBeVisible();
  await expect(wind.getByRole("button", { name: "Pause Melody: wind" })).toBeVisible();
  const written = cell(page, /^Prompt writer/);
  const text = written.getByText("a red kite over the hills");
  await expect(text).toBeVisible();
  const size = page.getByRole("slider", { name: "Tile size" });
  for (const key of ["End", "Home"]) {
    await page.getByRole("button", { name: "View options" }).click();
    await size.press(key);
    await page.keyboard.press("Escape");
    await text.hover();
    const words = await text.boundingBox();
    const buttons = await written.getByRole("button", { name: /^(Star|Use|Actions|Select)/ }).all();
    expect(buttons).toHaveLength(4);
    for (const button of buttons) {
      const box = await button.boundingBox();
      const isClear = words && box && (box.y + box.height <= words.y || box.x >= words.x + words.width);
      expect(isClear, `a button hides no word: ${JSON.stringify([key, words, box])}`).toBe(true);
    }
  }
});

test("far from the newest, a pill leads to what was just asked for", async ({ board, owner, page }) => {
  const place = { tenantId: owner.tenantId, userId: owner.id, boardId: board.id };
  await seedGenerations(place, 120, (index) => ({ createdAt: new Date(Date.now() - (index + 2) * 60_000), inputParams: { prompt: `old ${index}` } }));
  await page.reload();
  await expect(board.tiles).toHaveAttribute("aria-rowcount", "120");
  await cell(page, "Sketch: old 0").focus();
  await page.keyboard.press("Control+End");
  await expect(cell(page, "Sketch: old 119")).toBeFocused();
  await expect(board.promptBar).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type("brand new");
  await page.keyboard.press("Control+Enter");
  const pill = page.getByRole("button", { name: "New result" });
  await expect(pill).toBeVisible();
  await expect(cell(page, "Sketch: brand new")).toHaveCount(0);
  await pill.click();
  await expect(cell(page, "Sketch: brand new")).toBeFocused();
  await expect(cell(page, "Sketch: brand new")).toBeInViewport();
  await expect(pill).toHaveCount(0);
});
