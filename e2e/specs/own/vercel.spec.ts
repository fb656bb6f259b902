import { db } from "@/lib/platform/db/client";
import { seedUser } from "@/lib/testing/seed/user";
import { openS3Simulator } from "@/lib/testing/simulators/s3/server";
import { mostMegabytes } from "../../../scripts/build/vercel-functions.mjs";
import { keyOfHome } from "../../../scripts/launch/settings.mjs";
import { signedIn } from "../../fixtures/actors";
import { cleanUp, onCleanUp } from "../../fixtures/clean-up";
import { createBoard, createGeneration, graphql } from "../../fixtures/graphql";
import { startInstallation } from "../../fixtures/installation";
import { expect, test } from "../../fixtures/quiet-test";
import { serveVercel } from "../../fixtures/vercel";

/* The functions that Vercel's own command makes of the build, with a database, an engine and a bucket outside of them. */

const secret = "0123456789abcdef".repeat(4);
const secrets = { BOARDS_SESSION_SECRET: secret, BOARDS_STORAGE_SIGNING_KEY: secret, BOARDS_ENCRYPTION_KEYS: secret };
const localKeys = { BOARDS_LOCAL_INNGEST_EVENT_KEY: secret, BOARDS_LOCAL_INNGEST_SIGNING_KEY: secret };
let deployment: Awaited<ReturnType<typeof serveVercel>>;

test.beforeAll(async () => {
  // The first time, Vercel's command is fetched.
  test.setTimeout(600_000);
  const bucket = await openS3Simulator();
  onCleanUp(async () => void (await bucket.close()));
  const settings = { ...bucket.settings, ...secrets, BOARDS_AUTH_PROVIDER: "password" };
  const outside = await startInstallation("vercel", { ...settings, ...localKeys });
  await expect.poll(outside.engineUrl).toContain("http:");
  const DATABASE_URL = await outside.databaseUrl();
  // Rows are inserted by the product's own client, which reads where to from here.
  Object.assign(process.env, { DATABASE_URL, ...secrets });
  deployment = await serveVercel((url) => ({
    ...settings,
    BOARDS_LOG_LEVEL: "fatal",
    DATABASE_URL,
    BOARDS_FRONTEND_BASE_URL: url,
    INNGEST_BASE_URL: outside.engineUrl(),
    INNGEST_EVENT_KEY: keyOfHome(secret, outside.home),
    INNGEST_SIGNING_KEY: `signkey-prod-${keyOfHome(secret, outside.home)}`,
  }));
});
test.afterAll(cleanUp);

test("are small enough to be deployed", () => {
  expect(deployment.made.filter(({ megabytes }) => megabytes > mostMegabytes)).toEqual([]);
});

test("answer what a deployment is asked for, and make an image from the request to the bucket", async ({ playwright }) => {
  const { url } = deployment;
  const { id: tenantId } = await db().tenant.findFirstOrThrow();
  const storageState = await signedIn(await seedUser({ tenantId, displayName: "Ada", role: "owner" }));
  const request = await playwright.request.newContext({ baseURL: url, storageState });
  onCleanUp(() => request.dispose());

  const health = await (await request.get("/api/health")).json();
  expect(health).toMatchObject({ status: "healthy", database: { status: "up" }, storage: { status: "up" }, functions: { status: "up" } });
  const boardId = await createBoard(request, "Deployed");
  const page = await request.get(`/boards/${boardId}`);
  expect([page.status(), (await page.text()).includes(boardId)]).toEqual([200, true]);

  const input = { boardId, generatorName: "sketch", artifactType: "IMAGE", inputParams: { prompt: "a lighthouse" } };
  const id = await createGeneration(request, input);
  const find = () => graphql<{ generation: Made }>(request, "query ($id: UUID!) { generation(id: $id) { status storageUrl } }", { id });
  await expect.poll(async () => (await find()).generation.status).toBe("COMPLETED");
  const image = await request.get((await find()).generation.storageUrl);
  expect([image.status(), image.headers()["content-type"]]).toEqual([200, "image/png"]);
  expect(await (await request.get(`/api/events?board=${boardId}&once=1`)).text()).toContain(id);
  // The engine called the function that runs steps, not the worker beside it.
  expect(deployment.started().sort()).toEqual(["admin/activity", "api/[...path]", "api/events", "api/inngest"]);
  expect((await request.post("/api/inngest?fnId=boards-run-generation&stepId=step", { data: {} })).status()).toBe(401);
});

interface Made {
  status: string;
  storageUrl: string;
}
