import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApiDocument, operations } from "@/lib/api/rest/openapi";
import * as shapes from "@/lib/api/rest/shapes";
import { jwtSettings, tokenOf } from "@/lib/testing/bearer";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/identity/tenants/ensure-tenant")),
  graphql: await import("@/app/api/graphql/route"),
  jobs: await import("@/app/api/jobs/generations/route"),
  progress: await import("@/app/api/sse/generations/[id]/progress/route"),
  upload: await import("@/app/api/uploads/artifact/route"),
  direct: await import("@/app/api/uploads/direct/route"),
  directBytes: await import("@/app/api/uploads/direct/[ticket]/route"),
  directConfirm: await import("@/app/api/uploads/direct/[ticket]/confirm/route"),
  storage: await import("@/app/api/storage/[...path]/route"),
  tenant: await import("@/app/api/setup/tenant/route"),
  tenantById: await import("@/app/api/setup/tenant/[id]/route"),
  tenants: await import("@/app/api/setup/tenants/route"),
  status: await import("@/app/api/setup/status/route"),
  openapi: await import("@/app/api/openapi.json/route"),
  ...(await import("@/lib/testing/confirm-and-check")),
  ...(await import("@/lib/testing/run-batch")),
  ...(await import("@/lib/identity/users/ensure-user")),
  ...(await import("@/lib/generations/artifacts/delete-orphan-files")),
  ...(await import("@/lib/platform/storage/current-storage")),
});
let boards: Awaited<ReturnType<typeof load>>;
let owner: string;
let member: string;
let boardId: string;

const request = (path: string, { token, ...init }: RequestInit & { token?: string | undefined; duplex?: string } = {}) => {
  const headers = new Headers(init.headers);
  if (token) headers.set("authorization", `Bearer ${token}`);
  return new Request(`http://localhost${path}`, { ...init, headers });
};
const json = (path: string, body: unknown, token?: string, method = "POST") =>
  request(path, { method, token, body: JSON.stringify(body), headers: { "content-type": "application/json" } });
const having = <T>(params: T) => ({ params: Promise.resolve(params) });

async function ask(query: string, variables: object, token?: string) {
  const response = await boards.graphql.POST(json("/api/graphql", { query, variables }, token));
  return {
    response,
    body: (await response.json()) as { data?: Record<string, never>; errors?: { message: string; extensions: Record<string, unknown> }[] },
  };
}

beforeAll(async () => {
  installation = await openInstallation(jwtSettings);
  boards = await load();
  await boards.ensureUser((await boards.ensureDefaultTenant()).id, { authProvider: "jwt", authSubject: "owner" }, "owner");
  owner = await tokenOf("owner");
  member = await tokenOf("member");
  const { body } = await ask('mutation { createBoard(input: { title: "Doors" }) { id } }', {}, owner);
  boardId = (body.data as unknown as { createBoard: { id: string } }).createBoard.id;
});
afterAll(() => installation.close());

describe("the document of the REST interface", () => {
  it("is valid OpenAPI 3.1", async () => {
    const result = await new Validator().validate(openApiDocument() as never);
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
    expect(await (await boards.openapi.GET(request("/api/openapi.json"))).json()).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
  });

  it("has every route handler, and nothing else", async () => {
    const root = join(import.meta.dirname);
    const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith("route.ts"));
    const elsewhere = ["graphql", "inngest", "auth/[...nextauth]", "openapi.json", "[...path]"];
    const found: string[] = [];
    for (const file of files) {
      const folder = relative(root, join(root, file, ".."));
      if (elsewhere.includes(folder)) continue;
      const exported = [...(await readFile(join(root, file), "utf8")).matchAll(/export (?:const|async function) (GET|POST|PUT|DELETE)\b/g)].map(
        ([, method]) => method,
      );
      const path = `/api/${folder.replace("[...path]", "{path}").replaceAll("[", "{").replaceAll("]", "}")}`;
      found.push(...exported.map((method) => `${method} ${path}`));
    }
    const described = Object.entries(operations).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(found.sort()).toEqual(described.sort());
  });

  it("makes every route with routeHandler", async () => {
    const root = join(import.meta.dirname);
    const open = ["health/route.ts", "inngest/route.ts", "auth/[...nextauth]/route.ts", "[...path]/route.ts"];
    for (const file of (await readdir(root, { recursive: true })).filter((each) => each.endsWith("route.ts") && !open.includes(each)))
      expect(await readFile(join(root, file), "utf8"), file).toMatch(/= (routeHandler|setupHandler)\(/);
  });
});

