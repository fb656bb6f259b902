import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { rotatedPhoto } from "../fixtures/photo";
import { expect, test } from "../fixtures/test";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

test("a board is exported, downloaded in ranges, and imported once however often", async ({ board, page, request }, testInfo) => {
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await page.getByLabel("Files").setInputFiles([
    { name: "one.jpg", mimeType: "image/jpeg", buffer: await rotatedPhoto() },
    { name: "two.txt", mimeType: "text/plain", buffer: Buffer.from("A note about hills") },
  ]);
  for (const name of [/Open Upload: one\.jpg/, /Open Upload: two\.txt/]) await board.finished(name);

  const title = await page.getByRole("heading", { level: 1 }).textContent();
  await page.getByRole("button", { name: "Board actions" }).click();
  await page.getByRole("menuitem", { name: "Export" }).click();
  const dialog = page.getByRole("dialog", { name: `Export “${title}”` });
  await dialog.getByRole("button", { name: "Export", exact: true }).click();
  await expect(dialog.getByText("2 results are in the file.")).toBeVisible();
  const link = dialog.getByRole("link", { name: "Download" });
  const download = page.waitForEvent("download");
  await link.click();
  const path = testInfo.outputPath("board.zip");
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/\.zip$/);
  await saved.saveAs(path);
  const whole = await readFile(path);

  const address = `${await link.getAttribute("href")}`;
  const [head, tail] = await Promise.all(["bytes=0-99", `bytes=100-`].map((range) => request.get(address, { headers: { range } })));
  expect([head?.status(), tail?.status()]).toEqual([206, 206]);
  expect(sha256(Buffer.concat([await (head as typeof head & object).body(), await (tail as typeof tail & object).body()]))).toBe(sha256(whole));
  // It is among all that were exported, and, opened again, the window has it still.
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Boards", exact: true }).click();
  await page.getByRole("button", { name: "Exports" }).click();
  const all = page.getByRole("dialog", { name: "Your exports" });
  await expect(all.getByRole("link", { name: `Download ${title}` })).toHaveAttribute("href", /\/api\/storage\/archives\//);
  await expect(all.getByRole("button", { name: `Delete export: ${title}` })).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Exports" })).toBeFocused();
  await page.goBack();
  await page.getByRole("button", { name: "Board actions" }).click();
  await page.getByRole("menuitem", { name: "Export" }).click();
  await expect(dialog.getByRole("link", { name: "Download" })).toBeVisible();
  await dialog.getByRole("button", { name: "Delete file" }).click();
  await page.getByRole("alertdialog", { name: "Delete this export?" }).getByRole("button", { name: "Delete file" }).click();
  await expect(dialog.getByRole("link", { name: "Download" })).toHaveCount(0);
  await expect(dialog.getByRole("button", { name: "Export", exact: true })).toBeFocused();
  expect((await request.get(address)).status()).toBe(404);
  await page.keyboard.press("Escape");

  await page.getByRole("link", { name: "Boards", exact: true }).click();
  const importing = page.getByRole("dialog", { name: "Import a board" });
  const send = async () => {
    await page.getByRole("button", { name: "Import board" }).click();
    await importing.getByLabel("Archive").setInputFiles(path);
  };
  await send();
  await expect(importing.getByText("2 results were imported.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Import board" })).toBeFocused();
  await send();
  await expect(importing.getByText("Nothing was added. 2 were already there or aren’t accepted.")).toBeVisible();
  await importing.getByRole("link", { name: "Open board" }).click();
  await expect(board.tiles.getByRole("gridcell")).toHaveCount(2);
  await board.tiles
    .getByRole("button", { name: /^Open .*one/ })
    .first()
    .click();
  await expect(page.getByRole("dialog").getByText("From a board export")).toBeVisible();
});

