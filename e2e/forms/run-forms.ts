import { expect, type Page } from "playwright/test";
import { createBoard, graphql } from "../fixtures/graphql";
import { BoardPage } from "../pages/board-page";
import { type Manner, manners, submitForm } from "./submit-form";

/** One form that the server did not take. */
interface Failure {
  generator: string;
  manner: Manner;
  why: string;
}

/** What came of all forms. */
export interface Report {
  offered: number;
  accepted: Record<Manner, number>;
  failures: Failure[];
}

interface Offered {
  name: string;
  title: string;
  artifactType: string;
  unavailableReason: string | null;
}

/** So that a board stays as quick as a person's. */
const formsPerBoard = 25;

/** Sends the form of every generator that is offered in each manner, or in those that `isWanted`, by the screen alone. */
export async function runForms(
  page: Page,
  url: string,
  isWanted: (name: string, manner: Manner) => boolean = () => true,
  say: (line: string) => void = () => {},
): Promise<Report> {
  const { generators } = await graphql<{ generators: Offered[] }>(
    page.request,
    "{ generators { name title artifactType unavailableReason } }",
    {},
    url,
  );
  const wanted = (name: string) => manners.filter((manner) => isWanted(name, manner));
  const offered = generators.filter(({ name, unavailableReason }) => unavailableReason === null && wanted(name).length > 0);
  const report: Report = { offered: offered.length, accepted: { defaults: 0, "settings open": 0, "every field": 0 }, failures: [] };
  let board: BoardPage | null = null;
  let count = 0;
  for (const { name, title } of offered) {
    if (!board || count % formsPerBoard === 0) {
      board = await furnishedBoard(page, url);
      await open(board);
    }
    for (const manner of wanted(name)) {
      const why = await submitForm(board, title, manner).catch((error: Error) => error.message.split("\n").slice(0, 4).join(" "));
      if (why === null) report.accepted[manner] += 1;
      else {
        report.failures.push({ generator: name, manner, why });
        say(`${name}, ${manner}: ${why}`);
        // Nothing of it may stand in the way of the next.
        await open(board);
      }
    }
    count += 1;
    say(`${count} of ${offered.length} ${name}`);
  }
  return report;
}

async function open({ page, promptBar, baseURL, id }: BoardPage) {
  await page.goto(`${baseURL}/boards/${id}`);
  await promptBar.getByRole("button", { name: "Generate", exact: true }).waitFor();
}

/** A board with what generators take as inputs. */
async function furnishedBoard(page: Page, url: string): Promise<BoardPage> {
  const board = new BoardPage(page, await createBoard(page.request, "Forms", url), page.request, url);
  await board.ask("sketch", "IMAGE", { prompt: "hills", count: 4 });
  await board.ask("melody", "AUDIO", { prompt: "a tune" });
  await board.ask("prompt-writer", "TEXT", { template: "A {quiet|loud} harbor" });
  await settled(board, 6);
  const images = (await board.generations()).filter(({ generatorName }) => generatorName === "sketch").map(({ id }) => id);
  await board.ask("slideshow", "VIDEO", { images: images.slice(0, 2) });
  await board.ask("fal-flux-2-lora-training", "LORA", { images, default_caption: "hills" });
  await settled(board, 8);
  return board;
}

const settled = (board: BoardPage, total: number) =>
  expect.poll(async () => (await board.generations()).filter(({ status }) => status === "COMPLETED").length, { timeout: 300_000 }).toBe(total);
