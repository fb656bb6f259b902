import type { Page } from "playwright/test";
import { byFinger, expectTouchable } from "../fixtures/expect-touchable";
import { expect, test } from "../fixtures/test";

interface Wanted {
  provider: "fal" | "Replicate";
  /** As typed. */
  model: string;
  title: string;
  priceUsd: string;
}

const wanted: Wanted[] = [
  { provider: "fal", model: "fal-ai/flux/dev", title: "Added FLUX", priceUsd: "0.025" },
  { provider: "fal", model: "https://fal.ai/models/fal-ai/samples/speech", title: "Added speech", priceUsd: "0.01" },
  { provider: "fal", model: "fal-ai/samples/text-to-video", title: "Added film", priceUsd: "0.2" },
  { provider: "Replicate", model: "samples/fast-image", title: "Added fast image", priceUsd: "0.003" },
  { provider: "Replicate", model: "https://replicate.com/samples/music", title: "Added music", priceUsd: "0.02" },
];

const rowOf = (page: Page, title: string) => page.getByRole("list", { name: "Added models" }).getByRole("listitem", { name: title, exact: true });

async function add(page: Page, { provider, model, title, priceUsd }: Wanted) {
  await page.getByRole("button", { name: "Add model" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a model" });
  if (provider !== "fal") {
    await dialog.getByRole("combobox", { name: "Provider" }).click();
    await page.getByRole("option", { name: provider }).click();
  }
  await dialog.getByRole("textbox", { name: "Model ID or page URL" }).fill(model);
  await dialog.getByRole("button", { name: "Look up" }).click();
  await expect(dialog.getByRole("list", { name: "Inputs" }).getByRole("listitem").first()).toBeVisible();
  await dialog.getByRole("textbox", { name: "Name" }).fill(title);
  await dialog.getByRole("spinbutton", { name: "Price (USD)" }).fill(priceUsd);
  await dialog.getByRole("button", { name: "Add as draft" }).click();
  await expect(rowOf(page, title)).toContainText("Draft");
}

test("three models of fal and two of Replicate are added by id; one is tried, published and used", async ({ board, page }) => {
  const [flux] = wanted as [Wanted, ...Wanted[]];
  await page.goto("/admin/models");
  for (const model of wanted) await add(page, model);

  await page.getByRole("button", { name: `Try ${flux.title}`, exact: true }).click();
  const trial = page.getByRole("dialog", { name: `Try ${flux.title}` });
  await trial.getByRole("combobox", { name: "Board" }).click();
  await page.getByRole("option").filter({ hasText: "three models of fal" }).first().click();
  await trial.getByRole("button", { name: "Open on a board" }).click();
  await expect(board.promptBar.getByRole("button", { name: `Generator: ${flux.title}` })).toBeVisible();
  await expect(page.getByText("This board is empty")).toBeVisible();
  await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill("a lighthouse");
  await board.generate();
  await board.finished(new RegExp(`Open ${flux.title}`));

  await page.goto("/admin/models");
  await page.getByRole("button", { name: `Publish ${flux.title}`, exact: true }).click();
  await expect(rowOf(page, flux.title)).toContainText("Published");
  await board.open();
  await board.chooseGenerator(flux.title);
  await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill("a second lighthouse");
  await board.generate();
  await expect.poll(async () => (await board.generations()).filter(({ status }) => status === "COMPLETED").length).toBe(2);
});

test("what cannot be mapped is said field by field, and an id that nobody has is refused at its field", async ({ page }) => {
  await page.goto("/admin/models");
  await page.getByRole("button", { name: "Add model" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a model" });
  const id = dialog.getByRole("textbox", { name: "Model ID or page URL" });
  await id.fill("fal-ai/no-such-model");
  await dialog.getByRole("button", { name: "Look up" }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await id.fill("fal-ai/samples/workflow");
  await dialog.getByRole("button", { name: "Look up" }).click();
  await expect(dialog.getByRole("list", { name: "Problems" }).getByRole("listitem").first()).toBeVisible();
});

test("a model is met by a finger, and updated: where the provider changed nothing, nothing changes", async ({ page }) => {
  const model = { ...(wanted[3] as Wanted), title: "Refreshed" };
  await page.goto("/admin/models");
  await add(page, model);
  const usual = page.viewportSize();
  await byFinger(page, async () => {
    await page.setViewportSize({ width: 360, height: 1800 });
    await expectTouchable(page, "an added model");
  });
  if (usual) await page.setViewportSize(usual);
  await page.getByRole("button", { name: `Update ${model.title}`, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: `Update ${model.title}` });
  await dialog.getByRole("button", { name: "Compare" }).click();
  await expect(dialog.getByRole("status")).toContainText("No changes");
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await page.getByRole("button", { name: `Delete ${model.title}`, exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(rowOf(page, model.title)).toHaveCount(0);
});
