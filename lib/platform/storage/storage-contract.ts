import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import type { Storage } from "@/lib/platform/storage/storage";

/** What every storage driver must do. */
export function describeStorage(name: string, open: () => Promise<Storage>) {
  describe(name, () => {
    it("gives back what was written, whole and in parts, with its size and hash", async () => {
      const storage = await open();
      const written = await storage.write("t/image/b/a/original", Readable.from([Buffer.from("hello "), Buffer.from("world")]));
      expect(written).toEqual({ sizeBytes: 11, contentHash: "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9" });
      expect((await buffer(await storage.read("t/image/b/a/original"))).toString()).toBe("hello world");
      expect((await buffer(await storage.read("t/image/b/a/original", { start: 6, end: 8 }))).toString()).toBe("wor");
      const copy = join(await mkdtemp(join(tmpdir(), "boards-copy-")), "file");
      await storage.copyToFile("t/image/b/a/original", copy);
      expect(await readFile(copy, "utf8")).toBe("hello world");
      expect(await storage.stat("t/image/b/a/original")).toMatchObject({ sizeBytes: 11 });
    });

    it("leaves nothing of a write that broke off, and what was there before stays", async () => {
      const storage = await open();
      await storage.write("t/image/b/a/original", Buffer.from("first"));
      const broken = Readable.from(
        (async function* () {
          yield Buffer.from("half");
          throw new Error("connection lost");
        })(),
      );
      await expect(storage.write("t/image/b/a/original", broken)).rejects.toThrow("connection lost");
      expect((await buffer(await storage.read("t/image/b/a/original"))).toString()).toBe("first");
    });

    it("copies a file to another key, over what is there, and says when there is none", async () => {
      const storage = await open();
      await storage.write("t/image/b/a/original", Buffer.from("first"));
      for (let time = 0; time < 2; time++) await storage.copy("t/image/b/a/original", "t/image/c/d/original");
      await storage.deleteFolder("t/image/b");
      expect((await buffer(await storage.read("t/image/c/d/original"))).toString()).toBe("first");
      await expect(storage.copy("t/image/b/a/original", "t/image/c/d/original")).rejects.toMatchObject({ reason: "artifact.not_found" });
      expect((await storage.list(null, 10)).toSorted()).toEqual(["t/image/c/d/original"]);
    });

    it("deletes a folder with all it holds, and nothing beside it", async () => {
      const storage = await open();
      for (const key of ["t/a/original", "t/a/thumb-320.webp", "t/ab/original"]) await storage.write(key, Buffer.from("x"));
      await storage.deleteFolder("t/a");
      await storage.deleteFolder("t/a");
      expect(await storage.stat("t/a/thumb-320.webp")).toBeNull();
      expect(await storage.stat("t/ab/original")).not.toBeNull();
      await expect(storage.read("t/a/original")).rejects.toMatchObject({ reason: "artifact.not_found" });
    });

    it("lists every key in pages, each once, also while files come and go", async () => {
      const storage = await open();
      const keys = ["t/a/original", "t/a/thumb-320.webp", "t/a-b/original", "t/ab/c/original", "u/original"];
      for (const key of keys) await storage.write(key, Buffer.from("x"));
      expect(await storage.list(null, 100)).toHaveLength(5);
      const seen: string[] = [];
      for (let after: string | null = null; ; ) {
        const page = await storage.list(after, 2);
        seen.push(...page);
        // What the last page ended with may be gone.
        if (page.includes("t/a/thumb-320.webp")) await storage.deleteFolder("t/a");
        after = page.at(-1) ?? null;
        if (page.length < 2) break;
      }
      expect(seen.toSorted()).toEqual(keys.toSorted());
    });

    it("deletes what broken writes left, and no file", async () => {
      const storage = await open();
      await storage.write("t/a/original", Buffer.from("x"));
      await storage.deletePartialWrites(new Date(Date.now() + 60_000));
      expect(await storage.list(null, 10)).toEqual(["t/a/original"]);
    });

    it.each(["../secret", "/etc/passwd", "a//b", "a/./b", "a/../../b", "a\\b", "a/b\0", ""])("refuses the key %j", async (key) => {
      const storage = await open();
      await expect(storage.write(key, Buffer.from("x"))).rejects.toMatchObject({ reason: "storage.invalid_key" });
      await expect(storage.read(key)).rejects.toMatchObject({ reason: "storage.invalid_key" });
    });

    it("checks itself and leaves nothing", async () => {
      await expect((await open()).check()).resolves.toBeUndefined();
    });
  });
}
