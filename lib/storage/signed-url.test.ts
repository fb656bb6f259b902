import { beforeAll, expect, it } from "vitest";
import { forgetEnv } from "@/lib/env";
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
  ["another file", {}, `${key}x`],
  ["a later expiry", { expires: "9999999999" }, key],
  ["no signature", { signature: "" }, key],
])("does not open with %s", (_what, changes, target) => {
  const query = queryOf(signStorageUrl(key, {}, now));
  for (const [name, value] of Object.entries(changes)) query.set(name, value);
  expect(isSignatureValid(target, query, now)).toBe(false);
});

it("names the installation by its setting, and takes what the original's clients add", () => {
  process.env.BOARDS_FRONTEND_BASE_URL = "https://boards.example/";
  forgetEnv();
  const url = new URL(signStorageUrl(key, {}, now));
  expect(url.origin).toBe("https://boards.example");
  url.searchParams.set("download", "true");
  url.searchParams.set("filename", "gen-1");
  expect(isSignatureValid(key, url.searchParams, now)).toBe(true);
});
