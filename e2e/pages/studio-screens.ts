import { expect, type Page } from "playwright/test";
import type { BoardPage } from "./board-page";

/** Looks at what is on the screen: all of it, or the window that the rest lies beneath. */
export type Look = (screen: string, within?: Window["within"]) => Promise<void>;

interface Window {
  name: string;
  within: "[role=dialog]" | "[role=menu]";
  open: () => Promise<unknown>;
}

const cell = (page: Page, name: string) => page.getByRole("gridcell", { name: `Sketch: ${name}` });

/** Asks for what the screens of a board need: two results, one that failed, and one that takes its time. */
export async function fillBoard(board: BoardPage): Promise<void> {
  await board.ask("fal-flux-2", "IMAGE", { prompt: "a storm sim:refuse" });
  await board.ask("fal-veo31", "VIDEO", { prompt: "waves sim:slow" });
  for (const prompt of ["hills", "harbor"]) await board.ask("sketch", "IMAGE", { prompt });
  for (const prompt of ["hills", "harbor"]) await board.finished(new RegExp(`Open Sketch: ${prompt}`));
  // On a phone its tile may lie too far below to exist.
  await expect.poll(async () => (await board.newest("fal-flux-2")).status).toBe("FAILED");
}

/** Selects both results, and asks for one of the actions of the bar, which has no room for all of them on a phone. */
async function askFor(page: Page, action: string) {
  for (const name of ["hills", "harbor"])
    if ((await cell(page, name).getAttribute("aria-selected")) !== "true") {
      await cell(page, name).focus();
      await page.keyboard.press(" ");
    }
  const bar = page.getByRole("toolbar", { name: "Selection" });
  await expect(bar).toBeVisible();
  const button = bar.getByRole("button", { name: action });
  if (await button.isVisible()) return button.click();
  await bar.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: action }).click();
}

/** Opens each window, looks at it and closes it. */
async function visitWindows(page: Page, windows: Window[], look: Look): Promise<void> {
  for (const { name, within, open } of windows) {
    await open();
    const window = page.locator(within).last();
    await expect(window).toBeVisible();
    await expect(window.getByRole("status", { name: /^Loading/ })).toHaveCount(0);
    await look(name, within);
    await page.keyboard.press("Escape");
    await expect(page.locator("[role=dialog], [role=menu]")).toHaveCount(0);
  }
}

