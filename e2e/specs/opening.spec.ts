import type { Page } from "playwright/test";
import { seedGenerations } from "@/lib/testing/seed/generation";
import { seedTenant } from "@/lib/testing/seed/tenant";
import { seedUser } from "@/lib/testing/seed/user";
import { waitLimitMs } from "@/lib/testing/wait-limit";
import { enter } from "../fixtures/actors";
import { createBoard } from "../fixtures/graphql";
import { sharedInstallation } from "../fixtures/shared-installation";
import { expect, test } from "../fixtures/test";

/* What comes with a board's page: its first results, for whoever may see them. */

const prompt = "a fox that nobody else may see";
const made = { completedAt: new Date(), progress: 100, inputParams: { prompt } };
const tiles = (page: Page) => page.getByRole("gridcell", { name: `Sketch: ${prompt}`, exact: true });

test.beforeEach(({ boardRow: { id: boardId }, owner: { id: userId, tenantId } }) => seedGenerations({ tenantId, userId, boardId }, 3, () => made));

/** The operations that a page asks for from now on. */
function operationsOf(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/api/graphql")) asked.push(request.postDataJSON().operationName);
  });
  return asked;
}

test("its people's browsers ask for none of it, and for what other boards hold as ever", async ({ page, boardRow, request }) => {
  const asked = operationsOf(page);
  // A busy server sends the page without what takes too long.
  await expect(async () => {
    asked.length = 0;
    await page.goto(`/boards/${boardRow.id}`);
    await expect(tiles(page)).toHaveCount(3);
    await expect(page.getByRole("heading", { name: boardRow.title })).toBeVisible();
    expect(asked.filter((name) => ["Viewer", "GalleryOpening"].includes(name))).toEqual([]);
  }).toPass({ timeout: waitLimitMs });

  const other = await createBoard(request, "Another board");
  await page.getByRole("link", { name: "Boards", exact: true }).click();
  await page.getByRole("link", { name: "Another board" }).click();
  await expect(page).toHaveURL(`/boards/${other}`);
  await expect(page.getByText("This board is empty")).toBeVisible();
  await page.goBack();
  await page.getByRole("link", { name: boardRow.title }).click();
  await expect(tiles(page)).toHaveCount(3);

  // The address says what is shown.
  await page.goto(`/boards/${boardRow.id}?type=VIDEO`);
  await expect(page.getByText("Nothing found")).toBeVisible();
  await page.goto(`/boards/${boardRow.id}?sort=oldest`);
  await expect(tiles(page)).toHaveCount(3);
});

test("others get nothing of it", async ({ page, boardRow, stranger, browser }) => {
  const path = `/boards/${boardRow.id}`;
  const isIn = async (request: Page["request"]) => (await (await request.get(path)).text()).includes(prompt);
  await expect.poll(() => isIn(page.request)).toBe(true);
  expect(await isIn(stranger.request)).toBe(false);
  const elsewhere = await seedUser({ tenantId: (await seedTenant()).id, displayName: "Eve", role: "owner" });
  await enter(browser, sharedInstallation().url, elsewhere, async ({ request }) => expect(await isIn(request)).toBe(false));
  await page.context().clearCookies();
  expect(await isIn(page.request)).toBe(false);
});

test("before any script has run, the first tiles are where scripts will put them, and no image of theirs smaller", async ({
  board,
  page,
  boardRow,
  owner,
}) => {
  const place = { tenantId: owner.tenantId, userId: owner.id, boardId: boardRow.id };
  const hourMs = 3_600_000;
  // Two days and more, of which each leaves its last row as it falls.
  await seedGenerations(place, 40, (index) => ({
    ...made,
    createdAt: new Date(Date.now() - (index + 1) * 5 * hourMs),
    ...{ width: [1024, 1344, 768, 1216][index % 4] ?? 1024, height: [1024, 768, 1344, 832][index % 4] ?? 1024 },
  }));
  await board.ask("sketch", "IMAGE", { prompt: "hills" });
  await board.finished(/Open Sketch: hills/);
  // One that grows by a hair is reported as a new largest paint.
  const imageArea = async (within: string) => {
    const { width = 0, height = 0 } = (await page.locator(`main ${within} img`).first().boundingBox()) ?? {};
    return width * height;
  };
  const boxesOf = (selector: string) =>
    page.evaluate((selected) => {
      const boxes = [...document.querySelectorAll(`main ${selected}`)].map((element) => element.getBoundingClientRect());
      return boxes.filter(({ top }) => top < innerHeight).map(({ x, y, width, height }) => [x, y, width, height]);
    }, selector);
  // The browser tells its time zone at its first visit.
  await page.goto(`/boards/${boardRow.id}`);
  await expect(tiles(page).first()).toBeVisible();
  for (const width of [360, 820, 1440, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    await page.route("**/*.js*", (route) => route.abort());
    await page.goto(`/boards/${boardRow.id}`);
    await expect(page.locator("main figure").first()).toBeVisible();
    await expect(tiles(page)).toHaveCount(0);
    const [before, areaBefore] = [await boxesOf("figure"), await imageArea("figure")];
    expect(before.length).toBeGreaterThan(2);
    await page.unroute("**/*.js*");
    await page.goto(`/boards/${boardRow.id}`);
    await expect(tiles(page).first()).toBeVisible();
    const after = await boxesOf("[role=gridcell]");
    expect(after.length).toBe(before.length);
    expect(areaBefore, `${width} px`).toBeGreaterThanOrEqual(await imageArea("[role=gridcell]"));
    for (const [index, box] of before.entries())
      for (const [side, pixels] of box.entries())
        expect(Math.abs(pixels - (after[index]?.[side] ?? Number.NaN)), `tile ${index} of ${width} px: ${box} and ${after[index]}`).toBeLessThan(1.5);
  }
});
