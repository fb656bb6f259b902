import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { deflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import yazl from "yazl";
import { openArchives, sha256 } from "@/lib/curation/bulk-jobs/testing/open-archives";

let archives: Awaited<ReturnType<typeof openArchives>>;
beforeAll(async () => {
  archives = await openArchives();
});
afterAll(() => archives.close());

describe("a hostile archive", () => {
  let good: string;
  beforeAll(async () => {
    good = await archives.exportToFile(archives.owner, archives.sourceBoardId);
  });
  const refused = async (path: string, message: RegExp) => {
    const before = [await archives.boards.db().board.count(), (await archives.leftovers()).length];
    await expect(archives.importFile(archives.other, path)).rejects.toMatchObject({
      reason: "archive.invalid",
      message: expect.stringMatching(message),
    });
    expect([await archives.boards.db().board.count(), (await archives.leftovers()).length]).toEqual(before);
  };
  /** Imports it and answers how that failed, having stored nothing of the result. */
  const fails = async (path: string) => {
    const { job, boardId } = await archives.importFile(
      await archives.installation.viewer(`new ${randomBytes(4).toString("hex")}`, "elsewhere"),
      path,
    );
    const failure = await archives.boards.doPieces(job.id, Infinity).catch((error: Error) => error);
    expect(await archives.boards.db().generation.count({ where: { boardId } })).toBe(0);
    return failure;
  };
  /** The zip with a name in it replaced byte by byte, which no packer would write. */
  const renamed = async (from: string, to: string) => {
    expect(to).toHaveLength(from.length);
    const bytes = await readFile(await archives.pack([...(await archives.unpack(good)), [from, Buffer.from("x")]]));
    for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes.write(to, at);
    const path = join(archives.folder, `${randomBytes(6).toString("hex")}.zip`);
    await writeFile(path, bytes);
    return path;
  };

  it.each([
    ["../outside", "media/aaaaaa.png", "../../../etc.png"],
    ["an absolute path", "media/aaaaaa.png", "/etc/passwd12345"],
    ["another folder", "media/aaaaaa.png", "files/aaaaaa.png"],
    ["backslashes", "media/aaaaaa.png", "media\\..\\..\\.png"],
  ])("with %s is refused", async (_what, from, to) => refused(await renamed(from, to), /can't contain a file|isn't a zip/));

  it("that is no zip, or is cut off, is refused", async () => {
    const path = join(archives.folder, "none.zip");
    await writeFile(path, randomBytes(5000));
    await refused(path, /isn't a zip/);
    await writeFile(path, (await readFile(good)).subarray(0, -40));
    await refused(path, /isn't a zip/);
  });

  it("that holds a name twice, a symbolic link or no manifest is refused", async () => {
    const files = await archives.unpack(good);
    const [media = ""] = [...files.keys()].filter((name) => name.startsWith("media/"));
    await refused(await archives.pack([...files, [media, Buffer.from("again")]]), new RegExp(`${media}: .*more than once`));
    const zip = new yazl.ZipFile();
    zip.addBuffer(Buffer.from("/etc/passwd"), "media/link.png", { mode: 0o120777 });
    zip.end();
    const path = join(archives.folder, "link.zip");
    await pipeline(zip.outputStream, createWriteStream(path));
    await refused(path, /media\/link.png: Only plain files/);
    files.delete("archive.json");
    await refused(await archives.pack(files), /archive.json: .*missing/);
  });

  it("that unpacks to more than is allowed is refused before it is unpacked", async () => {
    process.env.BOARDS_MAX_ARCHIVE_SIZE = "1000000";
    const { forgetEnv } = await import("@/lib/platform/env");
    forgetEnv();
    try {
      const path = await archives.pack([...(await archives.unpack(good)), ["media/bomb.png", Buffer.alloc(2_000_000)]]);
      expect((await readFile(path)).length).toBeLessThan(1_000_000);
      await refused(path, /too large/);
    } finally {
      delete process.env.BOARDS_MAX_ARCHIVE_SIZE;
      forgetEnv();
    }
  });

  it("that lies about what an entry unpacks to is stopped where it lies", async () => {
    const path = await archives.changed(good, ({ results, files }) => {
      const [result] = results;
      if (!result) throw new Error("there is no result");
      files.set(result.file.path, Buffer.alloc(50_000));
      result.file.sizeBytes = 500;
    });
    const bytes = await readFile(path);
    // Every place that says 50,000 says 500: the directory, and what follows the bytes.
    const [wrong, right] = [Buffer.alloc(4), Buffer.alloc(4)];
    wrong.writeUInt32LE(50_000);
    right.writeUInt32LE(500);
    expect(deflateRawSync(Buffer.alloc(50_000)).length).toBeLessThan(500);
    for (let at = bytes.indexOf(wrong); at >= 0; at = bytes.indexOf(wrong, at + 1)) right.copy(bytes, at);
    await writeFile(path, bytes);
    expect(await fails(path)).toMatchObject({ reason: "archive.invalid", message: expect.stringContaining("media/") });
  });

  it("of a version to come says so", async () => {
    const path = await archives.changed(good, ({ manifest }) => Object.assign(manifest, { version: 2 }));
    await expect(archives.importFile(archives.other, path)).rejects.toMatchObject({
      reason: "archive.version_unknown",
      message: expect.stringContaining("version 2"),
    });
  });

  it("whose descriptions are wrong names the entry and the field", async () => {
    await refused(await archives.changed(good, ({ manifest }) => Object.assign(manifest.board, { title: "" })), /archive.json: board.title/);
    const path = await archives.changed(good, ({ results }) => Object.assign(results[1] ?? {}, { artifactType: "program" }));
    expect(await fails(path)).toMatchObject({ reason: "archive.invalid", message: expect.stringMatching(/results\/000000.json: 1.artifactType/) });
  });

  it("whose files are missing or are not what it describes is not imported", async () => {
    const missing = await archives.changed(good, ({ results, files }) => void files.delete(`${results[0]?.file.path}`));
    expect(await fails(missing)).toMatchObject({ message: expect.stringMatching(/media\/.*missing/) });
    const exchanged = await archives.changed(good, ({ results }) => Object.assign(results[0]?.file ?? {}, { sha256: "0".repeat(64) }));
    expect(await fails(exchanged)).toMatchObject({ message: expect.stringMatching(/media\/.*checksum/) });
    const files = await archives.unpack(good);
    files.set("results/000000.json", Buffer.from("[]"));
    expect(await fails(await archives.pack(files))).toMatchObject({ message: expect.stringMatching(/results\/000000.json: .*checksum/) });
  });

  it("brings in no file that would be no upload, and the rest of it", async () => {
    const page = Buffer.from("<html><script>alert(1)</script></html>");
    const path = await archives.changed(good, ({ results, files }) => {
      const [result] = results;
      if (!result) throw new Error("there is no result");
      files.set(result.file.path, page);
      Object.assign(result.file, { sha256: sha256(page), sizeBytes: page.length });
    });
    const { job, boardId } = await archives.importFile(await archives.installation.viewer("careless", "elsewhere"), path);
    expect(await archives.run(job.id)).toMatchObject({ state: "completed", done: 5, skipped: 1 });
    expect(await archives.boards.db().generation.count({ where: { boardId } })).toBe(4);
  });

  it("counts against the storage limit, and leaves no files where there is no room", async () => {
    const full = await archives.installation.viewer("full", "elsewhere");
    await archives.boards.db().storageAccount.upsert({
      where: { userId: full.userId },
      create: { userId: full.userId, tenantId: full.tenantId, limitBytes: 300n },
      update: { limitBytes: 300n },
    });
    await expect(archives.importFile(full, good)).rejects.toMatchObject({ reason: "storage.limit_reached" });
  });
});
