import type { Locator } from "playwright/test";
import { expectAccessible } from "../fixtures/expect-accessible";
import { expectFocusInSight } from "../fixtures/expect-focus-in-sight";
import { byFinger, expectFieldsKeepZoom, expectTouchable } from "../fixtures/expect-touchable";
import { graphql } from "../fixtures/graphql";
import { expect, test } from "../fixtures/test";

/* The pages for strangers and a board under axe, wide and narrow, light and dark; a board where colors are forced, with less motion, and enlarged. */

const nobody = { cookies: [], origins: [] };

test("axe finds nothing on the pages for strangers, and a finger meets whatever can be tapped", async ({ browser, baseURL, boardRow, page }) => {
  const input = { boardId: boardRow.id, generatorName: "sketch", artifactType: "IMAGE", inputParams: { prompt: "hills" } };
  await graphql(page.request, "mutation ($input: CreateGenerationInput!) { createGeneration(input: $input) { id } }", { input });
  const share = "mutation ($input: CreateShareLinkInput!) { createShareLink(input: $input) { token } }";
  const { createShareLink } = await graphql<{ createShareLink: { token: string } }>(page.request, share, {
    input: { boardId: boardRow.id, showsRecipe: true },
  });
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), storageState: nobody, reducedMotion: "reduce" });
  const stranger = await context.newPage();
  for (const [path, heading] of [
    ["/sign-in", "Sign in"],
    ["/sign-up?invitation=none&email=lin%40example.com", "This invitation isn't valid"],
    ["/reset-password?token=none", "password"],
    ["/shared/none", "This link no longer works"],
    [`/shared/${createShareLink.token}`, boardRow.title],
  ] as const)
    await test.step(path, async () => {
      await stranger.goto(path);
      await expect(stranger.getByRole("heading", { name: heading }).first()).toBeVisible();
      await expectAccessible(stranger);
      await byFinger(stranger, async () => {
        await stranger.setViewportSize({ width: 360, height: 740 });
        await expectTouchable(stranger, path);
        await expectFieldsKeepZoom(stranger, path);
      });
    });
  await stranger.setViewportSize({ width: 1440, height: 900 });
  await stranger.getByRole("button", { name: "Open hills" }).click();
  await expect(stranger.getByRole("dialog")).toBeVisible();
  await expectAccessible(stranger, { within: "[role=dialog]" });
  await context.close();
});

test("axe finds nothing on a board: empty, with what is done, running and failed, with a selection, and with its settings", async ({
  board,
  page,
}) => {
  const wide = { width: 1440, height: 900 };
  const look = async (state: string) => {
    await test.step(state, () => expectAccessible(page));
    await page.setViewportSize(wide);
  };
  await page.setViewportSize(wide);
  await expect(page.getByRole("region", { name: "Gallery" })).toBeVisible();
  await look("empty");
  await board.ask("sketch", "IMAGE", { prompt: "hills" });
  await board.ask("fal-flux-2", "IMAGE", { prompt: "a storm sim:refuse" });
  await board.ask("fal-veo31", "VIDEO", { prompt: "waves sim:slow" });
  await board.finished(/Open Sketch: hills/);
  await expect(page.getByRole("gridcell", { name: "FLUX.2 [dev]: a storm sim:refuse" })).toHaveAttribute("aria-busy", "false");
  await look("filled");
  await page.getByRole("gridcell", { name: "Sketch: hills" }).focus();
  await page.keyboard.press(" ");
  await expect(page.getByRole("toolbar", { name: "Selection" })).toBeVisible();
  await look("with a selection");
  await page.getByRole("button", { name: "Clear selection" }).click();
  await board.openSettings();
  await look("with its settings");
});

