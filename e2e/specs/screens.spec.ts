import type { Locator, Page } from "playwright/test";
import { expectAccessible } from "../fixtures/expect-accessible";
import { byFinger, expectFieldsKeepZoom, expectTouchable } from "../fixtures/expect-touchable";
import { expect, test } from "../fixtures/test";
import { fillBoard, type Look, visitAdministration, visitBoardWindows, visitStudio } from "../pages/studio-screens";

/* Every page and window of people who are signed in; boards themselves and the pages for strangers stand in accessibility.spec.ts. */

const wide = { width: 1440, height: 900 };
const phone = { width: 360, height: 740 };

/** Looks at a screen by mouse on a wide window, and by finger on a phone. */
const lookAt =
  (page: Page): Look =>
  (screen, within) =>
    test.step(screen, async () => {
      await expectAccessible(page, { at: ["wide"], within });
      await byFinger(page, async () => {
        await expectAccessible(page, { at: ["narrow"], within });
        await expectTouchableOnPhone(page, screen);
      });
      await page.setViewportSize(wide);
    });

async function expectTouchableOnPhone(page: Page, screen: string) {
  // So high that all results of the board are in sight.
  await page.setViewportSize({ ...phone, height: 1800 });
  expect(await page.evaluate(() => matchMedia("(pointer: coarse)").matches)).toBe(true);
  await expectTouchable(page, screen);
  await expectFieldsKeepZoom(page, screen);
}

test.describe("axe finds nothing, and whatever can be tapped is met on 44 pixels:", () => {
  test.use({ viewport: wide });
  // Each look takes seconds where the machine is busy.
  test.slow();

  test("a board and its windows", async ({ board, page }) => {
    await fillBoard(board);
    await visitBoardWindows(board, lookAt(page));
    await byFinger(page, async () => {
      await expectTouchableOnPhone(page, "board");
      await board.openSettings();
      await expectTouchableOnPhone(page, "settings");
    });
  });

  test("the other pages of the studio", async ({ board, page }) => {
    await fillBoard(board);
    await visitStudio(page, lookAt(page));
  });

  test("the administration", async ({ board, page }) => {
    await fillBoard(board);
    await visitAdministration(page, lookAt(page));
  });
});

test("nothing moves by itself while a board opens, be it empty or filled, wide or narrow", async ({ board, page }) => {
  await page.addInitScript(() => {
    const shifts: { value: number; of: string[] }[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources: { node: Element | null }[] })[])
        shifts.push({ value: entry.value, of: entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 160) ?? "") });
    }).observe({ type: "layout-shift", buffered: true });
  });
  const open = async (shown: Locator) => {
    for (const viewport of [wide, phone]) {
      await page.setViewportSize(viewport);
      await page.reload();
      await expect(board.promptBar.getByRole("button", { name: "Generate" })).toBeVisible();
      await expect(shown).toBeVisible();
      const shifts = await page.evaluate(() => (window as unknown as { shifts: { value: number }[] }).shifts);
      expect
        .soft(
          shifts.reduce((sum, { value }) => sum + value, 0),
          `${viewport.width}: ${JSON.stringify(shifts)}`,
        )
        .toBeLessThan(0.02);
    }
  };
  await open(page.getByText("This board is empty"));
  await fillBoard(board);
  await open(board.tiles.getByRole("button", { name: "Open Sketch: hills" }));
});