describe("who is calling", () => {
  it.each([
    ["expired", () => tokenOf("owner", {}, -60)],
    ["garbage", async () => "garbage"],
    ["an API key that does not exist", async () => "boards_nothing"],
  ])("a token that is %s is refused everywhere, never taken for nobody", async (_what, make) => {
    const token = await make();
    const { response, body } = await ask("{ publicBoards { id } }", {}, token);
    expect(response.status).toBe(401);
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: "UNAUTHENTICATED", reason: "auth.invalid_token" });
    const rest = await boards.jobs.POST(json("/api/jobs/generations", {}, token));
    expect([rest.status, rest.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
  });

  it("a header that is no bearer token is refused", async () => {
    const response = await boards.graphql.POST(
      request("/api/graphql", { method: "POST", headers: { authorization: "Basic abc", "content-type": "application/json" }, body: "{}" }),
    );
    expect(response.status).toBe(401);
  });
});

describe("POST /api/jobs/generations", () => {
  const job = () => ({ board_id: boardId, generator_name: "sketch", artifact_type: "image", input_params: { prompt: "a door" } });

  it("asks for a generation, and its stream tells it from 0 to 1 until the end", async () => {
    const response = await boards.jobs.POST(json("/api/jobs/generations", job(), owner));
    const { generation_id } = shapes.jobAnswer.parse(await response.json());
    const stream = await boards.progress.GET(
      request(`/api/sse/generations/${generation_id}/progress`, { token: owner }),
      having({ id: generation_id }),
    );
    expect(stream.headers.get("content-type")).toContain("text/event-stream");
    const reader = (stream.body as ReadableStream<Uint8Array>).getReader();
    let told = "";
    const read = async (isEnough: () => boolean) => {
      while (!isEnough()) {
        const { done, value } = await reader.read();
        if (done) return;
        told += new TextDecoder().decode(value);
      }
    };
    await read(() => told.includes("data: "));
    await boards.runBatch(generation_id);
    await read(() => false);
    const events = told
      .split("\n\n")
      .filter((chunk) => chunk.startsWith("data: "))
      .map((chunk) => shapes.progressUpdate.parse(JSON.parse(chunk.slice(6))));
    expect(events[0]).toMatchObject({ job_id: generation_id, status: "pending", progress: 0, phase: "queued" });
    expect(events.at(-1)).toMatchObject({ status: "completed", progress: 1, artifacts: [{ type: "image" }] });
    expect(events.map((event) => event.progress)).toEqual(events.map((event) => event.progress).sort((one, other) => one - other));
    // Whoever comes after the end gets it at once.
    const late = await boards.progress.GET(request("/", { token: owner }), having({ id: generation_id }));
    expect((await late.text()).match(/^data: /gm)).toHaveLength(1);
  });

  it.each([
    ["another's board", {}, 404, "board.not_found"],
    ["a board id that is none", { board_id: "x" }, 422, "request.invalid_body"],
  ])("refuses %s", async (_what, change, status, reason) => {
    const response = await boards.jobs.POST(json("/api/jobs/generations", { ...job(), ...change }, member));
    expect([response.status, (await response.json()).reason]).toEqual([status, reason]);
  });

  it("names the field of an input that does not fit", async () => {
    const response = await boards.jobs.POST(json("/api/jobs/generations", { ...job(), input_params: { prompt: "x", width: "wide" } }, owner));
    expect(response.status).toBe(400);
    expect(shapes.errorAnswer.parse(await response.json())).toMatchObject({ code: "BAD_USER_INPUT", field: expect.stringContaining("inputParams.") });
    const broken = await boards.jobs.POST(request("/api/jobs/generations", { method: "POST", token: owner, body: "{not json" }));
    expect(broken.status).toBe(422);
  });

  it("shows nobody else the stream", async () => {
    const { id } = await boards.db().generation.findFirstOrThrow({ where: { boardId } });
    expect((await boards.progress.GET(request("/", { token: member }), having({ id }))).status).toBe(404);
    expect((await boards.progress.GET(request("/"), having({ id }))).status).toBe(401);
  });
});

