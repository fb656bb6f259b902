import { type APIRequestContext, expect, type Locator, type Page } from "playwright/test";
import { createBoard, createGeneration, graphql } from "../fixtures/graphql";

/** What a test reads of a generation. */
export interface GenerationState {
  id: string;
  status: string;
  generatorName: string;
  width: number | null;
  height: number | null;
  durationSeconds: number | null;
  errorMessage: string | null;
}

/** A board as its user sees it: by roles and labels alone. */
export class BoardPage {
  readonly tiles: Locator;
  readonly promptBar: Locator;
  /** Beside the board on wide screens, over it on others. */
  readonly settings: Locator;

  constructor(
    readonly page: Page,
    readonly id: string,
    readonly request: APIRequestContext,
    readonly baseURL: string,
  ) {
    this.tiles = page.getByRole("grid", { name: "Artifacts" });
    this.promptBar = page.getByRole("region", { name: "Prompt" });
    this.settings = page.getByRole("complementary", { name: "Settings" }).or(page.getByRole("dialog", { name: "Settings" }));
  }

  /** A new board of whoever `page` is. */
  static async create(page: Page, url: string, title: string): Promise<BoardPage> {
    return new BoardPage(page, await createBoard(page.request, title, url), page.request, url);
  }

  async open() {
    await this.page.goto(`${this.baseURL}/boards/${this.id}`);
    await expect(this.promptBar.getByRole("button", { name: "Generate" })).toBeVisible();
  }

  async chooseGenerator(title: string) {
    await this.promptBar.getByRole("button", { name: /^Generator:/ }).click();
    const chooser = this.page.getByRole("dialog", { name: "Generators" });
    await chooser.getByRole("combobox").fill(title);
    const found = chooser.getByRole("treeitem").filter({ has: this.page.getByText(title, { exact: true }) });
    await expect(found.first()).toBeVisible();
    // A family may bear the name of the one that is wanted: then that is below it.
    const folded = found.and(chooser.getByRole("treeitem", { expanded: false }));
    if (await folded.isVisible()) await folded.click();
    await found.last().click();
    await expect(this.promptBar.getByRole("button", { name: `Generator: ${title}` })).toBeVisible();
  }

  async openSettings() {
    const button = this.promptBar.getByRole("button", { name: /^Settings/ });
    if ((await button.getAttribute("aria-expanded")) === "false") await button.click();
    await expect(this.settings).toBeVisible();
  }

  async choose(label: string, option: string) {
    await this.openSettings();
    await this.settings.getByRole("combobox", { name: label }).click();
    await this.page.getByRole("option", { name: option, exact: true }).click();
  }

  /** A number that stands on the prompt bar, behind its chip. */
  async setNumber(label: string, value: string) {
    await this.promptBar.getByRole("button", { name: new RegExp(`^${label}:`) }).click();
    await this.page.getByRole("dialog", { name: label }).getByRole("spinbutton", { name: label }).fill(value);
    await this.page.keyboard.press("Escape");
  }

  /** Chooses the use that is named so for a tile. */
  async chooseUse(tile: RegExp, use: string | RegExp) {
    await this.tiles.getByRole("button", { name: tile }).last().click();
    await this.page.getByRole("menuitem", { name: "Use as…" }).click();
    await this.page
      .getByRole("listbox", { name: "Uses" })
      .getByRole("option")
      .filter({ has: this.page.getByText(use, { exact: true }) })
      .first()
      .click();
  }

  /** Adds artifacts to a slot by the picker, by their captions. */
  async add(slot: string, kind: string, captions: RegExp[]) {
    await this.promptBar.getByRole("button", { name: `Add ${kind} to ${slot}` }).click();
    const picker = this.page.getByRole("dialog", { name: `Add ${kind} to “${slot}”` });
    for (const caption of captions) await picker.getByRole("button", { name: caption }).first().click();
    if (await picker.isVisible()) await picker.getByRole("button", { name: "Done" }).click();
    await expect(picker).toBeHidden();
  }

  async generate() {
    await this.promptBar.getByRole("button", { name: "Generate" }).click();
  }

  /** Asks for a generation as another program would; answers its id. */
  ask(generatorName: string, artifactType: string, inputParams: object): Promise<string> {
    return createGeneration(this.request, { boardId: this.id, generatorName, artifactType, inputParams }, this.baseURL);
  }

  /** The tile of this name, once its artifact is there. */
  async finished(name: RegExp, timeout = 60_000): Promise<Locator> {
    const open = this.tiles.getByRole("button", { name }).first();
    const cell = this.tiles
      .getByRole("gridcell")
      .filter({ has: this.page.getByRole("button", { name }) })
      .first();
    await expect(cell).toHaveAttribute("aria-busy", "false", { timeout });
    return open;
  }

  /** What the board holds, newest first. */
  async generations(): Promise<GenerationState[]> {
    const query = `query ($id: UUID!) { recentGenerations(boardId: $id) { id status generatorName width height durationSeconds errorMessage } }`;
    return (await graphql<{ recentGenerations: GenerationState[] }>(this.request, query, { id: this.id }, this.baseURL)).recentGenerations;
  }

  async newest(generatorName: string): Promise<GenerationState> {
    const found = (await this.generations()).find((generation) => generation.generatorName === generatorName);
    if (!found) throw new Error(`no ${generatorName} on the board`);
    return found;
  }
}
