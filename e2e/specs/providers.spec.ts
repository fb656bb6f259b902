import { expect, test } from "../fixtures/test";

test("an image at a simulated provider: its price before, its progress, and what it is marked as", async ({ board, page }) => {
  await board.promptBar.getByRole("button", { name: /^Generator:/ }).click();
  const list = page.getByRole("dialog", { name: "Generators" });
  await list.getByRole("combobox", { name: "Search generators" }).fill("flux.2 pro");
  await expect(list.getByText("Providers are simulated: results are placeholders and runs are charged like real ones.")).toBeVisible();
  await expect(list.getByRole("treeitem").filter({ has: page.getByText("FLUX.2", { exact: true }) })).toContainText("Black Forest Labs");
  await list
    .getByRole("treeitem")
    .filter({ has: page.getByText("FLUX.2 [pro]", { exact: true }) })
    .click();
  await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill("a lighthouse in a storm");
  await expect(board.promptBar.getByText("Simulated, charged about $0.03")).toBeVisible();
  // Looked for from before it begins: on a busy machine it may be over when that was seen to begin.
  await Promise.all([expect(board.tiles.getByText(/fal|number \d+ in line|%\|/).first()).toBeVisible(), board.generate()]);
  await board.finished(/Open FLUX.2 \[pro\]/);
  expect(await board.newest("fal-flux-2-pro")).toMatchObject({ status: "COMPLETED", width: 768 });
});

test("a video and a batch of four", async ({ board }) => {
  await board.chooseGenerator("Veo 3.1");
  await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill("waves at dusk");
  await board.generate();
  await board.chooseGenerator("FLUX.2 [dev]");
  await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill("four views of a harbour");
  await board.setNumber("Number of images", "4");
  await expect(board.promptBar.getByText(/\$0\.048 for 4/)).toBeVisible();
  await board.generate();
  await board.finished(/Open Veo 3\.1/);
  await expect(board.tiles.getByRole("button", { name: /^Open FLUX\.2 \[dev\]/ })).toHaveCount(4);
  expect(await board.newest("fal-veo31")).toMatchObject({ status: "COMPLETED", durationSeconds: 2 });
});

test("a cancel reaches the provider", async ({ board }) => {
  await board.chooseGenerator("FLUX.2 [dev]");
  await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill("never finished sim:slow");
  await board.generate();
  await expect(board.tiles.getByText(/fal is working|%\|/)).toBeVisible();
  await board.tiles.getByRole("button", { name: "Cancel" }).click();
  await expect(board.tiles.getByText("Canceled")).toBeVisible();
  expect((await board.newest("fal-flux-2")).status).toBe("CANCELLED");
});

test("a refusal by content policy is told as one", async ({ board }) => {
  await board.chooseGenerator("FLUX.2 [dev]");
  await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill("something else sim:refuse");
  await board.generate();
  await expect(board.tiles.getByText(/^fal's content policy blocked this request/)).toBeVisible();
});

test("a rate limit is waited out", async ({ board }) => {
  await board.chooseGenerator("FLUX.2 [dev]");
  await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill(`patience on ${board.id} sim:rate-limit`);
  await board.generate();
  await expect(board.tiles.getByText("fal is busy. Trying again in 3 s.")).toBeVisible();
  await board.finished(/Open FLUX\.2 \[dev\]/);
});

test("a result becomes the input of the next, at another provider", async ({ board }) => {
  await board.chooseGenerator("FLUX.2 [dev]");
  await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill("a boat");
  await board.generate();
  await board.finished(/Open FLUX\.2 \[dev\]/);
  await board.chooseGenerator("FLUX.1 Kontext [pro] (Replicate)");
  await board.add("Image", "image", [/a boat/]);
  await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill("the boat at night");
  await board.generate();
  await board.finished(/Open FLUX\.1 Kontext/);
});

test("a call with a wrong signature is refused", async ({ board, request }) => {
  const address = `/api/webhooks/fal/${crypto.randomUUID()}`;
  expect((await request.post(address, { data: { request_id: "x" } })).status()).toBe(404);
  await board.chooseGenerator("FLUX.2 [dev]");
  await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill("waiting for a call sim:slow");
  await board.generate();
  await expect(board.tiles.getByText(/fal is working|%\|/)).toBeVisible();
  const query = "{ providerJobs(first: 1) { nodes { id providerName state } } }";
  const { data } = await (await request.post("/api/graphql", { data: { query } })).json();
  const [job] = data.providerJobs.nodes;
  expect(job).toMatchObject({ providerName: "fal", state: "SUBMITTED" });
  const forged = {
    "x-fal-webhook-request-id": "x",
    "x-fal-webhook-user-id": "y",
    "x-fal-webhook-timestamp": String(Math.floor(Date.now() / 1000)),
    "x-fal-webhook-signature": "00",
  };
  expect((await request.post(`/api/webhooks/fal/${job.id}`, { headers: forged, data: { request_id: "x" } })).status()).toBe(401);
  await board.tiles.getByRole("button", { name: "Cancel" }).click();
});
