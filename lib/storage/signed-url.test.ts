import { beforeAll, expect, it } from "vitest";
import { isSignatureValid, signStorageUrl } from "@/lib/storage/signed-url";

const key = "tenant/image/board/artifact/original";
const now = Date.UTC(2026, 10, 24, 12, 30);
const queryOf = (url: string) => new URL(url, "http://localhost").searchParams;

beforeAll(() => {
  Object.assign(process.env, { DATABASE_URL: "postgresql://localhost/boards", BOARDS_STORAGE_SIGNING_KEY: "k".repeat(32), BOARDS_LOCAL: "1" });
});

it("opens the file it was made for, until it expires, and is the same within the hour", () => {
  const url = signStorageUrl(key, { filename: "a b", download: true }, now);
  expect(isSignatureValid(key, queryOf(url), now)).toBe(true);
  expect(signStorageUrl(key, { filename: "a b", download: true }, now + 20 * 60_000)).toBe(url);
  expect(isSignatureValid(key, queryOf(url), now + 89 * 60_000)).toBe(true);
  expect(isSignatureValid(key, queryOf(url), now + 91 * 60_000)).toBe(false);
});

it.each([
  ["another file", (query: URLSearchParams) => query, `${key}x`],
  ["a later expiry", (query: URLSearchParams) => (query.set("expires", "9999999999"), query), key],
  ["another name", (query: URLSearchParams) => (query.set("filename", "evil.html"), query), key],
  ["no signature", (query: URLSearchParams) => (query.delete("signature"), query), key],
])("does not open with %s", (_what, change, target) => {
  expect(isSignatureValid(target, change(queryOf(signStorageUrl(key, {}, now))), now)).toBe(false);
});
