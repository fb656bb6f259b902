import { graphql } from "../fixtures/graphql";
import { rotatedPhoto } from "../fixtures/photo";
import { expect, test } from "../fixtures/test";

interface Lineage {
  generatorName: string;
  inputArtifacts: { role: string; generation: Lineage }[];
}

test("a photo becomes a collage, a slideshow, its last image and that one larger, with its whole lineage", async ({ board, page, request }) => {
  // Five generations, one after the other, two of them videos.
  test.slow();
  await page.getByRole("button", { name: "Upload" }).click();
  await page.getByLabel("Files").setInputFiles({ name: "garden.jpg", mimeType: "image/jpeg", buffer: await rotatedPhoto() });
  await board.finished(/Open Upload: garden\.jpg/);
  expect(await board.newest("user-upload-image")).toMatchObject({ width: 300, height: 400 });

  await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill("hills at dawn");
  await board.setNumber("Number of images", "2");
  await expect(board.promptBar.getByText("Free for 2 · runs on this server")).toBeVisible();
  await board.generate();
  const sketches = board.tiles.getByRole("gridcell", { name: "Sketch: hills at dawn" });
  await expect(sketches).toHaveCount(2);
  for (const sketch of await sketches.all()) await expect(sketch).toHaveAttribute("aria-busy", "false");

  await board.chooseGenerator("Collage");
  await expect(board.promptBar.getByText("Images: add 2 more")).toBeVisible();
  await board.add("Images", "image", [/garden\.jpg/, /hills at dawn/]);
  await board.chooseUse(/^Actions: Sketch/, "Input of Collage");
  await board.generate();
  await board.finished(/Open Collage/);

  await board.chooseGenerator("Slideshow");
  await board.add("Images", "image", [/^Choose image$/, /garden\.jpg/]);
  await board.page.keyboard.press("Escape");
  await board.generate();
  await board.finished(/Open Slideshow/);
  // The three images of the collage have moved along to it: five, two seconds each.
  expect((await board.newest("slideshow")).durationSeconds).toBeCloseTo(10, 0);

  await board.chooseGenerator("Extract frame");
  await board.chooseUse(/^Actions: Slideshow/, "Input of Extract frame");
  await board.choose("Position", "last");
  await board.generate();
  await board.finished(/Open Extract frame/);

  await board.chooseGenerator("Upscale");
  await board.chooseUse(/^Actions: Extract frame/, "Input of Upscale");
  await board.generate();
  const result = await board.finished(/Open Upscale/);
  const upscaled = await board.newest("upscale");
  expect(upscaled).toMatchObject({ width: 2560, height: 1440 });

  await result.click();
  const viewer = page.getByRole("dialog", { name: "Upscale" });
  await expect(viewer.getByRole("img")).toBeVisible();
  await expect(viewer.getByText("2560 × 1440")).toBeVisible();
  await viewer.getByRole("button", { name: "Input image" }).click();
  await expect(page.getByRole("dialog", { name: "Extract frame" }).getByText("1280 × 720")).toBeVisible();

  const levels = "generatorName inputArtifacts { role generation { ".repeat(4);
  const query = `query ($id: UUID!) { generation(id: $id) { ${levels} generatorName ${"} } ".repeat(4)} } }`;
  const { generation } = await graphql<{ generation: Lineage }>(request, query, { id: upscaled.id });
  const frame = generation.inputArtifacts[0]?.generation;
  const slideshow = frame?.inputArtifacts[0]?.generation;
  const collage = slideshow?.inputArtifacts.find((input) => input.generation.generatorName === "collage")?.generation;
  expect([generation, frame, slideshow, collage].map((each) => each?.generatorName)).toEqual(["upscale", "frame", "slideshow", "collage"]);
  expect(collage?.inputArtifacts.map((input) => [input.role, input.generation.generatorName]).sort()).toEqual([
    ["images", "sketch"],
    ["images", "sketch"],
    ["images", "user-upload-image"],
  ]);
});

test("text and sound are made, read and played", async ({ board, page }) => {
  await board.chooseGenerator("Prompt writer");
  await board.promptBar.getByRole("textbox", { name: "Template" }).fill("a {red|red} kite");
  await board.generate();
  await (await board.finished(/Open Prompt writer/)).click();
  await expect(page.getByRole("dialog", { name: "Prompt writer" }).getByRole("article")).toHaveText("a red kite");
  await page.keyboard.press("Escape");

  await board.chooseGenerator("Melody");
  await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill("rain on a tin roof");
  await board.generate();
  await board.finished(/Open Melody: rain/);
  await board.tiles.getByRole("button", { name: "Play Melody: rain on a tin roof" }).click();
  await expect(board.tiles.getByRole("button", { name: "Pause Melody: rain on a tin roof" })).toBeVisible();
  await expect(board.tiles.getByRole("slider", { name: "Position in Melody: rain on a tin roof" })).toHaveAttribute("aria-valuemax", "8");
});
