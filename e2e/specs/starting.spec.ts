import { spawnSync } from "node:child_process";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { graphql } from "../fixtures/graphql";
import { startInstallation } from "../fixtures/installation";
import { expect, test } from "../fixtures/test";

// Installations of their own take a while.
test.setTimeout(400_000);

const createBoard = "mutation ($title: String!) { createBoard(input: { title: $title }) { id } }";
const titles = "{ myBoards { title } }";

test("two starts at the same moment both work, each on ports of its own; a third with the data of the first leaves it alone", async ({ request }) => {
  const settings = { PORT: "", INNGEST_LOCAL_PORT: "8488", BOARDS_SIMULATE_PROVIDERS: "1" };
  const installations = await Promise.all(["starting-one", "starting-two"].map((name) => startInstallation(name, 0, settings)));
  try {
    const [one, two] = installations;
    if (!one || !two) throw new Error("both have started");
    expect(one.url).not.toBe(two.url);
    // A build would take its files away from the servers that run in this clone already, and from the one that these tests ask.
    for (const { output } of installations) expect(output()).toContain("Build · up to date");
    for (const { url, home } of installations) {
      await graphql(request, createBoard, { title: home }, url);
      expect(await (await request.get(`${url}/api/health`)).json()).toMatchObject({ status: "healthy", functions: { status: "up" } });
    }
    for (const { url, home } of installations) expect(await graphql(request, titles, {}, url)).toEqual({ myBoards: [{ title: home }] });

    const env = { ...process.env, ...settings, BOARDS_HOME: one.home };
    const third = spawnSync("node", ["scripts/start.mjs"], { env, encoding: "utf8" });
    expect(third.status).toBe(1);
    expect(JSON.parse(third.stdout)).toMatchObject({ msg: expect.stringContaining(`✗ Boards is already running at ${one.url} with the data in`) });
    expect(await graphql(request, titles, {}, one.url)).toEqual({ myBoards: [{ title: one.home }] });

    for (const path of ["storage", "web.pid", "engine.pid"]) expect((await stat(join(one.home, path))).mode & 0o077).toBe(0);
  } finally {
    await Promise.all(installations.map((installation) => installation.stop()));
  }
});

test("HOST=::1 answers there, and its functions run", async ({ request }) => {
  const boards = await startInstallation("starting-v6", 0, { PORT: "", HOST: "::1", INNGEST_LOCAL_PORT: "8488" });
  try {
    expect(boards.url).toMatch(/^http:\/\/\[::1\]:\d+$/);
    const { createBoard: board } = await graphql<{ createBoard: { id: string } }>(request, createBoard, { title: "v6" }, boards.url);
    const input = { boardId: board.id, generatorName: "sketch", artifactType: "IMAGE", inputParams: { prompt: "six" } };
    const ask = "mutation ($input: CreateGenerationInput!) { createGeneration(input: $input) { id } }";
    const { createGeneration } = await graphql<{ createGeneration: { id: string } }>(request, ask, { input }, boards.url);
    const look = "query ($id: UUID!) { generation(id: $id) { status } }";
    await expect
      .poll(() => graphql<{ generation: { status: string } }>(request, look, { id: createGeneration.id }, boards.url), { timeout: 60_000 })
      .toEqual({ generation: { status: "COMPLETED" } });
  } finally {
    await boards.stop();
  }
});
