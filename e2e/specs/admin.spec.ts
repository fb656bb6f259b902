import type { Page } from "playwright/test";
import { graphql } from "../fixtures/graphql";
import { expect, test } from "../fixtures/test";
import { openScreen } from "../pages/studio-screens";

const openSpending = (page: Page) => openScreen(page, "/admin/spending", "Spending");

test("a generator that is switched off is gone from the chooser, and comes back", async ({ board, page }, { title }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Admin", exact: true }).click();
  await page.getByRole("navigation", { name: "Admin" }).getByRole("link", { name: "Generators" }).click();
  const offer = page.getByRole("switch", { name: "Enable FLUX.2 [dev]", exact: true });
  const isOnBoard = async (isThere: boolean) => {
    await page.getByRole("link", { name: "Boards", exact: true }).click();
    await page.getByRole("link", { name: title }).click();
    await board.promptBar.getByRole("button", { name: /^Generator:/ }).click();
    const list = page.getByRole("dialog", { name: "Generators" });
    await list.getByRole("combobox").fill("flux.2 fal");
    await expect(list.getByRole("treeitem").filter({ has: page.getByText("FLUX.2 [pro]", { exact: true }) })).toBeVisible();
    await expect(list.getByRole("treeitem").filter({ has: page.getByText("FLUX.2 [dev]", { exact: true }) })).toHaveCount(isThere ? 1 : 0);
  };
  await page.getByRole("searchbox", { name: "Search generators" }).fill("flux.2 dev");
  await offer.click();
  await expect(page.getByText("FLUX.2 [dev] disabled.")).toBeVisible();
  await expect(offer).not.toBeChecked();
  await isOnBoard(false);

  await page.goto("/admin/generators");
  await page.getByRole("combobox", { name: "Filter" }).click();
  await page.getByRole("option", { name: "Disabled" }).click();
  await offer.click();
  await expect(page.getByText("FLUX.2 [dev] enabled.")).toBeVisible();
  await isOnBoard(true);
});

test("a generator's default and limit, set by an admin, are what the prompt bar begins with and allows", async ({ board, page }) => {
  await page.goto("/admin/generators");
  await page.getByRole("searchbox", { name: "Search generators" }).fill("sketch");
  await page.getByRole("button", { name: "Edit Sketch", exact: true }).click();
  const form = page.getByRole("dialog", { name: "Sketch" });
  const count = form.getByRole("group").filter({ hasText: "Number of images" }).last();
  await count.getByText("Number of images").first().click();
  await count.getByRole("spinbutton", { name: "Maximum" }).fill("2");
  await count.getByRole("spinbutton", { name: "Number of images (default)" }).fill("3");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByRole("alert").filter({ hasText: "must be at most 2" }).first()).toBeVisible();
  await count.getByRole("spinbutton", { name: "Number of images (default)" }).fill("2");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Sketch updated.")).toBeVisible();
  await expect(page.getByRole("listitem", { name: "Sketch", exact: true })).toContainText("1 default · 1 limit");
  await board.open();
  await board.promptBar.getByRole("button", { name: "Number of images: × 2" }).click();
  const chip = page.getByRole("dialog", { name: "Number of images" });
  await expect(chip.getByRole("spinbutton", { name: "Number of images" })).toHaveValue("2");
  await chip.getByRole("spinbutton", { name: "Number of images" }).fill("3");
  await expect(chip.getByRole("alert")).toHaveText("use 2 or less");
});

test("a parked job: an id that the provider does not know is refused, a retry finishes it", async ({ board, page, request }) => {
  const word = "Antidisestablishmentarianism";
  await graphql(request, "mutation ($id: UUID!, $title: String!) { updateBoard(input: { id: $id, title: $title }) { id } }", {
    ...{ id: board.id, title: `${word} of the harbors and hills along the coast` },
  });
  await board.chooseGenerator("GPT Image 1.5 (OpenAI)");
  await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill(`a lighthouse of ${board.id} sim:drop-before*1`);
  await board.generate();
  await expect(board.tiles.getByText("Waiting for an admin's review")).toBeVisible({ timeout: 60_000 });

  await page.goto("/admin/reviews");
  await expect(page.getByRole("navigation", { name: "Admin" }).getByRole("link", { name: /^Reviews \d+ waiting/ })).toBeVisible();
  const jobs = page.getByRole("list", { name: "Jobs to review" });
  const job = jobs.getByRole("listitem", { name: "GPT Image 1.5 (OpenAI) at OpenAI" });
  const usual = page.viewportSize();
  await page.setViewportSize({ width: 820, height: 1180 });
  const lines = await job.getByText(new RegExp(`^${word}`)).evaluate((title, length) => {
    const range = document.createRange();
    range.setStart(title.firstChild as Node, 0);
    range.setEnd(title.firstChild as Node, length);
    return range.getClientRects().length;
  }, word.length);
  expect(lines, "lines that a word takes on a tablet").toBe(1);
  if (usual) await page.setViewportSize(usual);
  await job.getByRole("button", { name: /^Adopt/ }).click();
  const adopt = page.getByRole("dialog", { name: "Use the provider's job?" });
  await adopt.getByRole("textbox", { name: "OpenAI job ID" }).fill("nothing-of-the-kind");
  await adopt.getByRole("button", { name: "Adopt" }).click();
  await expect(adopt.getByRole("alert")).toContainText("OpenAI has no job with this ID");
  await adopt.getByRole("button", { name: "Cancel" }).click();

  await job.getByRole("button", { name: /^Retry/ }).click();
  await page.getByRole("dialog", { name: "Start the job again?" }).getByRole("button", { name: "Retry" }).click();
  await expect(page.getByText("Job started again.")).toBeVisible();
  await expect(job).toHaveCount(0);
  await board.open();
  await board.finished(/Open GPT Image 1\.5/);
});

