import { spawnSync } from "node:child_process";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { completedJob, contentsOf } from "../../fixtures/board-contents";
import { cleanUp } from "../../fixtures/clean-up";
import { createBoard, createGeneration, graphql } from "../../fixtures/graphql";
import { type Installation, startInstallation } from "../../fixtures/installation";
import { journalOf } from "../../fixtures/journal";
import { rotatedPhoto } from "../../fixtures/photo";
import { expect, test } from "../../fixtures/quiet-test";
import { everyRequest, expectNothingForForeigners } from "../../fixtures/routes";
import { BoardPage } from "../../pages/board-page";

/* What `npm start` gives one person on one machine; and its servers are killed. */

let boards: Installation;
let other: Installation;

test.beforeAll(async () => {
  test.setTimeout(600_000);
  const [one, two] = await Promise.all(["local-one", "local-two"].map((name) => startInstallation(name)));
  if (!one || !two) throw new Error("both have started");
  boards = one;
  other = two;
});
test.afterAll(cleanUp);

test("two starts at the same moment both work, each on ports of its own; a third with the data of the first leaves it alone", async ({ request }) => {
  expect(boards.url).not.toBe(other.url);
  // A build would take its files away from the servers that run in this clone already, and from the one that other tests ask.
  for (const { output } of [boards, other]) expect(output()).toContain("Build · up to date");
  for (const { url, home } of [boards, other]) {
    await createBoard(request, home, url);
    // A part that takes longer than three seconds on a busy machine is called down, until it is asked again.
    const health = async () => (await request.get(`${url}/api/health`)).json();
    await expect.poll(health).toMatchObject({ status: "healthy", functions: { status: "up" } });
  }
  const titles = "{ myBoards { title } }";
  for (const { url, home } of [boards, other]) expect(await graphql(request, titles, {}, url)).toEqual({ myBoards: [{ title: home }] });

  const third = spawnSync("node", ["scripts/start.mjs"], { env: { ...process.env, PORT: "", BOARDS_HOME: boards.home }, encoding: "utf8" });
  expect(third.status).toBe(1);
  expect(JSON.parse(third.stdout)).toMatchObject({ msg: expect.stringContaining(`✗ Boards is already running at ${boards.url} with the data in`) });
  expect(await graphql(request, titles, {}, boards.url)).toEqual({ myBoards: [{ title: boards.home }] });

  for (const path of ["storage", "web.pid", "worker.pid"]) expect((await stat(join(boards.home, path))).mode & 0o077).toBe(0);
});

test("a board goes from one installation to another as a file: all that is on it arrives, once however often it is sent", async ({ request }) => {
  const boardId = await createBoard(request, "Travels", boards.url);
  const upload = async (name: string, mimeType: string, buffer: Buffer, more: Record<string, string> = {}) => {
    const artifactType = mimeType.split("/")[0] ?? "";
    const multipart = { board_id: boardId, artifact_type: artifactType, file: { name, mimeType, buffer }, ...more };
    const answer = await request.post(`${boards.url}/api/uploads/artifact`, { multipart });
    expect(answer.status()).toBe(200);
    return ((await answer.json()) as { id: string }).id;
  };
  const photo = await upload("one.jpg", "image/jpeg", await rotatedPhoto());
  await upload("note.txt", "text/plain", Buffer.from("About the photo"), { parent_generation_id: photo });
  const input = { boardId, generatorName: "sketch", artifactType: "IMAGE", inputParams: { prompt: "hills at dawn" } };
  const sketch = await createGeneration(request, input, boards.url);
  const status = "query ($id: UUID!) { generation(id: $id) { status } }";
  await expect.poll(async () => JSON.stringify(await graphql(request, status, { id: sketch }, boards.url))).toContain("COMPLETED");
  const created = await graphql<{ createTag: { id: string } }>(request, 'mutation { createTag(input: { name: "Harbor" }) { id } }', {}, boards.url);
  const keep = `mutation ($ids: [UUID!]!, $tagIds: [UUID!]!) { tagGenerations(ids: $ids, addTagIds: $tagIds) starGenerations(ids: $ids) { id } }`;
  await graphql(request, keep, { ids: [photo], tagIds: [created.createTag.id] }, boards.url);

  const started = "mutation ($id: UUID!) { exportGenerations(search: { boardId: $id }) { id } }";
  const { exportGenerations } = await graphql<{ exportGenerations: { id: string } }>(request, started, { id: boardId }, boards.url);
  const { downloadUrl } = await completedJob(request, exportGenerations.id, boards.url);
  const archive = await (await request.get(new URL(`${downloadUrl}`, boards.url).href)).body();

  const send = async () => {
    const answer = await request.post(`${other.url}/api/board-archives`, { data: archive, headers: { "content-type": "application/zip" } });
    expect(answer.status()).toBe(202);
    const told = (await answer.json()) as { job_id: string; board_id: string };
    return { boardId: told.board_id, job: await completedJob(request, told.job_id, other.url) };
  };
  const first = await send();
  expect(first.job).toMatchObject({ done: 3, skipped: 0 });
  const [here, there] = [await contentsOf(request, boardId, boards.url), await contentsOf(request, first.boardId, other.url)];
  expect(there).toEqual({ ...here, areImported: [true, true, true] });
  expect(here.areImported).toEqual([false, false, false]);

  const second = await send();
  expect(second).toMatchObject({ boardId: first.boardId, job: { skipped: 3 } });
  expect(await contentsOf(request, first.boardId, other.url)).toEqual(there);
  await other.stop();
});

for (const each of everyRequest)
  test(`${each.method} ${each.path} takes nothing from a foreign host or page`, ({ request }) =>
    expectNothingForForeigners(request, boards.url, each, true));