describe("uploads", () => {
  const text = new TextEncoder().encode("A text that goes straight to the storage.");
  const announce = (token: string, more: object = {}) =>
    boards.direct.POST(json("/api/uploads/direct", { board_id: boardId, artifact_type: "text", filename: "note.txt", ...more }, token));

  it("by form, in the original's shape", async () => {
    const form = new FormData();
    form.set("board_id", boardId);
    form.set("artifact_type", "text");
    form.set("file", new File([text], 'no"te\r\nx.txt'));
    const response = await boards.upload.POST(request("/api/uploads/artifact", { method: "POST", body: form, token: owner }));
    const answer = shapes.uploadAnswer.parse(await response.json());
    expect(answer).toMatchObject({ status: "completed", artifactType: "text", generatorName: "user-upload-text" });
    form.delete("board_id");
    const refused = await boards.upload.POST(request("/api/uploads/artifact", { method: "POST", body: form, token: owner }));
    expect([refused.status, (await refused.json()).field]).toEqual([422, "board_id"]);
  });

  it("straight to the storage: announced, sent, confirmed once", async () => {
    const { upload_url, confirm_url } = shapes.directUploadAnswer.parse(await (await announce(owner)).json());
    const ticket = upload_url.split("/").at(-1) ?? "";
    expect(confirm_url).toBe(`${upload_url}/confirm`);
    const unsent = await boards.directConfirm.POST(request(confirm_url, { method: "POST", token: owner }), having({ ticket }));
    expect([unsent.status, (await unsent.json()).reason]).toEqual([400, "upload.ticket_invalid"]);
    const sent = await boards.directBytes.PUT(request(upload_url, { method: "PUT", body: text, duplex: "half" } as never), having({ ticket }));
    expect(sent.status).toBe(204);
    const stolen = await boards.directConfirm.POST(request(confirm_url, { method: "POST", token: member }), having({ ticket }));
    expect(stolen.status).toBe(400);
    const confirmed = await boards.directConfirm.POST(request(confirm_url, { method: "POST", token: owner }), having({ ticket }));
    const { id, ...early } = shapes.uploadAnswer.parse(await confirmed.json());
    expect(early).toMatchObject({ status: "pending", storageUrl: null, thumbnailUrl: null });
    expect(await boards.checkConfirmed(id)).toMatchObject({ status: "completed", fileSizeBytes: BigInt(text.length), mimeType: "text/plain" });
    const again = await boards.directConfirm.POST(request(confirm_url, { method: "POST", token: owner }), having({ ticket }));
    // Its answer may have been lost.
    expect(shapes.uploadAnswer.parse(await again.json())).toMatchObject({ id, status: "completed", storageUrl: expect.any(String) });
    const late = await boards.directBytes.PUT(request(upload_url, { method: "PUT", body: text, duplex: "half" } as never), having({ ticket }));
    expect([late.status, (await late.json()).reason]).toEqual([400, "upload.ticket_invalid"]);
  });

  it("refuses a forged ticket, another's board, too large a file, and content that lies", async () => {
    const { upload_url } = shapes.directUploadAnswer.parse(await (await announce(owner, { artifact_type: "image" })).json());
    const ticket = upload_url.split("/").at(-1) ?? "";
    const forged = `${ticket.slice(0, -4)}AAAA`;
    expect(
      (await boards.directBytes.PUT(request("/", { method: "PUT", body: text, duplex: "half" } as never), having({ ticket: forged }))).status,
    ).toBe(400);
    expect((await announce(member)).status).toBe(404);
    expect((await announce(owner, { size_bytes: 1e12 })).status).toBe(413);
    await boards.directBytes.PUT(request("/", { method: "PUT", body: text, duplex: "half" } as never), having({ ticket }));
    const lied = await boards.directConfirm.POST(request("/", { method: "POST", token: owner }), having({ ticket }));
    const { id } = shapes.uploadAnswer.parse(await lied.json());
    expect(await boards.checkConfirmed(id)).toMatchObject({ status: "failed", errorCode: "artifact.type_refused", storageKey: null });
  });

  it("keeps nothing that has not the size that was announced, declared or sent", async () => {
    const { upload_url } = shapes.directUploadAnswer.parse(await (await announce(owner, { size_bytes: text.length })).json());
    const ticket = upload_url.split("/").at(-1) ?? "";
    const put = async (body: BodyInit, headers: HeadersInit = {}) => {
      const response = await boards.directBytes.PUT(request("/", { method: "PUT", body, headers, duplex: "half" } as never), having({ ticket }));
      return [response.status, response.status === 204 ? null : (await response.json()).reason];
    };
    const broken = new ReadableStream({
      start: (controller) => controller.enqueue(text.subarray(0, 10)),
      pull: (controller) => controller.error(new Error("connection reset")),
    });
    for (const [body, headers] of [
      [text.subarray(1), {}],
      [new Uint8Array([...text, 33]), {}],
      [text, { "content-length": String(text.length + 1) }],
      [broken, {}],
    ] as const) {
      expect(await put(body, headers)).toEqual([400, "upload.incomplete"]);
      const confirmed = await boards.directConfirm.POST(request("/", { method: "POST", token: owner }), having({ ticket }));
      expect([confirmed.status, (await confirmed.json()).reason]).toEqual([400, "upload.ticket_invalid"]);
    }
    expect((await readdir(installation.storageFolder, { recursive: true })).filter((name) => /^uploads.*original|^.partial./.test(name))).toEqual([]);
    expect(await put(text, { "content-length": String(text.length) })).toEqual([204, null]);
  });

  it("forgets what was never confirmed", async () => {
    const { upload_url } = shapes.directUploadAnswer.parse(await (await announce(owner)).json());
    const ticket = upload_url.split("/").at(-1) ?? "";
    await boards.directBytes.PUT(request("/", { method: "PUT", body: text, duplex: "half" } as never), having({ ticket }));
    await boards.deleteOrphanFiles(null);
    await boards.deleteOrphanFiles(null, new Date(Date.now() + 3 * 24 * 3600 * 1000));
    const late = await boards.directConfirm.POST(request("/", { method: "POST", token: owner }), having({ ticket }));
    expect(late.status).toBe(400);
  });
});