test("a spending limit refuses the next generation with its sentence, until it is removed", async ({ board, page }) => {
  await openSpending(page);
  const limits = page.getByRole("region", { name: "Spending limits" });
  await limits.getByRole("button", { name: "New limit" }).click();
  const dialog = page.getByRole("dialog", { name: "New limit" });
  await dialog.getByRole("button", { name: "Save limit" }).click();
  await expect(dialog.getByRole("alert")).toHaveText("Enter an amount or a number of generations.");
  await dialog.getByRole("spinbutton", { name: "Amount (USD)" }).fill("0.001");
  await dialog.getByRole("button", { name: "Save limit" }).click();
  await expect(limits.getByRole("listitem")).toContainText("Everyone combined");
  await expect(limits.getByRole("listitem")).toContainText("Up to $0.001 per month");

  await board.open();
  await board.chooseGenerator("FLUX.2 [dev]");
  await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill("one too many");
  await board.generate();
  await expect(board.promptBar.getByRole("alert")).toContainText("the workspace's monthly limit of $0.001 has only");

  await openSpending(page);
  await limits.getByRole("button", { name: "Remove the monthly limit for Everyone combined" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove limit" }).click();
  await expect(limits.getByText("No limits")).toBeVisible();
  await board.open();
  await board.chooseGenerator("FLUX.2 [dev]");
  await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill("one more");
  await board.generate();
  await board.finished(/Open FLUX\.2 \[dev\]/);
  await openSpending(page);
  await expect(page.getByRole("list", { name: "By generator" }).getByText("FLUX.2 [dev]")).toBeVisible();
});

test("the parts of the spending page come together, so that none moves another away", async ({ page }) => {
  const maySend = Promise.withResolvers<void>();
  await page.route("**/api/graphql", async (route) => {
    if (route.request().postDataJSON()?.operationName === "Spending") await maySend.promise;
    await route.fallback();
  });
  const others = page.waitForResponse((response) => response.request().postData()?.includes('"operationName":"People"') ?? false);
  await page.goto("/admin/spending");
  await others;
  await expect(page.getByRole("status", { name: "Loading spending" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Spending limits" })).toHaveCount(0);
  maySend.resolve();
  await expect(page.getByRole("region", { name: "Spending limits" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Storage" }).getByText("Ada")).toBeVisible();
});

test("a storage limit holds back what would go beyond it, and says what to do", async ({ board, page }) => {
  await openSpending(page);
  const storage = page.getByRole("region", { name: "Storage" });
  const change = storage.getByRole("button", { name: "Edit the storage limit for Ada" });
  const dialog = page.getByRole("dialog", { name: "Storage limit" });
  await change.click();
  await dialog.getByRole("spinbutton", { name: "Limit (GB)" }).fill("0");
  await dialog.getByRole("button", { name: "Save limit" }).click();
  await expect(page.getByText("Storage limit saved.")).toBeVisible();
  await expect(storage.getByRole("listitem").nth(1)).toContainText("of 0 bytes");

  await board.open();
  await board.chooseGenerator("FLUX.2 [dev]");
  await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill("one too many");
  await board.generate();
  await expect(board.promptBar.getByRole("alert")).toContainText("Your files use");
  await expect(board.promptBar.getByRole("alert")).toContainText("Delete files and empty the trash");

  await openSpending(page);
  await change.click();
  await dialog.getByRole("spinbutton", { name: "Limit (GB)" }).fill("");
  await dialog.getByRole("button", { name: "Save limit" }).click();
  await expect(storage.getByRole("listitem").nth(1)).not.toContainText(" of ");
});

test("credits are added to a person, and can be required", async ({ page }) => {
  await openSpending(page);
  const credits = page.getByRole("region", { name: "Credits" });
  await credits
    .getByRole("button", { name: /^Add credits for/ })
    .first()
    .click();
  const dialog = page.getByRole("dialog", { name: /^Add credits for/ });
  await dialog.getByRole("spinbutton", { name: "Amount (USD)" }).fill("12.5");
  await dialog.getByRole("radio", { name: /^Purchase/ }).check();
  await dialog.getByRole("button", { name: "Add credits" }).click();
  await expect(page.getByText(/ now has -?\$\d+\.\d\d\./)).toBeVisible();
  const required = credits.getByRole("switch", { name: "Require credits" });
  await required.click();
  await expect(page.getByText("Credits are now required.")).toBeVisible();
  await expect(required).toBeChecked();
});

test("someone who is no admin sees no administration", async ({ stranger: { page, request } }) => {
  await page.goto("/admin/spending");
  await expect(page.getByRole("heading", { name: "Admins only" })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Admin" })).toHaveCount(0);
  const refused = await request.post("/api/graphql", { data: { query: "{ providers { name } }" } });
  expect((await refused.json()).errors[0].extensions.code).toBe("FORBIDDEN");
});