test("GraphiQL opens at /graphql without any other server", async ({ page }) => {
  await page.goto(`${boards.url}/graphql`);
  // Its editor does not hear of a click in its first moment, when its button is there already.
  await expect(async () => {
    await page.getByRole("button", { name: /Execute query/ }).click();
    await expect(page.getByText("Local owner")).toBeVisible({ timeout: 3000 });
  }).toPass();
});

test("an admin chooses a generator that isn't set up and sets it up there: what is wrong stands beside its field and isn't kept", async ({
  page,
}) => {
  const theirs = createServer(({ headers }, response) => {
    const isKnown = headers.authorization === `Basic ${btoa("ada:right")}`;
    response.writeHead(isKnown ? 200 : 401, { "content-type": "application/json" }).end(JSON.stringify(isKnown ? { progress: 0 } : { detail: "no" }));
  });
  await new Promise<void>((resolve) => theirs.listen(0, "127.0.0.1", resolve));
  const board = await BoardPage.create(page, boards.url, "Keys");
  await board.open();
  await board.promptBar.getByRole("button", { name: /^Generator:/ }).click();
  const chooser = page.getByRole("dialog", { name: "Generators" });
  await chooser.getByRole("combobox").fill("stable diffusion your server");
  await chooser.getByRole("button", { name: /^Show \d+ generators? that/ }).click();
  await chooser
    .getByRole("treeitem")
    .filter({ has: page.getByText("Stable Diffusion (your server)", { exact: true }) })
    .click();
  const form = page.getByRole("dialog", { name: "Add your AUTOMATIC1111 server" });
  await form.getByRole("textbox", { name: "URL" }).fill(`http://127.0.0.1:${(theirs.address() as AddressInfo).port}`);
  const key = form.getByLabel("Key (optional)");
  await key.fill("ada:wrong");
  await form.getByRole("button", { name: "Add server" }).click();
  await expect(key).toHaveAccessibleDescription(/rejected the API key/);
  const asked = "{ providers { name canTestKey } }";
  const { providers } = await graphql<{ providers: { name: string; canTestKey: boolean }[] }>(page.request, asked, {}, boards.url);
  expect(providers.find(({ name }) => name === "automatic1111")).toEqual({ name: "automatic1111", canTestKey: false });
  await key.fill("ada:right");
  await form.getByRole("button", { name: "Add server" }).click();
  await expect(page.getByText("AUTOMATIC1111 is ready.")).toBeVisible();
  const chosen = board.promptBar.getByRole("button", { name: "Generator: Stable Diffusion (your server)" });
  await expect(chosen).toBeVisible();
  await expect(chosen).toBeFocused();
  await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill("a quay");
  await expect(board.promptBar.getByRole("button", { name: "Generate" })).not.toHaveAttribute("aria-disabled", "true");

  await page.goto(`${boards.url}/admin/providers`);
  await page.getByRole("button", { name: "Replace URL for AUTOMATIC1111" }).click();
  const replacing = page.getByRole("dialog", { name: "URL of AUTOMATIC1111" });
  await replacing.getByRole("textbox", { name: "URL" }).fill(`http://127.0.0.1:${(theirs.address() as AddressInfo).port}`);
  await replacing.getByLabel("Key (optional)").fill("ada:wrong again");
  await replacing.getByRole("button", { name: "Save URL" }).click();
  await expect(replacing.getByLabel("Key (optional)")).toHaveAccessibleDescription(/^Not saved; the previous key is still in use\./);
  await replacing.getByRole("textbox", { name: "URL" }).fill("http://automatic.invalid:7860");
  await replacing.getByRole("button", { name: "Save URL" }).click();
  await expect(replacing.getByRole("textbox", { name: "URL" })).toHaveAccessibleDescription(/^Not saved; the previous URL is still in use\./);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Test URL for AUTOMATIC1111" }).click();
  await expect(page.getByText("Works", { exact: true })).toBeVisible();
  theirs.close();
});

test("worker and server killed in the middle of a generation: it completes after the restart, and finished steps are not repeated", async ({
  page,
}) => {
  test.setTimeout(600_000);
  const board = await BoardPage.create(page, boards.url, "Survivors");
  await board.open();
  await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill("survivor");
  await board.generate();
  await board.finished(/Open Sketch/);
  const sketch = await board.newest("sketch");
  const id = await board.ask("slideshow", "VIDEO", { images: Array(5).fill(sketch.id), seconds_per_image: 5 });
  await expect.poll(async () => Number(await board.tiles.getByRole("progressbar").getAttribute("aria-valuenow"))).toBeGreaterThan(5);

  await boards.kill("worker");
  await boards.kill("web");

  await board.finished(/Open Slideshow/, 540_000);
  expect(await board.newest("slideshow")).toMatchObject({ id, status: "COMPLETED" });
  const events = await journalOf(`${boards.url}/api/events?board=${board.id}`, id);
  expect(events.filter((event) => event.phase === "initializing")).toHaveLength(1);
  expect(events.filter((event) => event.type === "completed")).toHaveLength(1);
});

test("the server is killed and comes back: what happened is shown, and the same stream goes on", async ({ page, request }) => {
  const board = await BoardPage.create(page, boards.url, "Streams");
  await board.open();
  await board.ask("sketch", "IMAGE", { prompt: "before" });
  await board.finished(/Open Sketch: before/);
  await boards.kill("web");
  await expect
    .poll(() =>
      request.get(`${boards.url}/api/health`).then(
        (answer) => answer.status(),
        () => 0,
      ),
    )
    .toBe(200);
  await board.ask("sketch", "IMAGE", { prompt: "after" });
  await board.finished(/Open Sketch: after/);
});
