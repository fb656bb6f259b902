import { beforeAll, expect, it } from "vitest";
import { forgetEnv } from "@/lib/platform/env";
import { readSignature, sharedAddressesEnd, signStorageUrl } from "@/lib/platform/storage/signed-url";

const key = "tenant/image/board/artifact/original";
const now = Date.UTC(2026, 10, 24, 12, 30);
const opens = (target: string, query: URLSearchParams, at: number) => readSignature(target, query, at) !== null;
const queryOf = (url: string) => new URL(url, "http://localhost").searchParams;

beforeAll(() => {
  Object.assign(process.env, { DATABASE_URL: "postgresql://localhost/boards", BOARDS_STORAGE_SIGNING_KEY: "k".repeat(32), BOARDS_LOCAL: "1" });
});

it("opens the file it was made for, until it expires, and is the same within the hour", () => {
  const url = signStorageUrl(key, { filename: "a b", download: true }, now);
  expect(opens(key, queryOf(url), now)).toBe(true);
  expect(signStorageUrl(key, { filename: "a b", download: true }, now + 20 * 60_000)).toBe(url);
  expect(opens(key, queryOf(url), now + 89 * 60_000)).toBe(true);
  expect(opens(key, queryOf(url), now + 91 * 60_000)).toBe(false);
});

it.each([
  ["another file", {}, `${key}x`],
  ["a later expiry", { expires: "9999999999" }, key],
  ["no signature", { signature: "" }, key],
  ["the word that it is shared", { shared: "true" }, key],
  ["a media type that it was not signed with", { type: "text/html" }, key],
])("does not open with %s", (_what, changes, target) => {
  const query = queryOf(signStorageUrl(key, {}, now));
  for (const [name, value] of Object.entries(changes)) query.set(name, value);
  expect(opens(target, query, now)).toBe(false);
});

it("says the media type that it was signed with, and opens with no other", () => {
  const query = queryOf(signStorageUrl(key, { mimeType: "image/png" }, now));
  expect(readSignature(key, query, now)?.mimeType).toBe("image/png");
  for (const type of ["image/svg+xml", "text/html", ""]) {
    query.set("type", type);
    expect(opens(key, query, now)).toBe(false);
  }
  query.delete("type");
  expect(opens(key, query, now)).toBe(false);
});

it("names the installation by its setting, and takes what the original's clients add", () => {
  process.env.BOARDS_FRONTEND_BASE_URL = "https://boards.example/";
  forgetEnv();
  const url = new URL(signStorageUrl(key, {}, now));
  expect(url.origin).toBe("https://boards.example");
  url.searchParams.set("download", "true");
  url.searchParams.set("filename", "gen-1");
  expect(opens(key, url.searchParams, now)).toBe(true);
});

it("gives shared addresses one to five minutes, whenever they are made, and the same one for four", () => {
  const seconds = Array.from({ length: 1200 }, (_, second) => now + second * 1000 + 1);
  const ends = seconds.map((at) => sharedAddressesEnd(at).getTime());
  for (const [index, at] of seconds.entries()) {
    expect((ends[index] ?? 0) - at).toBeGreaterThanOrEqual(59_999);
    expect((ends[index] ?? 0) - at).toBeLessThanOrEqual(300_000);
  }
  expect(new Set(ends).size).toBeLessThanOrEqual(6);
  const sharedUntil = sharedAddressesEnd(now);
  const query = queryOf(signStorageUrl(key, { sharedUntil }, now));
  expect(readSignature(key, query, sharedUntil.getTime() - 1500)).toEqual({ isShared: true, secondsLeft: 1, mimeType: null });
  expect(readSignature(key, query, sharedUntil.getTime())).toBeNull();
  query.delete("shared");
  expect(readSignature(key, query, now)).toBeNull();
});