/** Looks at the windows that open over a board, which `fillBoard` filled. */
export async function visitBoardWindows({ page, promptBar, tiles, id, baseURL }: BoardPage, look: Look): Promise<void> {
  const press = (name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" }).click();
  const choose = async (button: string | RegExp, item: string) => {
    await press(button);
    await page.getByRole("menuitem", { name: item }).click();
  };
  // Of the hundreds of lines in a list, a few are looked at.
  const search = (words: string) => page.getByRole("dialog").getByRole("combobox").fill(words);
  await visitWindows(
    page,
    [
      { name: "viewer", within: "[role=dialog]", open: () => tiles.getByRole("button", { name: "Open Sketch: hills" }).click() },
      { name: "viewer of what failed", within: "[role=dialog]", open: () => tiles.getByRole("button", { name: /^Open FLUX.2/ }).click() },
      { name: "menu of a tile", within: "[role=menu]", open: () => press("Actions: Sketch: hills") },
      {
        name: "use as",
        within: "[role=dialog]",
        open: () =>
          cell(page, "hills")
            .press("u")
            .then(() => search("upscale")),
      },
      { name: "chooser", within: "[role=dialog]", open: () => press(/^Generator:/).then(() => search("flux.2")) },
      { name: "number of images", within: "[role=dialog]", open: () => promptBar.getByRole("button", { name: /^Number of images/ }).click() },
      { name: "shortcuts", within: "[role=dialog]", open: () => page.keyboard.press("?") },
      { name: "filters", within: "[role=dialog]", open: () => press(/^Filter/) },
      { name: "view", within: "[role=dialog]", open: () => press("View options") },
      { name: "upload", within: "[role=dialog]", open: () => press("Upload") },
      { name: "share", within: "[role=dialog]", open: () => press("Share") },
      { name: "menu of the board", within: "[role=menu]", open: () => press("Board actions") },
      { name: "details of the board", within: "[role=dialog]", open: () => choose("Board actions", "Name and description") },
      { name: "export", within: "[role=dialog]", open: () => choose("Board actions", "Export") },
      { name: "menu of the account", within: "[role=menu]", open: () => press(/^Account:/) },
      { name: "rating", within: "[role=dialog]", open: () => askFor(page, "Rate…") },
      { name: "tags", within: "[role=dialog]", open: () => askFor(page, "Tags…") },
      { name: "move or copy", within: "[role=dialog]", open: () => askFor(page, "Move or copy…") },
      { name: "compare", within: "[role=dialog]", open: () => askFor(page, "Compare") },
    ],
    look,
  );
  await page.goto(`${baseURL}/boards/${id}?type=IMAGE`);
  await expect(tiles).toBeVisible();
  await visitWindows(page, [{ name: "saved views", within: "[role=dialog]", open: () => press("Saved views") }], look);
}

/** Looks at the pages of the studio that are no board, and at their windows. */
export async function visitStudio(page: Page, look: Look): Promise<void> {
  await visit(page, "/", "Your boards", look);
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  await visitWindows(
    page,
    [
      { name: "new board", within: "[role=dialog]", open: () => press("New board") },
      { name: "import", within: "[role=dialog]", open: () => press("Import board") },
    ],
    look,
  );
  await visit(page, "/?q=no+such+board", "Your boards", look);
  await visit(page, "/search", "Search", look);
  await visit(page, "/search?q=nothing+of+the+kind", "Search", look);
  await visit(page, "/trash", "Trash", look);
  await visit(page, "/account", "Account", look);
  await visitWindows(page, [{ name: "new key", within: "[role=dialog]", open: () => press("New key") }], look);
  await visit(page, "/boards/00000000-0000-4000-8000-000000000000", "Page not found", look);
}

/** Looks at every page of the administration, and at its windows. */
export async function visitAdministration(page: Page, look: Look): Promise<void> {
  const dialog = (name: string, press: string | RegExp): Window => ({
    name,
    within: "[role=dialog]",
    open: () =>
      page
        .getByRole("main")
        .getByRole("button", { name: press, exact: typeof press === "string" })
        .first()
        .click(),
  });
  await visit(page, "/admin/providers", "Providers", look);
  await visitWindows(page, [dialog("key of a provider", "Add key for fal")], look);
  await visit(page, "/admin/generators", "Generators", async () => {
    await page.getByRole("searchbox", { name: "Search generators" }).fill("sketch");
    await expect(page.getByRole("button", { name: "Edit Sketch", exact: true })).toBeVisible();
    await look("/admin/generators");
  });
  await visitWindows(page, [dialog("a generator", "Edit Sketch")], look);
  await visit(page, "/admin/models", "Added models", look);
  await visitWindows(page, [dialog("a model", "Add model"), dialog("a workflow", "Upload ComfyUI workflow")], look);
  await visit(page, "/admin/reviews", "Reviews", look);
  await visit(page, "/admin/spending", "Spending", look);
  await visitWindows(page, [dialog("a limit", "New limit"), dialog("credits", /^Add credits for/)], look);
  await visit(page, "/admin/people", "People", look);
  await visitWindows(page, [dialog("an invitation", "Invite")], look);
  await visit(page, "/admin/activity", "Activity", look);
}

/** Goes to a page and looks at it once it has what it shows. */
async function visit(page: Page, path: string, heading: string | RegExp, look: Look) {
  await openScreen(page, path, heading);
  await look(path);
}

/** Goes to a page, and waits until it has what it shows: while parts of it load, it moves away under a click. */
export async function openScreen(page: Page, path: string, heading: string | RegExp): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  await expect(page.getByRole("status", { name: /^Loading/ })).toHaveCount(0);
}
