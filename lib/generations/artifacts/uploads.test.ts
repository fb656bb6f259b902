import { readdir, readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { inspect } from "node:util";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cleanFilename } from "@/lib/generations/artifacts/clean-filename";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;
let boardId: string;
let web: Server;
let webAddress: string;
let elsewhere: Server;
let elsewhereAddress: string;

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const load = async () => ({
  ...(await import("@/lib/generations/artifacts/fetch-remote-file")),
  ...(await import("@/lib/generations/artifacts/upload-artifact")),
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/platform/db/client")),
});
let boards: Awaited<ReturnType<typeof load>>;

const photo = () =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: "#2a6f97" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
const upload = (bytes: Buffer, artifactType: "image" | "video" | "audio" | "text", filename = "file") =>
  boards.uploadArtifact(owner, { boardId, artifactType, source: { file: Readable.from([bytes]), filename } });

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
  owner = await installation.viewer("owner");
  boardId = (await boards.createBoard(owner, { title: "Uploads" })).id;
  web = createServer((request, response) => {
    if (request.url === "/inside") return response.writeHead(302, { location: "http://169.254.169.254/latest/meta-data" }).end();
    if (request.url === "/large") return response.writeHead(200, { "content-length": "999999999999" }).end("x");
    if (request.url === "/missing") return response.writeHead(404).end();
    if (request.url === "/elsewhere") return response.writeHead(302, { location: `${elsewhereAddress}/` }).end();
    if (request.url === "/short") return response.writeHead(200, { "content-length": "100" }).write("half", () => response.destroy());
    if (request.url === "/here") return response.writeHead(302, { location: "/" }).end();
    return response.end(`hello${request.headers["x-key"] ?? ""}`);
  });
  elsewhere = createServer((request, response) => response.end(`hello ${request.headers["x-key"]}`));
  webAddress = await listen(web);
  elsewhereAddress = await listen(elsewhere);
});
afterAll(async () => {
  web.close();
  elsewhere.close();
  await installation.close();
});

describe("uploadArtifact", () => {
  it("reads size from the file, upright, and makes previews", async () => {
    expect(await upload(await photo(), "image", "../../etc/garden.jpg")).toMatchObject({
      status: "completed",
      generatorName: "user-upload-image",
      mimeType: "image/jpeg",
      width: 300,
      height: 400,
      thumbnailWidths: [320],
      inputParams: { upload_source: "file", original_filename: "garden.jpg" },
    });
  });

  it("keeps text readable", async () => {
    expect(await upload(Buffer.from("# Grüße"), "text", "note.md")).toMatchObject({ mimeType: "text/plain", outputMetadata: { content: "# Grüße" } });
  });

  it("keeps what is damaged, and says so", async () => {
    const headOnly = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(200)]);
    expect(await upload(headOnly, "image")).toMatchObject({
      status: "completed",
      mimeType: "image/jpeg",
      width: null,
      thumbnailWidths: [],
      outputMetadata: { damaged: true, preview_note: "No preview: this file can't be decoded" },
    });
    const whole = await photo();
    const cutOff = await upload(whole.subarray(0, whole.length - 100), "image");
    expect(cutOff).toMatchObject({ width: 300, height: 400, thumbnailWidths: [320], outputMetadata: { damaged: true } });
  });

  it("keeps text in UTF-16 as it is, and reads it right", async () => {
    const bytes = Buffer.from("\ufeffGrüße 日本", "utf16le");
    expect(await upload(bytes, "text")).toMatchObject({
      mimeType: "text/plain",
      fileSizeBytes: BigInt(bytes.length),
      outputMetadata: { content: "Grüße 日本" },
    });
  });

  it("refuses a sound file without sound", async () => {
    const video = await readFile("lib/platform/media/testing/samples/anamorphic.mp4");
    await expect(upload(video, "audio")).rejects.toMatchObject({ reason: "artifact.unreadable", message: "The file contains no audio." });
  });

  it.each([
    ["an svg that calls itself an image", Buffer.from("<svg onload='alert(1)'/>"), "image", "artifact.type_refused"],
    ["html that calls itself text", Buffer.from("<!doctype html><script>1</script>"), "text", "artifact.type_refused"],
    ["an image that calls itself a video", null, "video", "artifact.type_refused"],
    ["an empty file", Buffer.alloc(0), "image", "artifact.type_refused"],
  ] as const)("refuses %s and leaves nothing behind", async (_what, bytes, artifactType, reason) => {
    const before = [
      await boards.db().generation.count(),
      (await readdir(installation.storageFolder, { recursive: true })).filter((name) => name.endsWith("original")).length,
    ];
    await expect(upload(bytes ?? (await photo()), artifactType)).rejects.toMatchObject({ reason, field: "file" });
    const after = [
      await boards.db().generation.count(),
      (await readdir(installation.storageFolder, { recursive: true })).filter((name) => name.endsWith("original")).length,
    ];
    expect(after).toEqual(before);
  });

  it("is not for a stranger, and refuses a parent that they may not see", async () => {
    const stranger = await installation.viewer("stranger");
    const source = { file: Readable.from([await photo()]) };
    await expect(boards.uploadArtifact(stranger, { boardId, artifactType: "image", source })).rejects.toMatchObject({ reason: "board.not_found" });
    const parentGenerationId = "0192aaaa-0000-7000-8000-000000000000";
    await expect(boards.uploadArtifact(owner, { boardId, artifactType: "image", source, parentGenerationId })).rejects.toMatchObject({
      field: "parentGenerationId",
    });
  });
});