describe("GET /api/storage", () => {
  it("opens a private board's file for its people and for a signed address, a public one's for everybody", async () => {
    const generation = await boards.db().generation.findFirstOrThrow({ where: { boardId, generatorName: "sketch", status: "completed" } });
    const path = generation.storageKey?.split("/") ?? [];
    const get = (token?: string, query = "") => boards.storage.GET(request(`/api/storage/${path.join("/")}${query}`, { token }), having({ path }));
    expect((await get()).status).toBe(404);
    expect((await get(member)).status).toBe(404);
    expect((await get(owner)).status).toBe(200);
    const { body } = await ask("query ($id: UUID!) { generation(id: $id) { storageUrl } }", { id: generation.id }, owner);
    const signed = new URL((body.data as unknown as { generation: { storageUrl: string } }).generation.storageUrl, "http://localhost");
    expect((await get(undefined, signed.search)).headers.get("content-disposition")).toMatch(/^inline/);
    // As the original's page does before it downloads.
    signed.searchParams.set("download", "true");
    signed.searchParams.set("filename", "gen-1");
    expect((await get(undefined, signed.search)).headers.get("content-disposition")).toBe(
      "attachment; filename=\"gen-1.png\"; filename*=UTF-8''gen-1.png",
    );
    await boards.db().board.update({ where: { id: boardId }, data: { isPublic: true } });
    expect((await get()).status).toBe(200);
    await boards.db().board.update({ where: { id: boardId }, data: { isPublic: false } });
  });
});

