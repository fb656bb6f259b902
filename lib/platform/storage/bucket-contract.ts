import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import type { Storage } from "@/lib/platform/storage/storage";

const unavailable = { reason: "storage.unavailable" };

/** The contents of a simulated bucket, for what a storage alone cannot tell. */
interface BucketContents {
  objects: Map<string, { body: Buffer; etag: string; modifiedAt: Date }>;
  partials: Map<string, unknown>;
}

interface Bucket {
  contents: () => BucketContents;
  /** Opens it anew, as after a restart. */
  open: () => Storage;
  /** More than one request takes. */
  large: Buffer;
  /** The storage where the bucket, or the way to it, is not as it should be. */
  troubles: Record<string, () => Storage>;
}

/** What the contract of a storage means for one in a bucket elsewhere, beside `describeStorage`. */
export function describeBucket({ contents, open, large, troubles }: Bucket): void {
  it("keeps nothing of a long write that breaks off", async () => {
    const broken = Readable.from(
      (async function* () {
        yield large;
        throw new Error("connection lost");
      })(),
    );
    await expect(open().write("t/a/original", broken)).rejects.toThrow("connection lost");
    expect([contents().objects.size, contents().partials.size]).toEqual([0, 0]);
  });

  it("deletes and lists more than one page holds, and goes on with a list after a restart", async () => {
    const keys = Array.from({ length: 1203 }, (_, index) => `t/a/${String(index).padStart(5, "0")}`);
    for (const key of keys) contents().objects.set(key, { body: Buffer.from("x"), etag: '"x"', modifiedAt: new Date() });
    expect(await open().list(null, 1100)).toEqual(keys.slice(0, 1100));
    expect(await open().list(keys[1099] ?? "", 50)).toEqual(keys.slice(1100, 1150));
    await open().deleteFolder("t/a");
    expect(contents().objects.size).toBe(0);
  });

  it.each([
    ["in one piece", () => Buffer.alloc(0)],
    ["by a stream", () => Readable.from([])],
  ])("gives nothing of a range behind the end, as of an empty file that was written %s", async (_how, empty) => {
    await open().write("t/a/original", empty());
    expect((await buffer(await open().read("t/a/original", { start: 0, end: 9 }))).length).toBe(0);
  });

  describe("is unavailable, and never without a file,", () => {
    it.each(Object.entries(troubles))("where %s", async (_where, openThere) => {
      const storage = openThere();
      await Promise.all([
        expect(storage.stat("t/a/original")).rejects.toMatchObject(unavailable),
        expect(storage.read("t/a/original")).rejects.toMatchObject(unavailable),
        expect(storage.list(null, 10)).rejects.toMatchObject(unavailable),
        expect(storage.write("t/a/original", Buffer.from("x"))).rejects.toMatchObject(unavailable),
        expect(storage.check()).rejects.toMatchObject(unavailable),
      ]);
    });
  });
}
