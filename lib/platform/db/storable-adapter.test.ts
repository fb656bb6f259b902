import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = () => import("@/lib/platform/db/client");
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
});
afterAll(() => installation.close());

it("sends no NUL and no half character to PostgreSQL, in texts, lists and JSON, within a transaction or not", async () => {
  const { tenantId, userId } = await installation.viewer("owner");
  const write = (of: Pick<ReturnType<typeof boards.db>, "board" | "user">) =>
    of.board.create({ data: { tenantId, ownerId: userId, title: "a\0b\ud83d", settings: { "k\0": ["v\0\ud83d", "\\u0000"] } } });
  const stored = { title: "ab\ufffd", settings: { k: ["v\ufffd", "\\u0000"] } };
  expect(await write(boards.db())).toMatchObject(stored);
  expect(await boards.db().$transaction((tx) => write(tx))).toMatchObject(stored);
  expect(await boards.db().board.count({ where: { title: { in: ["a\0b\ud83d", uuidv7()] } } })).toBe(2);
  expect(await boards.db().$queryRaw`SELECT ${"x\0y"} AS text`).toEqual([{ text: "xy" }]);
});