test.describe("where colors are forced", () => {
  test.use({ contextOptions: { forcedColors: "active", reducedMotion: "reduce" } });

  test("what is selected, chosen, active and focused looks different from what is not", async ({ board, page }) => {
    for (const prompt of ["first", "second"]) await board.ask("sketch", "IMAGE", { prompt });
    await board.finished(/Open Sketch: first/);
    await board.finished(/Open Sketch: second/);
    const look = (locator: Locator) =>
      locator.evaluate((element) => {
        const { outlineStyle, outlineWidth, outlineColor, backgroundColor, borderColor } = getComputedStyle(element);
        return { outline: outlineStyle === "none" ? null : `${outlineWidth} ${outlineStyle} ${outlineColor}`, backgroundColor, borderColor };
      });
    const [first, second] = [
      board.tiles.getByRole("gridcell", { name: "Sketch: first" }),
      board.tiles.getByRole("gridcell", { name: "Sketch: second" }),
    ];
    expect(await look(first)).toEqual(await look(second));
    await first.focus();
    await page.keyboard.press(" ");
    expect((await look(first)).outline, "the focus").toMatch(/^[2-9]px/);
    await page.keyboard.press("/");
    expect((await look(first)).outline, "the selection").toMatch(/^3px/);
    expect((await look(second)).outline).toBeNull();
    await page.getByRole("button", { name: "Clear selection" }).click();

    await page.getByRole("button", { name: "View options" }).click();
    const [rows, list] = [page.getByRole("radio", { name: "Justified rows" }), page.getByRole("radio", { name: "List" })];
    expect((await look(rows)).backgroundColor).not.toBe((await look(list)).backgroundColor);
    await page.keyboard.press("Escape");
    const [boards, account] = [page.getByRole("link", { name: "Boards", exact: true }), page.getByRole("button", { name: /^Account/ })];
    expect((await look(boards)).backgroundColor).not.toBe((await look(account)).backgroundColor);
    await board.promptBar.getByRole("button", { name: /^Generator:/ }).click();
    const options = page.getByRole("treeitem");
    await expect(options.first()).toBeVisible();
    const activeId = await page.getByRole("combobox", { name: "Search generators" }).getAttribute("aria-activedescendant");
    const active = page.locator(`[id="${activeId}"]`);
    expect((await look(active)).outline).not.toBeNull();
  });
});

test("where people want less motion, nothing moves by itself", async ({ board, page }) => {
  await board.promptBar.getByRole("button", { name: /^Generator:/ }).click();
  await expect(page.getByRole("dialog", { name: "Generators" })).toBeVisible();
  const moving = await page.evaluate(
    () => document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration) > 50).length,
  );
  expect(moving).toBe(0);
});

test("on windows of any width all that can be done with a selection or a result is in sight, or in a menu", async ({ board, page }) => {
  for (const prompt of ["first", "second"]) await board.ask("sketch", "IMAGE", { prompt });
  await board.finished(/Open Sketch: first/);
  await board.finished(/Open Sketch: second/);
  const bar = page.getByRole("toolbar", { name: "Selection" });
  await page.getByRole("gridcell", { name: "Sketch: first" }).focus();
  await page.keyboard.press("ControlOrMeta+a");
  for (const width of [1920, 1440, 1280, 1024, 820, 640, 360]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await bar.evaluate((element) => element.scrollWidth - element.clientWidth), `${width}: what the bar has no room for`).toBeLessThanOrEqual(
      0,
    );
    const words = await bar.getByRole("paragraph").evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(words, `${width}: how many are selected`).toBeLessThanOrEqual(0);
  }
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Open Sketch: first" }).click();
  for (const width of [1440, 820, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.getByRole("dialog", { name: "Sketch" }).getByRole("link", { name: "Download", exact: true }).click({ trial: true, timeout: 5000 });
  }
});

for (const [zoom, viewport] of Object.entries({ "200 %": { width: 640, height: 512 }, "400 %": { width: 320, height: 256 } }))
  test.describe(`at ${zoom}`, () => {
    test.use({ viewport });

    test("nothing scrolls sideways, and the board can be seen and used", async ({ board, page }) => {
      await board.ask("sketch", "IMAGE", { prompt: "hills" });
      const open = await board.finished(/Open Sketch: hills/);
      const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(await overflow()).toBeLessThanOrEqual(0);
      const gallery = await page.getByRole("region", { name: "Gallery" }).evaluate((element) => element.parentElement?.clientHeight ?? 0);
      expect(gallery, "the height that is left to the gallery").toBeGreaterThan(150);
      const generate = board.promptBar.getByRole("button", { name: "Generate" });
      const hasFocus = () => generate.evaluate((element) => element === document.activeElement);
      for (let steps = 0; steps < 40 && !(await hasFocus()); steps++) {
        await page.keyboard.press("Tab");
        await expectFocusInSight(page);
      }
      await expect(generate).toBeFocused();
      await open.click();
      await expect(page.getByRole("dialog", { name: "Sketch" }).getByRole("img", { name: "hills" })).toBeInViewport();
      await page.keyboard.press("Escape");
      await generate.scrollIntoViewIfNeeded();
      await expect(generate).toBeInViewport({ ratio: 1 });
      for (const path of ["/", "/account", "/admin/generators", "/admin/spending"]) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        expect(await overflow(), path).toBeLessThanOrEqual(0);
      }
    });
  });
