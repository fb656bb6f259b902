import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import yauzl from "yauzl";
import type { ArchivedResult } from "@/lib/curation/board-archives/archive-format";
import { jwtSettings, tokenOf } from "@/lib/testing/bearer";
import { openInstallation } from "@/lib/testing/installation";
import { seedBoard } from "@/lib/testing/seed/board";
import { seedStoredImage } from "@/lib/testing/seed/stored-image";
import type { Generation } from "@/prisma/generated/client";

/* The three ways to download results: one file, a zip of a few, and one of many, which is written in the background. */

const load = async () => ({
  ...(await import("@/lib/curation/board-archives/archive-keys")),
  ...(await import("@/lib/curation/bulk-jobs/do-pieces")),
  ...(await import("@/lib/curation/bulk-jobs/export-generations")),
  ...(await import("@/lib/identity/tenants/ensure-tenant")),
  ...(await import("@/lib/identity/users/ensure-user")),
  ...(await import("@/lib/platform/storage/current-storage")),
  ...(await import("@/lib/platform/db/client")),
  archive: await import("./archive/route"),
  file: await import("./[id]/file/route"),
});
let installation: Awaited<ReturnType<typeof openInstallation>>;
let boards: Awaited<ReturnType<typeof load>>;
let png: Buffer;
const rows: Record<string, Generation> = {};

const made = { prompt: "Ein Hügel 山", negative_prompt: "fog", seed: 7, steps: 20 };
const madeLatin = { ...made, prompt: "a hill" };

beforeAll(async () => {
  installation = await openInstallation(jwtSettings);
  boards = await load();
  const { id: tenantId } = await boards.ensureDefaultTenant();
  const { id: userId } = await boards.ensureUser(tenantId, { authProvider: "jwt", authSubject: "owner" }, "owner");
  const { id: boardId } = await seedBoard({ tenantId, ownerId: userId, isPublic: true });
  png = await sharp({ create: { width: 40, height: 30, channels: 3, background: { r: 200, g: 90, b: 60 } } })
    .png()
    .toBuffer();
  const place = { tenantId, userId, boardId };
  const columns = { width: 40, height: 30, costUsd: "0.123456" };
  rows.png = await seedStoredImage(place, { ...columns, inputParams: made }, png);
  rows.latin = await seedStoredImage(place, { ...columns, inputParams: madeLatin }, png);
  rows.long = await seedStoredImage(place, { ...columns, inputParams: { prompt: "山".repeat(400_000) } }, png);
  rows.cutOff = await seedStoredImage(place, { ...columns, inputParams: made }, png.subarray(0, -20));
  rows.noPng = await seedStoredImage(place, { ...columns, inputParams: made }, "an image");
  rows.jpeg = await seedStoredImage(place, { ...columns, inputParams: made, mimeType: "image/jpeg" }, await sharp(png).jpeg().toBuffer());
  rows.upload = await seedStoredImage(place, { ...columns, generatorName: "user-upload-image", inputParams: { original_filename: "a.png" } }, png);
});
afterAll(() => installation.close());

async function ask(query: string, subject: string | null = "owner"): Promise<Response> {
  const ids = Object.values(rows).map(({ id }) => `id=${id}`);
  return boards.archive.GET(await requestFor(`/archive?${ids.join("&")}${query}`, subject));
}

const askFile = async (id: string, query: string, subject: string | null = "owner"): Promise<Response> =>
  boards.file.GET(await requestFor(`/${id}/file${query}`, subject), { params: Promise.resolve({ id }) });

async function requestFor(path: string, subject: string | null): Promise<Request> {
  const headers: Record<string, string> = subject ? { authorization: `Bearer ${await tokenOf(subject)}` } : {};
  return new Request(`http://localhost/api/generations${path}`, { headers });
}

/** The files of the answer by the names above, checked against what the archive says of them. */
async function filesOf(response: Response): Promise<Record<string, Buffer>> {
  expect(response.status).toBe(200);
  return filesIn(Buffer.from(await response.arrayBuffer()));
}

async function filesIn(archive: Buffer): Promise<Record<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(archive, { lazyEntries: true, autoClose: false });
  const entries = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  const told = JSON.parse(String(entries.get("results/000000.json"))) as ArchivedResult[];
  return Object.fromEntries(
    Object.entries(rows).map(([name, { id }]) => {
      const file = told.find((each) => each.id === id)?.file;
      const bytes = entries.get(`${file?.path}`) ?? Buffer.alloc(0);
      expect({ name, sizeBytes: file?.sizeBytes, sha256: file?.sha256 }).toEqual({
        ...{ name, sizeBytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") },
      });
      return [name, bytes];
    }),
  );
}