describe("fetchRemoteFile", () => {
  it.each([
    "http://127.0.0.1/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://10.0.0.1/",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data",
    "http://100.64.0.1/",
    "http://0.0.0.0/",
    "http://localhost/",
    "http://localhost./",
    "http://metadata.google.internal/",
    "file:///etc/passwd",
    "gopher://example.com/",
    "http://user:secret@example.com/",
    "nonsense",
  ])("refuses %s", async (address) => {
    await expect(boards.fetchRemoteFile(address, { maxBytes: 1000 })).rejects.toMatchObject({ reason: "artifact.url_refused", field: "fileUrl" });
  });

  it("fetches what is public, and looks again at every redirect", async () => {
    const options = { maxBytes: 1000, allowedAddresses: ["127.0.0.1"] };
    const stream = await boards.fetchRemoteFile(`${webAddress}/`, options);
    expect((await stream.toArray()).join("")).toBe("hello");
    await expect(boards.fetchRemoteFile(`${webAddress}/inside`, options)).rejects.toMatchObject({ reason: "artifact.url_refused" });
    await expect(boards.fetchRemoteFile(`${webAddress}/large`, options)).rejects.toMatchObject({ reason: "artifact.too_large" });
    await expect(boards.fetchRemoteFile(`${webAddress}/missing`, options)).rejects.toMatchObject({
      message: "Failed to download from URL: HTTP 404",
    });
  });

  it("hands on nothing that breaks off, and its error tells nothing of the address", async () => {
    const options = { maxBytes: 1000, allowedAddresses: ["127.0.0.1"], headers: { "X-Key": "hush" } };
    const stream = await boards.fetchRemoteFile(`${webAddress}/short`, options);
    const error = await stream.toArray().catch((cause) => cause);
    expect(error).toMatchObject({ reason: "artifact.download_failed", field: "fileUrl" });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/hush|\/short/);
  });

  it("stays at a server of one's own, and elsewhere out there, wherever it is sent", async () => {
    const rules = { maxBytes: 1000, ownOrigins: [webAddress], allowedAddresses: [] };
    expect((await (await boards.fetchRemoteFile(`${webAddress}/here`, rules)).toArray()).join("")).toBe("hello");
    for (const path of ["/inside", "/elsewhere"])
      await expect(boards.fetchRemoteFile(`${webAddress}${path}`, rules)).rejects.toMatchObject({ reason: "artifact.url_refused" });
    // What is public to begin with (here by exception) is not let into a server of one's own.
    const outside = { maxBytes: 1000, ownOrigins: [elsewhereAddress], allowedAddresses: ["127.0.0.2"] };
    await expect(boards.fetchRemoteFile(`${webAddress.replace("127.0.0.1", "127.0.0.2")}/elsewhere`, outside)).rejects.toMatchObject({
      reason: "artifact.url_refused",
    });
  });

  it("shows a key to the host that it is for, and to no other", async () => {
    const read = async (path: string) => {
      const options = { maxBytes: 1000, allowedAddresses: ["127.0.0.1"], headers: { "X-Key": "secret" } };
      return (await (await boards.fetchRemoteFile(`${webAddress}${path}`, options)).toArray()).join("");
    };
    expect(await read("/")).toBe("hellosecret");
    expect(await read("/here")).toBe("hellosecret");
    expect(await read("/elsewhere")).toBe("hello undefined");
  });
});

it.each([
  ["../../etc/passwd", "passwd"],
  ['a<b>:"|?*.png', "a_b______.png"],
  ["C:\\temp\\photo.jpg", "photo.jpg"],
  ["line\r\nbreak.txt", "linebreak.txt"],
  [" . ", "uploaded_file"],
  [undefined, "uploaded_file"],
])("the name %j becomes %j", (name, clean) => {
  expect(cleanFilename(name)).toBe(clean);
});
