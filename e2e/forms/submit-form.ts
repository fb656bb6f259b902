import type { Locator, Page, Response } from "playwright/test";
import type { BoardPage } from "../pages/board-page";
import { complaintsIn, type Extent, fillInput } from "./fill-controls";

/** How a form is sent: as it starts, with all its settings in sight, or with every field filled in. */
export const manners = ["defaults", "settings open", "every field"] as const;
export type Manner = (typeof manners)[number];

/** What became of a form: null when the server took it, else what stands in its way. */
export type Outcome = string | null;

const mostSteps = 12;

/** Chooses a generator on the screen, fills in its form and sends it. Whatever is wrong is put right as its sentences ask, within reason. */
export async function submitForm(board: BoardPage, title: string, manner: Manner): Promise<Outcome> {
  const { page } = board;
  await board.chooseGenerator(title);
  await startAfresh(board);
  if (manner !== "defaults") await openAll(board);
  if (manner === "every field") await fillAll(board);
  for (let step = 0; step < mostSteps; step++) {
    if (await isOff(board)) {
      const before = await reasonOf(board);
      // The sentence leads to what it is about, where it is about an input.
      const sentence = (await explanationOf(board)).getByRole("button");
      if ((await sentence.count()) === 0) return `can't be sent: ${before}`;
      await sentence.click();
      if (!(await amend(board, manner))) return `can't be sent: ${before}`;
      continue;
    }
    const answer = page.waitForResponse(isCreation);
    await generateButton(board).click();
    const refused = refusalIn(await (await answer).json());
    if (refused === null) return null;
    // The server's sentence stands beside its field, which has the focus: what is too much there is given up.
    const atFault = focused(page);
    if (manner !== "every field" || (await atFault.count()) === 0) return `refused: ${refused}`;
    await giveUp(atFault.first());
  }
  return `can't be put right: ${await reasonOf(board)}`;
}

const generateButton = (board: BoardPage) => board.promptBar.getByRole("button", { name: "Generate", exact: true });
const isOff = async (board: BoardPage) => (await generateButton(board).getAttribute("aria-disabled")) === "true";
/** What describes Generate: the price, or what is missing. */
const explanationOf = async (board: BoardPage) => board.page.locator(`[id="${await generateButton(board).getAttribute("aria-describedby")}"]`);
const reasonOf = async (board: BoardPage) => (await explanationOf(board)).textContent();
const isCreation = (response: Response) => response.request().postData()?.includes("mutation CreateGeneration") ?? false;
const refusalIn = ({ errors }: { errors?: { message: string; extensions?: { field?: string } }[] }): string | null =>
  errors?.map(({ message, extensions }) => `${extensions?.field ?? ""} ${message}`).join("; ") ?? null;

/** The inputs that the screen shows, each with its controls, in their order. */
const inputsOf = (page: Page) => page.locator("[data-input]");

/** The input that has the focus. */
const focused = (page: Page) => inputsOf(page).filter({ has: page.locator(":focus") });

/** What an earlier form left in the slots and the prompt goes. */
async function startAfresh({ promptBar }: BoardPage) {
  for (let left = await promptBar.getByRole("button", { name: /^Remove item / }).count(); left > 0; left--)
    await promptBar
      .getByRole("button", { name: /^Remove item / })
      .first()
      .click();
  for (const text of await promptBar.getByRole("textbox").all()) await text.fill("");
}

async function openAll(board: BoardPage) {
  await board.openSettings();
  for (const group of await board.settings.locator("details:not([open]) > summary").all()) await group.click();
}

async function fillAll(board: BoardPage) {
  const filled = new Set<string>();
  // What is filled in can bring others into sight.
  for (;;) {
    const names = await inputsOf(board.page).evaluateAll((all) => all.map((each) => each.getAttribute("data-input") ?? ""));
    const next = names.find((name) => !filled.has(name));
    if (next === undefined) return;
    filled.add(next);
    const input = inputsOf(board.page).and(board.page.locator(`[data-input="${next}"]`));
    await fillOne(board, input, "everything");
    // What a rule forbids together with the others is given up again.
    if ((await troublesOf(board)) > 0) await giveUp(input);
  }
}

const troublesOf = async ({ page }: BoardPage) => (await complaintsIn(page.locator("main"))).length;

/** An input behind a chip opens by it. */
async function fillOne({ page }: BoardPage, input: Locator, extent: Extent) {
  if (!(await isBehindChip(input))) return fillInput(page, input, extent);
  await chipOf(input).click();
  await fillInput(page, page.getByRole("dialog").filter({ has: page.getByRole("spinbutton") }), extent);
  await page.keyboard.press("Escape");
}

/** A chip that opens a number, whose complaints stand beside it, out of sight while it is closed. */
const chipOf = (input: Locator) => input.locator("button[aria-haspopup=dialog]");
const isBehindChip = async (input: Locator) => (await chipOf(input).count()) === 1 && (await input.getByRole("textbox").count()) === 0;

async function giveUp(input: Locator) {
  const back = input.getByRole("button", { name: /^(Reset|Remove item) / });
  for (let left = await back.count(); left > 0; left--) await back.first().click();
}

/** Puts right what has the focus, where Generate led; false when nothing there can be. */
async function amend(board: BoardPage, manner: Manner): Promise<boolean> {
  const { page } = board;
  const before = await reasonOf(board);
  const name = await focused(page)
    .first()
    .getAttribute("data-input", { timeout: 5000 })
    .catch(() => null);
  if (name === null) return false;
  const input = inputsOf(page).and(page.locator(`[data-input="${name}"]`));
  const isWrong = (await isBehindChip(input)) || (await complaintsIn(input)).length > 0;
  await fillOne(board, input, isWrong ? "everything" : "missing");
  // Nothing is missing there: a rule forbids it together with another.
  const isForbidden = manner === "every field" && (await reasonOf(board)) === before;
  if ((await complaintsIn(input)).length > 0 || isForbidden) await giveUp(input);
  return true;
}
