import type { APIRequestContext } from "playwright/test";
import { jwtSettings, tokenOf } from "@/lib/testing/bearer";
import { openS3Simulator } from "@/lib/testing/simulators/s3/server";
import { mostMegabytes } from "../../../scripts/build/vercel-functions.mjs";
import { keyOfHome } from "../../../scripts/launch/settings.mjs";
import { cleanUp, onCleanUp } from "../../fixtures/clean-up";
import { createBoard, createGeneration, graphql } from "../../fixtures/graphql";
import { startInstallation } from "../../fixtures/installation";
import { rotatedPhoto } from "../../fixtures/photo";
import { expect, test } from "../../fixtures/quiet-test";
import { serveVercel } from "../../fixtures/vercel";

/* The functions that Vercel's own command makes of the build, with a database, an engine and a bucket outside of them. */

const secret = "0123456789abcdef".repeat(4);
const secrets = { BOARDS_STORAGE_SIGNING_KEY: secret, BOARDS_ENCRYPTION_KEYS: secret, BOARDS_SETUP_TOKEN: secret };
const localKeys = { BOARDS_LOCAL_INNGEST_EVENT_KEY: secret, BOARDS_LOCAL_INNGEST_SIGNING_KEY: secret };
let deployment: Awaited<ReturnType<typeof serveVercel>>;

let request: APIRequestContext;
let boardId: string;

test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ playwright }) => {
  // The first time, Vercel's command is fetched.
  test.setTimeout(600_000);
  const bucket = await openS3Simulator();
  onCleanUp(async () => void (await bucket.close()));
  const settings = { ...bucket.settings, ...jwtSettings, ...secrets };
  const outside = await startInstallation("vercel", { ...settings, ...localKeys });
  await expect.poll(outside.engineUrl).toContain("http:");
  const DATABASE_URL = await outside.databaseUrl();
  deployment = await serveVercel((url) => ({
    ...settings,
    BOARDS_LOG_LEVEL: "fatal",
    DATABASE_URL,
    BOARDS_FRONTEND_BASE_URL: url,
    INNGEST_BASE_URL: outside.engineUrl(),
    INNGEST_EVENT_KEY: keyOfHome(secret, outside.home),
    INNGEST_SIGNING_KEY: `signkey-prod-${keyOfHome(secret, outside.home)}`,
  }));
  request = await playwright.request.newContext({
    baseURL: deployment.url,
    extraHTTPHeaders: { authorization: `Bearer ${await tokenOf("owner")}` },
  });
  onCleanUp(() => request.dispose());
  expect((await request.post("/api/setup/owner", { data: { setup_token: secret } })).status()).toBe(200);
  boardId = await createBoard(request, "Deployed");
});
test.afterAll(cleanUp);

test("are small enough to be deployed", () => {
  expect(deployment.made.filter(({ megabytes }) => megabytes > mostMegabytes)).toEqual([]);
});

test("answer what a deployment is asked for", async () => {
  const health = await (await request.get("/api/health")).json();
  expect(health).toMatchObject({ status: "healthy", database: { status: "up" }, storage: { status: "up" }, functions: { status: "up" } });
  const page = await request.get(`/boards/${boardId}`);
  expect([page.status(), (await page.text()).includes(boardId)]).toEqual([200, true]);
  expect((await request.post("/api/inngest?fnId=boards-run-generation&stepId=step", { data: {} })).status()).toBe(401);
});

test("make an image, from the request to the bucket", async () => {
  const id = await createGeneration(request, { boardId, generatorName: "sketch", artifactType: "IMAGE", inputParams: { prompt: "a lighthouse" } });
  const image = await fetch((await completed(id)).storageUrl);
  expect([image.status, image.headers.get("content-type")]).toEqual([200, "image/png"]);
  expect(await (await request.get(`/api/events?board=${boardId}&once=1`)).text()).toContain(id);
});

test("take a photo that went straight to the bucket, and check it where steps run", async () => {
  const photo = await rotatedPhoto();
  const data = { board_id: boardId, artifact_type: "image", filename: "garden.jpg", size_bytes: photo.length };
  const place = await (await request.post("/api/uploads/direct", { data })).json();
  expect((await fetch(place.upload_url, { method: "PUT", body: new Uint8Array(photo), headers: place.upload_headers })).status).toBe(200);
  const { id, status } = await (await request.post(place.confirm_url)).json();
  expect(status).toBe("pending");
  expect(await completed(id)).toMatchObject({ width: 300, height: 400, thumbnailUrl: expect.stringContaining("/thumb-320.webp") });
});

test("the engine called the function that runs steps, not the worker beside it", () => {
  expect(deployment.started().sort()).toEqual(["admin/activity", "api/[...path]", "api/events", "api/inngest"]);
});

async function completed(id: string): Promise<Made> {
  const query = "query ($id: UUID!) { generation(id: $id) { status storageUrl width height thumbnailUrl(width: 320) } }";
  const find = async () => (await graphql<{ generation: Made }>(request, query, { id })).generation;
  await expect.poll(async () => (await find()).status).toBe("COMPLETED");
  return find();
}

interface Made {
  status: string;
  storageUrl: string;
}
