import { createCipheriv } from "node:crypto";
import { readdirSync } from "node:fs";
import { createServer, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { jwtSettings, tokenOf } from "@/lib/testing/bearer";
import { freePort } from "@/lib/testing/free-port";
import { cleanUp } from "../../fixtures/clean-up";
import { type Installation, startInstallation } from "../../fixtures/installation";
import { expect, test } from "../../fixtures/quiet-test";
import { everyRequest, expectNothingForForeigners } from "../../fixtures/routes";

/* What an installation for others takes from outside, and from where: at an IPv6 address, behind HTTPS as far as it knows. */

let others: Installation;
let authorization: string;
let boardId: string;

async function inOthers(path: string, init: RequestInit = {}): Promise<Response> {
  // Connections that the server closed while a large file was made here are noticed first.
  await setImmediate();
  return fetch(`${others.url}${path}`, { ...init, headers: { authorization, ...init.headers } });
}

async function askOthers<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const body = JSON.stringify({ query, variables });
  const response = await inOthers("/api/graphql", { method: "POST", body, headers: { "content-type": "application/json" } });
  const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

test.beforeAll(async () => {
  test.setTimeout(600_000);
  others = await startInstallation("others", {
    ...jwtSettings,
    HOST: "::1",
    PORT: String(await freePort("::1")),
    BOARDS_FRONTEND_BASE_URL: "https://boards.example",
    BOARDS_ALLOWED_HOSTS: "proxy.internal",
    BOARDS_FETCH_ALLOWED_ADDRESSES: "127.0.0.1",
  });
  authorization = `Bearer ${await tokenOf("owner")}`;
  const body = JSON.stringify({ setup_token: others.setupToken() });
  expect((await inOthers("/api/setup/owner", { method: "POST", body, headers: { "content-type": "application/json" } })).status).toBe(200);
  boardId = (await askOthers<{ createBoard: { id: string } }>('mutation { createBoard(input: { title: "Files" }) { id } }')).createBoard.id;
});
test.afterAll(cleanUp);

test("every route and page is there to be asked, at an IPv6 address", () => {
  expect(others.url).toMatch(/^http:\/\/\[::1\]:\d+$/);
  expect(everyRequest.length).toBeGreaterThan(40);
  for (const each of ["GET /", "PUT /api/inngest", "POST /api/uploads/artifact", "GET /graphiql"])
    expect(everyRequest.map(({ method, path }) => `${method} ${path}`)).toContain(each);
});

for (const each of everyRequest)
  test(`${each.method} ${each.path} takes nothing from a foreign host or page`, ({ request }) =>
    expectNothingForForeigners(request, others.url, each, false));

test("a server for others answers under the names in its settings", async ({ request }) => {
  for (const host of ["boards.example", "proxy.internal:8080", new URL(others.url).host])
    for (const path of ["/api/openapi.json", "/sign-in"])
      expect((await request.get(`${others.url}${path}`, { headers: { host } })).status()).toBe(200);
});

test("nobody but the engine can say where the engine calls, and its calls arrive", async ({ request }) => {
  for (const host of ["boards.example", "evil.example"])
    for (const signature of ["", "t=1&s=00"]) {
      const headers = { host, "x-inngest-signature": signature };
      expect((await request.put(`${others.url}/api/inngest`, { headers, data: {} })).status()).toBe(host === "evil.example" ? 403 : 401);
    }
  const input = { boardId, generatorName: "sketch", artifactType: "IMAGE", inputParams: { prompt: "still here" } };
  const create = "mutation ($input: CreateGenerationInput!) { createGeneration(input: $input) { id } }";
  const { createGeneration } = await askOthers<{ createGeneration: { id: string } }>(create, { input });
  const status = async () =>
    (await askOthers<{ generation: { status: string } }>("query ($id: UUID!) { generation(id: $id) { status } }", createGeneration)).generation
      .status;
  await expect.poll(status).toBe("COMPLETED");
});

/** A sound of this many bytes that no program could shorten. */
function soundOf(sizeBytes: number): Buffer {
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(sizeBytes - 8, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(48_000, 24);
  header.writeUInt32LE(48_000, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write("data", 36);
  header.writeUInt32LE(sizeBytes - 44, 40);
  const noise = createCipheriv("aes-128-ctr", Buffer.alloc(16, 7), Buffer.alloc(16)).update(Buffer.alloc(sizeBytes - 44));
  return Buffer.concat([header, noise]);
}

async function announce(size_bytes?: number) {
  const body = JSON.stringify({ board_id: boardId, artifact_type: "audio", filename: "noise.wav", ...(size_bytes ? { size_bytes } : {}) });
  const response = await inOthers("/api/uploads/direct", { method: "POST", body });
  return (await response.json()) as { upload_url: string; confirm_url: string };
}

const uploads: Record<string, (file: Buffer) => Promise<string>> = {
  async form(file) {
    const form = new FormData();
    form.set("board_id", boardId);
    form.set("artifact_type", "audio");
    form.set("file", new Blob([new Uint8Array(file)]), "noise.wav");
    const response = await inOthers("/api/uploads/artifact", { method: "POST", body: form });
    return ((await response.json()) as { id: string }).id;
  },
  async direct(file) {
    const { upload_url, confirm_url } = await announce(file.length);
    expect((await inOthers(upload_url, { method: "PUT", body: new Uint8Array(file) })).status).toBe(204);
    return ((await (await inOthers(confirm_url, { method: "POST" })).json()) as { id: string }).id;
  },
  async address(file) {
    const server = createServer((_request, response) => response.setHeader("content-length", file.length).end(file));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const fileUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/noise.wav?signature=hush-hush`;
    try {
      const upload = "mutation ($input: UploadArtifactInput!) { uploadArtifact(input: $input) { id } }";
      const input = { boardId, artifactType: "AUDIO", fileUrl };
      return (await askOthers<{ uploadArtifact: { id: string } }>(upload, { input })).uploadArtifact.id;
    } finally {
      server.close();
    }
  },
};

for (const sizeBytes of [10_485_761, 104_857_600]) {
  let file: Buffer;
  for (const [way, upload] of Object.entries(uploads))
    test(`${sizeBytes} bytes come and go whole by ${way}`, async () => {
      file ??= soundOf(sizeBytes);
      const id = await upload(file);
      const read = async () =>
        (
          await askOthers<{ generation: { status: string; storageUrl: string } }>(
            "query ($id: UUID!) { generation(id: $id) { status storageUrl } }",
            {
              id,
            },
          )
        ).generation;
      await expect.poll(async () => (await read()).status).toBe("COMPLETED");
      const { pathname, search } = new URL((await read()).storageUrl);
      const stored = new Uint8Array(await (await fetch(`${others.url}${pathname}${search}`)).arrayBuffer());
      expect([stored.length, file.equals(stored)]).toEqual([sizeBytes, true]);
    });
}

/** Sends what it is told to and answers the status; null when the connection is cut before any. */
function sendPart(path: string, method: string, headers: Record<string, string>, part: Buffer): Promise<number | null> {
  return new Promise((resolve) => {
    const outgoing = send(`${others.url}${path}`, { method, headers: { authorization, ...headers } }, (incoming) => {
      incoming.resume();
      resolve(incoming.statusCode ?? 0);
    });
    outgoing.on("error", () => resolve(null));
    outgoing.write(part, () => void setImmediate().then(() => outgoing.destroy()));
  });
}

test("what falls short of its announced or declared length leaves nothing", async () => {
  const stored = () =>
    readdirSync(join(others.home, "storage"), { recursive: true, encoding: "utf8" }).filter((file) => /original$|\.partial\/./.test(file));
  const before = stored();
  const file = soundOf(10_485_761);
  const half = file.subarray(0, 5_000_000);

  // The request says less than was announced.
  const { upload_url, confirm_url } = await announce(file.length);
  const less = await inOthers(upload_url, { method: "PUT", body: new Uint8Array(half) });
  expect([less.status, ((await less.json()) as { reason: string }).reason]).toEqual([400, "upload.incomplete"]);
  // The connection breaks off before what the request said has come.
  const length = { "content-length": String(file.length) };
  expect(await sendPart(upload_url, "PUT", length, half)).toBeNull();
  const unannounced = await announce();
  expect(await sendPart(unannounced.upload_url, "PUT", length, half)).toBeNull();
  for (const address of [confirm_url, unannounced.confirm_url]) expect((await inOthers(address, { method: "POST" })).status).toBe(400);
  const form = '--b\r\ncontent-disposition: form-data; name="file"; filename="noise.wav"\r\n\r\n';
  const type = { "content-type": "multipart/form-data; boundary=b" };
  expect(await sendPart("/api/uploads/artifact", "POST", { ...length, ...type }, Buffer.concat([Buffer.from(form), half]))).toBeNull();
  // The other server breaks off.
  const server = createServer((_request, response) => {
    response.setHeader("content-length", file.length);
    response.write(half, () => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const input = { boardId, artifactType: "AUDIO", fileUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
  const body = JSON.stringify({ query: "mutation ($input: UploadArtifactInput!) { uploadArtifact(input: $input) { id } }", variables: { input } });
  const answer = await inOthers("/api/graphql", { method: "POST", body, headers: { "content-type": "application/json" } });
  expect((await answer.json()) as object).toMatchObject({ errors: [{ extensions: { reason: "artifact.download_failed", field: "fileUrl" } }] });
  server.close();

  await expect.poll(stored).toEqual(before);
});

test("no log tells a ticket or a signature", async () => {
  const { upload_url } = await announce();
  const ticket = upload_url.split("/").at(-1) ?? "";
  await inOthers(upload_url, { method: "PUT", body: new Uint8Array(11_000_000) });
  expect(others.output()).not.toContain(ticket.slice(0, 40));
  expect(others.output()).not.toContain("hush-hush");
  const { auditLog } = await askOthers<{ auditLog: { nodes: object[] } }>("{ auditLog(first: 100) { nodes { action details } } }");
  expect(JSON.stringify(auditLog)).toContain("/noise.wav?[secret]");
  expect(JSON.stringify(auditLog)).not.toContain("hush-hush");
});
