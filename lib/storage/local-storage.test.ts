import { mkdtemp, readdir, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { LocalStorage } from "@/lib/storage/local-storage";
import { describeStorage } from "@/lib/storage/storage-contract";

describeStorage("LocalStorage", async () => new LocalStorage(await mkdtemp(join(tmpdir(), "boards-storage-"))));

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
    ".partial": "700",
    tenant: "700",
    "tenant/image": "700",
    "tenant/image/original.png": "600",
  });
});