describe("/api/setup", () => {
  it("is for admins of the installation alone, and does what the original did", async () => {
    const token = owner;
    const created = shapes.tenantCreated.parse(await (await boards.tenant.POST(json("/", { name: "Acme", slug: "acme" }, token))).json());
    expect(created).toMatchObject({ slug: "acme", existing: false });
    expect(await (await boards.tenant.POST(json("/", { name: "Other", slug: "acme" }, token))).json()).toMatchObject({
      name: "Acme",
      existing: true,
    });
    const byId = having({ id: created.tenant_id });
    const changed = await boards.tenantById.PUT(json("/", { name: "Acme Ltd", settings: { a: 1 } }, token, "PUT"), byId);
    expect(shapes.tenantAnswer.parse(await changed.json())).toMatchObject({ name: "Acme Ltd", settings: { a: 1 } });
    expect((await boards.tenantById.PUT(json("/", { slug: "default" }, token, "PUT"), byId)).status).toBe(409);
    expect((await boards.tenant.POST(json("/", { name: "X", slug: "Not A Slug" }, token))).status).toBe(422);
    expect(shapes.tenantList.parse(await (await boards.tenants.GET(request("/", { token }))).json()).total_count).toBe(2);
    expect(shapes.setupStatus.parse(await (await boards.status.GET(request("/", { token }))).json())).toMatchObject({ setup_needed: false });
    expect((await boards.tenantById.GET(request("/", { token }), byId)).status).toBe(200);
    shapes.tenantDeleted.parse(await (await boards.tenantById.DELETE(request("/", { token, method: "DELETE" }), byId)).json());
    expect((await boards.tenantById.GET(request("/", { token }), byId)).status).toBe(404);
    const { id } = await boards.ensureDefaultTenant();
    expect((await boards.tenantById.DELETE(request("/", { token, method: "DELETE" }), having({ id }))).status).toBe(400);
    for (const stranger of [undefined, member])
      expect((await boards.tenants.GET(request("/", { token: stranger }))).status).toBe(stranger ? 403 : 401);
  });
});

describe("the audit log", () => {
  it("tells who did what to what, from where, how it ended, and no secret", async () => {
    const { body } = await ask('mutation { createTag(input: { name: "Audited", metadata: { apiKey: "hush", note: "seen" } }) { id } }', {}, member);
    const { id: tagId } = (body.data as unknown as { createTag: { id: string } }).createTag;
    await ask("mutation ($id: UUID!) { deleteBoard(id: $id) }", { id: boardId }, member);
    await boards.jobs.POST(json("/api/jobs/generations", {}, member));
    await ask('mutation { createApiKey(input: { name: "CI", scopes: [READ] }) { key } }', {}, owner);
    const query = "{ auditLog(first: 4) { nodes { userId via action targetType targetId details outcome requestId } } }";
    const log = (await ask(query, {}, owner)).body.data as unknown as { auditLog: { nodes: Record<string, unknown>[] } };
    expect(log.auditLog.nodes).toMatchObject([
      { action: "createApiKey", outcome: "ok", targetType: "NewApiKey" },
      { action: "POST /api/jobs/generations", outcome: "request.invalid_body" },
      { action: "deleteBoard", targetId: boardId, outcome: "board.not_found" },
      {
        action: "createTag",
        targetType: "Tag",
        targetId: tagId,
        via: "bearer",
        details: { input: { metadata: { apiKey: "[secret]", note: "seen" } } },
      },
    ]);
    expect(log.auditLog.nodes.every((entry) => entry.requestId)).toBe(true);
    expect(JSON.stringify(log)).not.toContain("boards_");
  });
});
