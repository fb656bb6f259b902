import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseEnv } from "@/lib/platform/env";
import { variables } from "@/lib/platform/env-variables";
import { unreadVariables } from "@/lib/platform/unread-variables";

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
    expect(() => parseEnv(wrong)).toThrow(/DATABASE_URL: must be a postgresql:\/\/ URL[\s\S]*BOARDS_MAX_UPLOAD_SIZE/);
    expect(() => parseEnv(wrong)).not.toThrow(/hunter2/);
  });

  it("says what object storage is missing", () => {
    const s3 = { ...usable, BOARDS_STORAGE_DEFAULT_PROVIDER: "s3", BOARDS_STORAGE_S3_ENDPOINT_URL: "https://files.example/" };
    expect(() => parseEnv(s3)).toThrow(/\n {2}BOARDS_STORAGE_S3_BUCKET is missing/);
    const bucket = { ...s3, BOARDS_STORAGE_S3_BUCKET: "boards" };
    expect(() => parseEnv({ ...bucket, BOARDS_AWS_ACCESS_KEY_ID: "key" })).toThrow(/BOARDS_AWS_SECRET_ACCESS_KEY belong together/);
    expect(parseEnv(bucket).s3).toMatchObject({ bucket: "boards", endpoint: "https://files.example", isPathStyle: true });
    expect(parseEnv({ ...bucket, BOARDS_STORAGE_S3_ENDPOINT_URL: "" }).s3.isPathStyle).toBe(false);
  });

  it("says what Google Cloud Storage lacks, and tells nothing of its key", () => {
    const gcs = { ...usable, BOARDS_STORAGE_DEFAULT_PROVIDER: "gcs" };
    expect(() => parseEnv(gcs)).toThrow(/\n {2}BOARDS_STORAGE_GCS_BUCKET is missing/);
    const key = { client_email: "boards@example", private_key: "hunter2" };
    const bucket = { ...gcs, BOARDS_STORAGE_GCS_BUCKET: "boards", BOARDS_STORAGE_GCS_CREDENTIALS: JSON.stringify(key) };
    expect(parseEnv(bucket).gcs).toMatchObject({ bucket: "boards", credentials: key });
    const half = { ...bucket, BOARDS_STORAGE_GCS_CREDENTIALS: '{"private_key":"hunter2"}' };
    expect(() => parseEnv(half)).toThrow(/BOARDS_STORAGE_GCS_CREDENTIALS: must be the JSON of a service account's key/);
    expect(() => parseEnv(half)).not.toThrow(/hunter2/);
  });

  it("says what Vercel Blob lacks", () => {
    const blob = { ...usable, BOARDS_STORAGE_DEFAULT_PROVIDER: "vercel-blob" };
    expect(() => parseEnv(blob)).toThrow(/\n {2}BLOB_READ_WRITE_TOKEN is missing/);
    expect(parseEnv({ ...blob, BLOB_READ_WRITE_TOKEN: "token" }).vercelBlob.token).toBe("token");
    expect(parseEnv({ ...blob, BLOB_STORE_ID: "store" }).storageProvider).toBe("vercel-blob");
  });

  it("says what Vercel lacks", () => {
    const onVercel = { ...usable, VERCEL_ENV: "preview" };
    expect(() => parseEnv(onVercel)).toThrow(
      /\n {2}INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY are missing[\s\S]*must be `s3`, `gcs` or `vercel-blob` on Vercel/,
    );
    const keys = { INNGEST_EVENT_KEY: "events", INNGEST_SIGNING_KEY: "signs" };
    const bucket = { BOARDS_STORAGE_DEFAULT_PROVIDER: "s3", BOARDS_STORAGE_S3_BUCKET: "boards" };
    expect(parseEnv({ ...onVercel, ...keys, ...bucket, BOARDS_PREVIEWS: "1" }).isOnVercel).toBe(true);
    expect(() => parseEnv({ ...onVercel, ...keys, ...bucket })).toThrow(
      /\n {2}BOARDS_PREVIEWS is not set, so that previews leave the database alone/,
    );
    expect(parseEnv({ ...usable, ...keys, ...bucket, VERCEL_ENV: "production" }).isOnVercel).toBe(true);
    expect(parseEnv({ ...usable, VERCEL_ENV: "development" }).isOnVercel).toBe(false);
  });

  it("is content on Vercel with what the deploy button asks for", () => {
    const guide = readFileSync(join(import.meta.dirname, "README.md"), "utf8");
    const button = new URL(/https:\/\/vercel\.com\/new\/clone\?[^)]+/.exec(guide)?.[0] ?? "");
    const given: Record<string, string> = {
      ...JSON.parse(button.searchParams.get("envDefaults") ?? "{}"),
      DATABASE_URL: "postgresql://db-pooler.example/boards",
      DATABASE_DIRECT_URL: "postgresql://db.example/boards",
    };
    const asked = (button.searchParams.get("env") ?? "").split(",");
    const set = Object.fromEntries(asked.map((name) => [name, given[name] ?? "x".repeat(32)]));
    const vercel = { NODE_ENV: "production", VERCEL_ENV: "production", VERCEL_PROJECT_PRODUCTION_URL: "boards.example" };
    expect(parseEnv({ ...set, ...vercel })).toMatchObject({ isOnVercel: true, baseUrl: "https://boards.example" });
    expect(unreadVariables(set)).toEqual([]);
    // But for these, nothing that it asks for could be left out.
    const optional = [
      "BOARDS_SETUP_TOKEN",
      "BOARDS_ENCRYPTION_KEYS",
      "BOARDS_STORAGE_S3_REGION",
      "BOARDS_AWS_ACCESS_KEY_ID",
      "BOARDS_AWS_SECRET_ACCESS_KEY",
    ];
    for (const name of asked.filter((each) => !optional.includes(each)))
      expect(() => parseEnv({ ...set, ...vercel, [name]: undefined }), name).toThrow(/Invalid configuration/);
  });

  it.each(["postgresql://user@ep-x-pooler.eu.neon.tech/db", "postgresql://user@host:6543/postgres", "postgresql://user@host/db?pgbouncer=true"])(
    "wants the direct address of a database behind %s, and gives statements no names there",
    (DATABASE_URL) => {
      expect(() => parseEnv({ ...usable, DATABASE_URL })).toThrow(/\n {2}DATABASE_DIRECT_URL is missing\. DATABASE_URL is a transaction pooler/);
      const direct = { ...usable, DATABASE_URL, DATABASE_DIRECT_URL: "postgresql://user@host/db" };
      expect(parseEnv(direct)).toMatchObject({
        databaseUrl: DATABASE_URL,
        directDatabaseUrl: direct.DATABASE_DIRECT_URL,
        isPreparingStatements: false,
      });
      expect(parseEnv({ ...direct, BOARDS_DATABASE_PREPARED_STATEMENTS: "1" }).isPreparingStatements).toBe(true);
      expect(parseEnv(usable)).toMatchObject({ directDatabaseUrl: usable.DATABASE_URL, isPreparingStatements: true });
    },
  );

  it("refuses to serve others without authentication", () => {
    expect(() => parseEnv({ ...usable, BOARDS_LOCAL: "0" })).toThrow(/BOARDS_AUTH_PROVIDER is `none`/);
    expect(() => parseEnv({ ...usable, BOARDS_LOCAL: "0", BOARDS_AUTH_PROVIDER: "jwt" })).toThrow(/BOARDS_JWT_SECRET is missing/);
    const jwt = { ...usable, BOARDS_LOCAL: "0", BOARDS_AUTH_PROVIDER: "jwt", BOARDS_JWT_SECRET: "s".repeat(32) };
    expect(() => parseEnv(jwt)).toThrow(/BOARDS_FRONTEND_BASE_URL is missing/);
    expect(parseEnv({ ...jwt, BOARDS_FRONTEND_BASE_URL: "https://boards.example" }).authProvider).toBe("jwt");
  });

  it.each([
    ['["https://a.example","https://b.example"]', ["https://a.example", "https://b.example"]],
    ["https://a.example, https://b.example", ["https://a.example", "https://b.example"]],
  ])("reads the list %s", (BOARDS_CORS_ORIGINS, corsOrigins) => {
    expect(parseEnv({ ...usable, BOARDS_CORS_ORIGINS }).corsOrigins).toEqual(corsOrigins);
  });

  it.each([
    ["BOARDS_CORS_ORIGINS", "[not json"],
    ["BOARDS_AUTH_CONFIG", "{"],
    ["BOARDS_AUTH_CONFIG", "[1]"],
    ["BOARDS_ALLOWED_HOSTS", "https://boards.example"],
    ["BOARDS_MULTI_TENANT_MODE", "perhaps"],
    ["BOARDS_DEFAULT_TENANT_SLUG", "Not A Slug"],
    ["BOARDS_DATABASE_POOL_SIZE", "0"],
    ["BOARDS_ENCRYPTION_KEYS", "a-key-that-is-long-enough,too-short"],
    ["DATABASE_DIRECT_URL", "postgresql://user@ep-x-pooler.eu.neon.tech/db"],
  ])("names %s when it is %s", (name, value) => {
    expect(() => parseEnv({ ...usable, [name]: value })).toThrow(new RegExp(`\\n  ${name}: `));
  });

  it("honours the original's names", () => {
    const given = {
      BOARDS_DEBUG: "true",
      BOARDS_TENANT_SLUG: "acme",
      BOARDS_DATABASE_MAX_OVERFLOW: "20",
      BOARDS_ALLOWED_UPLOAD_EXTENSIONS: '[".PNG","jpg"]',
    };
    expect(parseEnv({ ...usable, ...given })).toMatchObject({
      logLevel: "debug",
      tenantSlug: "acme",
      databasePoolSize: 30,
      allowedUploadExtensions: [".png", ".jpg"],
    });
  });
});

describe("variables that nothing reads", () => {
  it("are named, with their successor where there is one", () => {
    expect(
      unreadVariables({ BOARDS_REDIS_URL: "x", BOARDS_MAX_UPLOAD_SIZES: "1", BOARDS_LOG_LEVEL: "info", PATH: "/bin", BOARDS_EMPTY: "" }),
    ).toEqual([
      expect.stringContaining("BOARDS_REDIS_URL has no effect: Inngest is the queue"),
      "BOARDS_MAX_UPLOAD_SIZES is not a setting of Boards. See .env.example for the list.",
    ]);
  });

  it("and those that are read, are all in .env.example", () => {
    const example = readFileSync(join(import.meta.dirname, "../../.env.example"), "utf8");
    const read = Object.keys(variables).filter((name) => /^(BOARDS|OIDC|AUTH0|INNGEST|SQL|DATABASE)_/.test(name));
    expect(read.length).toBeGreaterThan(50);
    const missing = read.filter((name) => !new RegExp(`\\b${name}\\b`).test(example));
    expect(missing).toEqual([]);
  });
});
