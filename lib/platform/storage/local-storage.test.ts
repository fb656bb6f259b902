import { mkdir, mkdtemp, readdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { LocalStorage } from "@/lib/platform/storage/local-storage";
import { describeStorage } from "@/lib/platform/storage/storage-contract";
import { storageError } from "@/lib/platform/storage/storage-error";

const open = async () => {
  const folder = await mkdtemp(join(tmpdir(), "boards-storage-"));
  return { folder, storage: new LocalStorage(folder) };
};

describeStorage("LocalStorage", async () => (await open()).storage);

it("whose folder went away says so, writes nothing beside it, and goes on when it is back", async () => {
  const { folder, storage } = await open();
  await storage.write("t/a/original", Buffer.from("x"));
  await rename(folder, `${folder}-away`);
  // What is left of a mount that went away.
  for (const leaveBehind of [async () => undefined, () => mkdir(folder)]) {
    await leaveBehind();
    const unavailable = { reason: "storage.unavailable" };
    await expect(storage.write("t/b/original", Buffer.from("y"))).rejects.toMatchObject(unavailable);
    await expect(storage.stat("t/a/original")).rejects.toMatchObject(unavailable);
    await expect(storage.read("t/a/original")).rejects.toMatchObject(unavailable);
    await expect(storage.list(null, 10)).rejects.toMatchObject(unavailable);
    await expect(storage.check()).rejects.toMatchObject(unavailable);
  }
  expect(await readdir(folder)).toEqual([]);
  await rm(folder, { recursive: true });
  await rename(`${folder}-away`, folder);
  await storage.write("t/b/original", Buffer.from("y"));
  expect(await storage.list(null, 10)).toEqual(["t/a/original", "t/b/original"]);
});

it("has nothing to delete where a folder is gone, or a file stands in its way", async () => {
  const { folder, storage } = await open();
  await writeFile(join(folder, "t"), "x");
  await expect(storage.deleteFolder("t/a")).resolves.toBeUndefined();
  await expect(storage.deleteFolder("u/a")).resolves.toBeUndefined();
});

it.each([
  ["ENOSPC", "storage.full"],
  ["EDQUOT", "storage.full"],
  ["EROFS", "storage.unavailable"],
  ["EACCES", "storage.unavailable"],
  ["EIO", "storage.unavailable"],
  ["ECONNRESET", undefined],
])("tells %s of the file system as %s", (code, reason) => {
  expect((storageError(Object.assign(new Error(code), { code })) as { reason?: string }).reason).toBe(reason);
});

it("deletes writes that a kill broke off, once they are old", async () => {
  const { folder, storage } = await open();
  await mkdir(join(folder, ".partial"));
  for (const name of ["old", "new"]) await writeFile(join(folder, ".partial", name), "half");
  await utimes(join(folder, ".partial", "old"), new Date(0), new Date(0));
  await storage.deletePartialWrites(new Date(Date.now() - 60_000));
  await expect(stat(join(folder, ".partial", "old"))).rejects.toThrow("ENOENT");
  expect((await stat(join(folder, ".partial", "new"))).size).toBe(4);
});

it("keeps folders and files for the user of this process only, whatever its umask", async () => {
  const base = join(await mkdtemp(join(tmpdir(), "boards-storage-")), "storage");
  const umask = process.umask(0);
  try {
    await new LocalStorage(base).write("tenant/image/original.png", new Uint8Array([1]));
  } finally {
    process.umask(umask);
  }
  const paths = ["", ...(await readdir(base, { recursive: true }))];
  const modes = await Promise.all(paths.map(async (path) => [path, ((await stat(join(base, path))).mode & 0o777).toString(8)]));
  expect(Object.fromEntries(modes)).toEqual({
    "": "700",
    ".boards-storage": "600",
    ".partial": "700",
    tenant: "700",
    "tenant/image": "700",
    "tenant/image/original.png": "600",
  });
});
