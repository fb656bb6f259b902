import { PassThrough, Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { arrivingBytes } from "@/lib/generations/artifacts/arriving-bytes";
import { BoardsError } from "@/lib/platform/errors";

const incomplete = (cause?: unknown) => new BoardsError("archive.invalid", { cause });
const arriving = (bytes: Readable, sizeBytes: number | null = null) => arrivingBytes(bytes, { sizeBytes, incomplete });
const refused = { reason: "archive.invalid" };

describe("bytes that arrive", () => {
  it("are the same when they are whole", async () => {
    expect((await buffer(arriving(Readable.from([Buffer.from("ab"), Buffer.from("c")]), 3))).toString()).toBe("abc");
  });

  it.each([
    ["fall short", "ab"],
    ["go on for too long", "abcd"],
  ])("fail when they %s", async (_how, text) => {
    await expect(buffer(arriving(Readable.from([Buffer.from(text)]), 3))).rejects.toMatchObject(refused);
  });

  it.each([
    ["breaks off", (source: Readable, error: Error) => void source.destroy(error)],
    ["only tells of its error", (source: Readable, error: Error) => void source.emit("error", error)],
  ])("fail for whoever reads them after their source %s, and end no process", async (_how, fail) => {
    const source = new PassThrough();
    const bytes = arriving(source, 3);
    const error = new Error("too many bytes");
    fail(source, error);
    await delay(1);
    await expect(buffer(bytes)).rejects.toMatchObject({ ...refused, cause: error });
  });

  it("are closed with their stream, also where nothing was read of them", async () => {
    const source = new PassThrough();
    arriving(source).destroy();
    await expect.poll(() => source.destroyed).toBe(true);
  });
});