test("a board is exported with prompts in its PNGs, and that archive is imported like any other", async ({ board, page }, testInfo) => {
  await board.ask("sketch", "IMAGE", { prompt: "hills by the sea" });
  await board.finished(/Open Sketch: hills by the sea/);
  await page.getByRole("button", { name: "Board actions" }).click();
  await page.getByRole("menuitem", { name: "Export" }).click();
  const dialog = page.getByRole("dialog", { name: /^Export/ });
  const link = dialog.getByRole("link", { name: "Download" });
  const exported = async (button: string, before = "") => {
    await dialog.getByRole("button", { name: button, exact: true }).click();
    // The earlier file is offered until the next export has begun.
    await expect(link).not.toHaveAttribute("href", before);
    const download = page.waitForEvent("download");
    await link.click();
    const path = testInfo.outputPath(`${button}.zip`);
    await (await download).saveAs(path);
    return path;
  };
  // The text chunk of a PNG, which a zip holds as it is.
  const holdsPrompt = async (path: string) => (await readFile(path)).includes("parameters\0hills by the sea");
  expect(await holdsPrompt(await exported("Export"))).toBe(false);
  await dialog.getByRole("checkbox", { name: "Embed prompts in PNGs" }).check();
  const path = await exported("Export again", `${await link.getAttribute("href")}`);
  expect(await holdsPrompt(path)).toBe(true);
  await page.keyboard.press("Escape");
  const usual = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  const named = page.getByRole("list", { name: "Background changes" }).getByText("Preparing a download").first();
  expect(await named.evaluate((name) => name.scrollWidth - name.clientWidth), "what a phone has no room for").toBe(0);
  if (usual) await page.setViewportSize(usual);

  await page.getByRole("link", { name: "Boards", exact: true }).click();
  await page.getByRole("button", { name: "Import board" }).click();
  const importing = page.getByRole("dialog", { name: "Import a board" });
  await importing.getByLabel("Archive").setInputFiles(path);
  await expect(importing.getByText("1 result was imported.")).toBeVisible();
});

test("a file that is no archive is refused in words, and another can be chosen", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Import board" }).click();
  const importing = page.getByRole("dialog", { name: "Import a board" });
  await importing.getByLabel("Archive").setInputFiles({ name: "photo.zip", mimeType: "application/zip", buffer: await rotatedPhoto() });
  await expect(importing.getByRole("alert")).toHaveText("This file isn't a zip archive, or it's damaged.");
  await expect(importing.getByRole("button", { name: "Choose file" })).toBeVisible();
});

test("an upload can be canceled, and one that failed be tried again", async ({ board, page }) => {
  const route = "**/api/uploads/direct";
  await page.route(route, () => {
    // Never answered: it is on its way until it is canceled.
  });
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await page.getByLabel("Files").setInputFiles({ name: "slow.txt", mimeType: "text/plain", buffer: Buffer.from("slow") });
  const usual = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  const bar = await page.getByRole("progressbar", { name: "Uploading slow.txt" }).boundingBox();
  expect(bar?.width, "what a phone shows of how far it is").toBeGreaterThan(200);
  if (usual) await page.setViewportSize(usual);
  await page.getByRole("button", { name: "Cancel slow.txt" }).click();
  await expect(page.getByRole("list", { name: "Uploads" })).toHaveCount(0);
  await page.unroute(route);

  await page.route(route, (handled) =>
    handled.fulfill({ status: 409, json: { detail: "There is no room.", code: "CONFLICT", reason: "storage.limit_reached" } }),
  );
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await page.getByLabel("Files").setInputFiles({ name: "hills.txt", mimeType: "text/plain", buffer: Buffer.from("green hills") });
  await expect(page.getByRole("list", { name: "Uploads" }).getByRole("alert")).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  const cut = await page.getByText("hills.txt", { exact: true }).evaluate((name) => name.scrollWidth - name.clientWidth);
  expect(cut, "what a phone has no room for").toBe(0);
  await page.unroute(route);
  await page.getByRole("button", { name: "Try again: hills.txt" }).click();
  await expect(board.tiles.getByRole("gridcell")).toHaveCount(1);
  await expect(page.getByRole("list", { name: "Uploads" })).toHaveCount(0);
});
