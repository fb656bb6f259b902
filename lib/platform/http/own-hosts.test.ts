import { afterEach, describe, expect, it } from "vitest";
import { forgetEnv } from "@/lib/platform/env";
import { assertOwnHost, isOwnOrigin } from "@/lib/platform/http/own-hosts";

const before = { ...process.env };
function settings(given: Record<string, string>) {
  process.env = { ...before, DATABASE_URL: "postgresql://localhost/boards", BOARDS_STORAGE_SIGNING_KEY: "k".repeat(32), ...given };
  forgetEnv();
}
afterEach(() => {
  process.env = before;
  forgetEnv();
});

const refusal = (host: string, origin?: string) => {
  try {
    assertOwnHost(new Request("http://localhost:3000/", { headers: { host, ...(origin ? { origin } : {}) } }));
    return null;
  } catch (error) {
    return (error as { reason: string }).reason;
  }
};

describe("a local installation", () => {
  it.each([
    ["localhost:3000", undefined, null],
    ["LOCALHOST", undefined, null],
    ["127.0.0.1:3000", "http://127.0.0.1:3000", null],
    ["[::1]:3000", "http://[::1]:3000", null],
    ["evil.example:3000", undefined, "auth.foreign_host"],
    ["127.0.0.1.evil.example", undefined, "auth.foreign_host"],
    ["boards.example", undefined, "auth.foreign_host"],
    ["", undefined, "auth.foreign_host"],
    ["localhost:3000", "http://evil.example", "auth.foreign_origin"],
    ["localhost:3000", "http://localhost:4000", "auth.foreign_origin"],
    ["localhost:3000", "null", "auth.foreign_origin"],
  ])("asked for %j by %s says %s", (host, origin, reason) => {
    settings({ BOARDS_LOCAL: "1", BOARDS_FRONTEND_BASE_URL: "https://boards.example", BOARDS_ALLOWED_HOSTS: "boards.example" });
    expect(refusal(host, origin)).toBe(reason);
  });
});

it("a local installation takes requests from the pages that the settings list", () => {
  settings({ BOARDS_LOCAL: "1", BOARDS_CORS_ORIGINS: "http://localhost:4000" });
  expect(refusal("localhost:3000", "http://localhost:4000")).toBeNull();
  expect(refusal("localhost:3000", "http://localhost:4001")).toBe("auth.foreign_origin");
  expect(refusal("evil.example", "http://localhost:4000")).toBe("auth.foreign_host");
});

describe("a server for others", () => {
  it.each([
    ["boards.example", null],
    ["Boards.Example:443", null],
    ["proxy.internal:8080", null],
    ["[fd00::1]", null],
    ["engine.example", null],
    ["hooks.example", null],
    ["boards.example.evil.example", "auth.foreign_host"],
    ["evil.example", "auth.foreign_host"],
    ["127.0.0.1:3000", "auth.foreign_host"],
    ["localhost", "auth.foreign_host"],
  ])("asked for %s says %s", (host, reason) => {
    settings({
      BOARDS_FRONTEND_BASE_URL: "https://boards.example/",
      BOARDS_ALLOWED_HOSTS: "proxy.internal:8080,[fd00::1]",
      INNGEST_SERVE_ORIGIN: "http://engine.example:3000",
      BOARDS_WEBHOOK_BASE_URL: "https://hooks.example",
    });
    expect(refusal(host)).toBe(reason);
  });

  it("answers under every name of this machine while its address is one of them", () => {
    settings({ BOARDS_FRONTEND_BASE_URL: "http://127.0.0.1:3000" });
    expect([refusal("localhost:3000"), refusal("[::1]:3000"), refusal("evil.example")]).toEqual([null, null, "auth.foreign_host"]);
  });

  it("knows the addresses that Vercel gives a deployment, and goes by the one that people use", async () => {
    settings({
      ...{ VERCEL_ENV: "production", VERCEL_PROJECT_PRODUCTION_URL: "boards.vercel.app", VERCEL_URL: "boards-1a2b.vercel.app" },
      ...{ INNGEST_EVENT_KEY: "events", INNGEST_SIGNING_KEY: "signs" },
      ...{ BOARDS_STORAGE_DEFAULT_PROVIDER: "s3", BOARDS_STORAGE_S3_BUCKET: "boards" },
    });
    expect([refusal("boards.vercel.app"), refusal("boards-1a2b.vercel.app"), refusal("other.vercel.app")]).toEqual([null, null, "auth.foreign_host"]);
    const { env } = await import("@/lib/platform/env");
    expect([env().baseUrl, env().inngestServeOrigin]).toEqual(["https://boards.vercel.app", "https://boards.vercel.app"]);
  });

  it.each([
    ["https://boards.example", "boards.example", true],
    ["https://boards.example", "proxy.internal", true],
    ["http://proxy.internal", "proxy.internal", true],
    ["https://evil.example", "boards.example", false],
    ["https://evil.example", "evil.example", false],
    ["null", "boards.example", false],
  ])("takes a page at %s that asks for %s as its own: %s", (origin, host, isOwn) => {
    settings({ BOARDS_FRONTEND_BASE_URL: "https://boards.example", BOARDS_ALLOWED_HOSTS: "proxy.internal" });
    expect(isOwnOrigin(origin, host)).toBe(isOwn);
  });
});
