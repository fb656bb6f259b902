import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { beforeEach, expect, it } from "vitest";
import { LocalStorage } from "@/lib/platform/storage/local-storage";
import { RoutedStorage } from "@/lib/platform/storage/routed-storage";
import { describeStorage } from "@/lib/platform/storage/storage-contract";

const folder = async () => new LocalStorage(await mkdtemp(join(tmpdir(), "boards-routed-")));
const open = async () => {
  const [standard, archive] = [await folder(), await folder()];
  return { standard, archive, routed: new RoutedStorage(standard, { archive }) };
};

describeStorage("RoutedStorage", async () => (await open()).routed);

let storages: Awaited<ReturnType<typeof open>>;
beforeEach(async () => {
  storages = await open();
});

it("keeps a file with its previews where its key says, and lists all storages in pages", async () => {
  const { standard, archive, routed } = storages;
  const keys = ["t/a.archive/original", "t/a.archive/thumb-320.webp", "t/b/original", "t/c/original"];
  for (const key of keys) await routed.write(key, Buffer.from(key));
  expect((await archive.list(null, 10)).toSorted()).toEqual(keys.slice(0, 2));
  expect((await standard.list(null, 10)).toSorted()).toEqual(keys.slice(2));
  // As a move would leave it behind: of the default storage, but in the other.
  await archive.write("t/b/original", Buffer.from("old"));
  for (const size of [1, 2, 3, 10]) {
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = await routed.list(after, size);
      seen.push(...page);
      after = page.at(-1) ?? null;
      if (page.length < size) break;
    }
    expect(seen.toSorted()).toEqual(keys);
  }
});

it("copies from one storage to another, over what is there, and says when there is no file", async () => {
  const { archive, routed } = storages;
  await routed.write("t/a/original", Buffer.from("first"));
  for (let time = 0; time < 2; time++) await routed.copy("t/a/original", "t/b.archive/original");
  expect((await buffer(await archive.read("t/b.archive/original"))).toString()).toBe("first");
  await expect(routed.copy("t/none/original", "t/b.archive/original")).rejects.toMatchObject({ reason: "artifact.not_found" });
});

it("deletes a folder where it lies, and one at the top everywhere", async () => {
  const { standard, archive, routed } = storages;
  for (const key of ["t/a.archive/original", "t/a/original", "u/a.archive/original"]) await routed.write(key, Buffer.from("x"));
  await routed.deleteFolder("t/a.archive");
  expect((await routed.list(null, 10)).toSorted()).toEqual(["t/a/original", "u/a.archive/original"]);
  await routed.deleteFolder("u");
  await routed.deleteFolder("t");
  expect([await standard.list(null, 10), await archive.list(null, 10)]).toEqual([[], []]);
});

it("is unavailable, and never without a file, where a key names a storage that is not described any more", async () => {
  await expect(storages.routed.stat("t/a.gone/original")).rejects.toMatchObject({ reason: "storage.unavailable" });
});
