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
  readonly composer: Locator;

  constructor(
    readonly page: Page,
    readonly id: string,
    readonly request: APIRequestContext,
    readonly baseURL: string,
  ) {
    this.tiles = page.getByRole("list", { name: "Artifacts" });
    this.composer = page.getByRole("region", { name: "Composer" });
  }

  /** A new board of whoever `page` is. */
  static async create(page: Page, url: string, title: string): Promise<BoardPage> {
    return new BoardPage(page, await createBoard(page.request, title, url), page.request, url);
  }

  async open() {
    await this.page.goto(`${this.baseURL}/boards/${this.id}`);
    await expect(this.composer.getByRole("button", { name: "Generate" })).toBeVisible();
  }

  async chooseGenerator(title: string) {
    await this.composer.getByRole("button", { name: /^Generator:/ }).click();
    await this.page.getByRole("dialog", { name: "Generators" }).getByRole("button", { name: title, exact: true }).click();
    await expect(this.composer.getByRole("button", { name: `Generator: ${title}` })).toBeVisible();
  }

  async openSettings() {
    const button = this.composer.getByRole("button", { name: /^Settings/ });
    if ((await button.getAttribute("aria-expanded")) === "false") await button.click();
  }

  async choose(label: string, option: string) {
    await this.openSettings();
    await this.composer.getByRole("combobox", { name: label }).click();
    await this.page.getByRole("option", { name: option, exact: true }).click();
  }

  /** Adds artifacts to a slot by the picker, by their captions. */
  async add(slot: string, kind: string, captions: RegExp[]) {
    await this.composer.getByRole("button", { name: `Add ${kind} to ${slot}` }).click();
    const picker = this.page.getByRole("dialog", { name: `Add ${kind} to “${slot}”` });
    for (const caption of captions) await picker.getByRole("button", { name: caption }).first().click();
    if (await picker.isVisible()) await picker.getByRole("button", { name: "Done" }).click();
    await expect(picker).toBeHidden();
  }

  async generate() {
    await this.composer.getByRole("button", { name: "Generate" }).click();
  }

  /** Asks for a generation as another program would; answers its id. */
  ask(generatorName: string, artifactType: string, inputParams: object): Promise<string> {
    return createGeneration(this.request, { boardId: this.id, generatorName, artifactType, inputParams }, this.baseURL);
  }

  /** The tile of this name, once its artifact can be opened. */
  async finished(name: RegExp, timeout = 60_000): Promise<Locator> {
    const open = this.tiles.getByRole("button", { name }).first();
    await expect(open).toBeVisible({ timeout });
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
