import { describe, expect, it } from "vitest";
import { parseEnv } from "@/lib/env";

const usable = {
  DATABASE_URL: "postgresql://localhost/boards",
  BOARDS_STORAGE_SIGNING_KEY: "k".repeat(32),
  NODE_ENV: "production",
  BOARDS_LOCAL: "1",
};

describe("parseEnv", () => {
  it("reads a usable configuration with its defaults", () => {
    expect(parseEnv(usable)).toMatchObject({ isLocal: true, maxUploadSizeBytes: 104_857_600, tenantSlug: "default", logLevel: "info" });
  });

  it("lists every wrong variable by name, without its value", () => {
    const wrong = { ...usable, BOARDS_MAX_UPLOAD_SIZE: "plenty", DATABASE_URL: "mysql://user:hunter2@host/db" };
    expect(() => parseEnv(wrong)).toThrow(/DATABASE_URL: must be a postgresql:\/\/ address[\s\S]*BOARDS_MAX_UPLOAD_SIZE/);
    expect(() => parseEnv(wrong)).not.toThrow(/hunter2/);
  });

  it("refuses to serve others without authentication", () => {
    expect(() => parseEnv({ ...usable, BOARDS_LOCAL: "0" })).toThrow(/BOARDS_AUTH_PROVIDER is `none`/);
    expect(() => parseEnv({ ...usable, BOARDS_LOCAL: "0", BOARDS_AUTH_PROVIDER: "jwt" })).toThrow(/BOARDS_JWT_SECRET is missing/);
    expect(parseEnv({ ...usable, BOARDS_LOCAL: "0", BOARDS_AUTH_PROVIDER: "jwt", BOARDS_JWT_SECRET: "s".repeat(32) }).authProvider).toBe("jwt");
  });
});