const stored = async ({ storageKey }: Generation) => buffer(await boards.currentStorage().read(`${storageKey}`));
const textsOf = async (file: Buffer | undefined) => {
  const { comments = [] } = await sharp(file).metadata();
  return Object.fromEntries(comments.map(({ keyword, text }) => [keyword, text]));
};

it.each(["", "&embed_prompts=false"])("gives the files as they are stored%s", async (query) => {
  const files = await filesOf(await ask(query));
  for (const [name, row] of Object.entries(rows)) expect(files[name]?.equals(await stored(row)), name).toBe(true);
});

it("writes prompts and settings into generated PNGs, and into nothing else", async () => {
  const files = await filesOf(await ask("&embed_prompts=true"));
  const lastLine = `Steps: 20, Seed: 7, Size: 40x30, Model: ${rows.png?.generatorName}, Version: Boards`;
  for (const [name, inputParams] of Object.entries({ png: made, latin: madeLatin })) {
    const { parameters, boards: json } = await textsOf(files[name]);
    expect(parameters).toBe(`${inputParams.prompt}\nNegative prompt: fog\n${lastLine}`);
    const { id, createdAt, generatorName } = rows[name] as Generation;
    expect(JSON.parse(`${json}`)).toEqual({
      ...{ app: "Boards", id, createdAt: createdAt.toISOString(), generator: generatorName, inputParams, inputs: [], isSimulated: false },
    });
    expect(await sharp(files[name]).raw().toBuffer()).toEqual(await sharp(png).raw().toBuffer());
  }
  for (const name of ["long", "cutOff", "noPng", "jpeg", "upload"])
    expect(files[name]?.equals(await stored(rows[name] as Generation)), name).toBe(true);
  expect((await stored(rows.png as Generation)).equals(png)).toBe(true);
});

it.each(["", "?embed_prompts=true"])("gives one file%s as the zip does", async (query) => {
  const files = await filesOf(await ask(query.replace("?", "&")));
  for (const [name, { id, generatorName }] of Object.entries(rows)) {
    const response = await askFile(id, query);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.equals(files[name] ?? Buffer.alloc(0)), name).toBe(true);
    const type = name === "jpeg" ? "jpeg" : "png";
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": `image/${type}`,
      "content-length": String(bytes.length),
      "content-disposition": expect.stringContaining(`attachment; filename="${generatorName}-${id.slice(-8)}.${type === "jpeg" ? "jpg" : type}"`),
    });
  }
});

it.each([false, true])("writes the same zip in the background, with prompts inside: %s", async (embedPrompts) => {
  const ids = Object.values(rows).map(({ id }) => id);
  const { boardId, userId, tenantId } = rows.png as Generation;
  const viewer = { accountId: "", userId, tenantId, tenantRole: "member", scopes: ["read"], via: "session" } as const;
  const { id } = await boards.exportGenerations(viewer, { boardId }, { ids, embedPrompts });
  while ((await boards.doPieces(id)) === "more");
  const job = await boards.db().bulkJob.findUniqueOrThrow({ where: { id } });
  const files = await filesIn(await buffer(await boards.currentStorage().read(boards.archiveKey(job))));
  expect(files).toEqual(await filesOf(await ask(`&embed_prompts=${embedPrompts}`)));
});

it.each([
  ["?embed_prompts=yes", "owner", 400, { field: "embed_prompts", reason: "input.invalid" }],
  ["?embed_prompts=true", null, 401, {}],
  ["?embed_prompts=true", "stranger", 403, { reason: "board.forbidden" }],
])("refuses one file%s to %s", async (query, subject, status, error) => {
  const response = await askFile(`${rows.png?.id}`, query, subject);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject(error);
});

it.each(["1", crypto.randomUUID()])("finds no file of %s", async (id) => {
  const response = await askFile(id, "");
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ field: "id", reason: "generation.not_found" });
});

it.each([
  ["&embed_prompts=yes", "owner", 400, { field: "embed_prompts", reason: "input.invalid" }],
  ["&embed_prompts=", "owner", 400, { field: "embed_prompts", reason: "input.invalid" }],
  ["&embed_prompts=true&id=1", "owner", 400, { field: "id", reason: "input.invalid" }],
  ["&embed_prompts=true", null, 401, {}],
  // Whoever isn't on a public board sees its results, and isn't told how they were made.
  ["&embed_prompts=true", "stranger", 403, { reason: "board.forbidden" }],
])("refuses %s of %s", async (query, subject, status, error) => {
  const response = await ask(query, subject);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject(error);
});
