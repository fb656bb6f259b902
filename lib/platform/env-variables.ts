import { createPrivateKey } from "node:crypto";
import * as z from "zod";

const flag = z.stringbool().default(false);
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgresql:// URL" });
/** Whether an address is known to be a transaction pooler's: by Prisma's mark, Neon's name or Supabase's port. */
export const isPoolerUrl = (url: string) => /[?&]pgbouncer=true|-pooler\.|:6543\//.test(url);
const webAddress = z.url({ protocol: /^https?$/, error: "must be an http(s) URL" });
const host = z.string().regex(/^([\w.-]+|\[[0-9a-f:.]+\])(:\d+)?$/i, "must be a host such as boards.example.com");
/** What a browser sends as `Origin`: no path, no slash at its end. */
const isOrigin = (text: string) => webAddress.safeParse(text).success && new URL(text).origin === text;
const slug = z.string().regex(/^[a-z0-9-]{1,50}$/, "must be 1 to 50 lowercase letters, digits and hyphens");

/** A list as JSON (`["a","b"]`) or separated by commas. */
const list = z.string().transform((text, context) => {
  if (!text.trim().startsWith("["))
    return text
      .split(",")
      .map((each) => each.trim())
      .filter(Boolean);
  try {
    return z.array(z.string()).parse(JSON.parse(text));
  } catch {
    context.addIssue({ code: "custom", message: "must be a JSON list of strings or a comma-separated list" });
    return z.NEVER;
  }
});

const jsonObject = z.string().transform((text, context) => {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    context.addIssue({ code: "custom", message: 'must be a JSON object such as {"issuer":"https://…"}' });
    return z.NEVER;
  }
});

/** The key of a Google service account, as its JSON file holds it. */
const googleKey = jsonObject.transform((key, context) => {
  const found = z.object({ client_email: z.string().min(1), private_key: z.string().min(1) }).safeParse(key);
  if (found.success) return found.data;
  context.addIssue({ code: "custom", message: "must be the JSON of a service account's key, with client_email and private_key" });
  return z.NEVER;
});

/** A private key as PEM; where a setting takes one line, with `\\n` for its ends of lines. */
export const privateKey = z.string().transform((text, context) => {
  const pem = text.replaceAll("\\n", "\n");
  try {
    if (["ec", "rsa"].includes(createPrivateKey(pem).asymmetricKeyType ?? "")) return pem;
  } catch {}
  context.addIssue({ code: "custom", message: "must be an ECDSA P-256 or RSA 2048 private key in PEM" });
  return z.NEVER;
});

/** Where files can lie. */
const storageProviders = ["local", "s3", "gcs", "vercel-blob"] as const;
export type StorageProvider = (typeof storageProviders)[number];

/** What each variable that the server reads may be. */
export const variables = {
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  DATABASE_URL: postgresUrl.optional(),
  BOARDS_DATABASE_URL: postgresUrl.optional(),
  DATABASE_DIRECT_URL: postgresUrl
    .refine((url) => !isPoolerUrl(url), "is a transaction pooler. Use the database's own URL (on Neon: without `-pooler`)")
    .optional(),
  BOARDS_DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(500).default(10),
  BOARDS_DATABASE_MAX_OVERFLOW: z.coerce.number().int().min(0).max(500).default(0),
  BOARDS_DATABASE_PREPARED_STATEMENTS: z.stringbool().optional(),
  SQL_ECHO: flag,
  BOARDS_SQL_ECHO: flag,
  BOARDS_LOG_LEVEL: z
    .string()
    .toLowerCase()
    .pipe(z.enum(["trace", "debug", "info", "warning", "warn", "error", "fatal", "silent"]))
    .optional(),
  /** Of the lines that `npm start` prints. */
  BOARDS_LOG_FORMAT: z
    .string()
    .toLowerCase()
    .pipe(z.enum(["pretty", "json"]))
    .optional(),
  BOARDS_DEBUG: flag,
  BOARDS_GOOGLE_LOGGING_COMPAT: flag,
  BOARDS_ENVIRONMENT: z.string().optional(),
  BOARDS_LOCAL: flag,
  BOARDS_AUTH_PROVIDER: z.enum(["none", "password", "jwt", "supabase", "clerk", "auth0", "oidc"]).default("none"),
  BOARDS_AUTH_CONFIG: jsonObject.default({}),
  BOARDS_SESSION_SECRET: z.string().min(32, "must be at least 32 characters").optional(),
  BOARDS_JWT_SECRET: z.string().min(32, "must be at least 32 characters").optional(),
  BOARDS_JWT_ALGORITHM: z.enum(["HS256", "HS384", "HS512"]).default("HS256"),
  BOARDS_JWT_TENANT_CLAIM: z.string().min(1).optional(),
  BOARDS_SUPABASE_URL: z.url().optional(),
  AUTH0_DOMAIN: z.string().optional(),
  AUTH0_AUDIENCE: z.string().optional(),
  AUTH0_CLIENT_ID: z.string().optional(),
  AUTH0_CLIENT_SECRET: z.string().optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_AUDIENCE: z.string().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_JWKS_URL: z.url().optional(),
  BOARDS_MULTI_TENANT_MODE: flag,
  BOARDS_TENANT_NAME: z.string().min(1).max(255).default("Default Tenant"),
  BOARDS_TENANT_SLUG: slug.optional(),
  BOARDS_DEFAULT_TENANT_SLUG: slug.optional(),
  BOARDS_SETUP_TOKEN: z.string().trim().min(16, "must be at least 16 characters").optional(),
  BOARDS_TENANT_REGISTRATION_REQUIRES_APPROVAL: flag,
  BOARDS_TENANT_REGISTRATION_ALLOWED_DOMAINS: list.optional(),
  BOARDS_MAX_TENANTS_PER_USER: z.coerce.number().int().min(1).default(5),
  BOARDS_FRONTEND_BASE_URL: webAddress.optional(),
  BOARDS_ALLOWED_HOSTS: list
    .refine((hosts) => hosts.every((each) => host.safeParse(each).success), "must be hosts such as boards.example.com")
    .default([]),
  BOARDS_CORS_ORIGINS: list.refine((origins) => origins.every(isOrigin), "must be origins such as https://studio.example.com").default([]),
  BOARDS_TRUST_PROXY: flag,
  BOARDS_GRAPHQL_INTROSPECTION: z.stringbool().optional(),
  BOARDS_GRAPHIQL: z.stringbool().optional(),
  BOARDS_GRAPHQL_MAX_DEPTH: z.coerce.number().int().min(3).default(16),
  BOARDS_GRAPHQL_MAX_ALIASES: z.coerce.number().int().min(1).default(30),
  BOARDS_GRAPHQL_MAX_COST: z.coerce.number().int().min(100).default(250_000),
  BOARDS_GRAPHQL_MAX_ANSWER: z.coerce.number().int().min(100).default(50_000),
  BOARDS_GRAPHQL_MAX_BODY_SIZE: z.coerce.number().int().min(10_000).default(1_048_576),
  BOARDS_GRAPHQL_PERSISTED_QUERIES: z.enum(["off", "automatic"]).default("automatic"),
  BOARDS_RATE_LIMITS: jsonObject.default({}),
  BOARDS_RATE_LIMIT_STORE: z.enum(["memory", "postgres"]).optional(),
  BOARDS_TRASH_DAYS: z.coerce.number().int().min(1).max(3650).default(30),
  BOARDS_JOURNAL_DAYS: z.coerce.number().int().min(0).max(36_500).default(30),
  BOARDS_AUDIT_DAYS: z.coerce.number().int().min(0).max(36_500).default(365),
  BOARDS_OUTBOX_DAYS: z.coerce.number().int().min(1).max(36_500).default(1),
  BOARDS_BULK_JOB_DAYS: z.coerce.number().int().min(1).max(36_500).default(30),
  BOARDS_ARCHIVE_DAYS: z.coerce.number().int().min(1).max(365).default(7),
  BOARDS_MAX_ARCHIVE_SIZE: z.coerce.number().int().min(1).default(21_474_836_480),
  BOARDS_STORAGE_DEFAULT_PROVIDER: z.enum(storageProviders).default("local"),
  BOARDS_STORAGE_CONFIG_PATH: z.string().min(1).optional(),
  BOARDS_STORAGE_S3_BUCKET: z.string().min(1).optional(),
  BOARDS_STORAGE_S3_REGION: z.string().min(1).default("us-west-2"),
  BOARDS_STORAGE_S3_ENDPOINT_URL: webAddress.optional(),
  BOARDS_STORAGE_PUBLIC_URL: webAddress.optional(),
  BOARDS_STORAGE_S3_PATH_STYLE: z.stringbool().optional(),
  BOARDS_STORAGE_CLOUDFRONT_KEY_PAIR_ID: z.string().min(1).optional(),
  BOARDS_STORAGE_CLOUDFRONT_PRIVATE_KEY: privateKey.optional(),
  BOARDS_STORAGE_GCS_BUCKET: z.string().min(1).optional(),
  BOARDS_STORAGE_GCS_CREDENTIALS: googleKey.optional(),
  BOARDS_STORAGE_GCS_ENDPOINT_URL: webAddress.optional(),
  BLOB_READ_WRITE_TOKEN: z.string().min(1).optional(),
  BLOB_STORE_ID: z.string().min(1).optional(),
  VERCEL_BLOB_API_URL: webAddress.optional(),
  BOARDS_AWS_ACCESS_KEY_ID: z.string().optional(),
  BOARDS_AWS_SECRET_ACCESS_KEY: z.string().optional(),
  BOARDS_STORAGE_LOCAL_BASE_PATH: z.string().min(1).default(".boards/storage"),
  BOARDS_STORAGE_SIGNING_KEY: z.string().min(32, "must be at least 32 characters").optional(),
  BOARDS_USER_STORAGE_LIMIT: z.coerce.number().int().min(0).optional(),
  BOARDS_TENANT_STORAGE_LIMIT: z.coerce.number().int().min(0).optional(),
  BOARDS_MAX_UPLOAD_SIZE: z.coerce.number().int().min(1).default(104_857_600),
  BOARDS_ALLOWED_UPLOAD_EXTENSIONS: list.optional(),
  BOARDS_FETCH_ALLOWED_ADDRESSES: list.default([]),
  BOARDS_FOUNDED_TENANTS_USE_PROVIDER_KEYS: flag,
  BOARDS_SIMULATE_PROVIDERS: flag,
  BOARDS_SIMULATOR_URL: webAddress.optional(),
  BOARDS_CHARGE_SIMULATED_RUNS: flag,
  BOARDS_ENCRYPTION_KEYS: list.refine((keys) => keys.every((key) => key.length >= 16), "keys must be at least 16 characters").default([]),
  BOARDS_WEBHOOK_BASE_URL: webAddress.optional(),
  BOARDS_GENERATORS_CONFIG_PATH: z.string().min(1).optional(),
  BOARDS_GENERATORS_PATH: z.string().min(1).optional(),
  BOARDS_GENERATOR_API_KEYS: jsonObject.default({}),
  BOARDS_FAILOVER: flag,
  BOARDS_MAX_RESULT_SIZE: z.coerce.number().int().min(1).default(2_147_483_648),
  BOARDS_CONCURRENCY_PER_USER: z.coerce.number().int().min(1).default(10),
  BOARDS_CONCURRENCY_PER_TENANT: z.coerce.number().int().min(1).default(100),
  BOARDS_CONCURRENCY_PER_KEY: z.coerce.number().int().min(1).optional(),
  BOARDS_JOB_TIMEOUT: z.coerce.number().int().min(60).default(3600),
  INNGEST_BASE_URL: z.url().optional(),
  INNGEST_DEV: z.string().optional(),
  INNGEST_EVENT_KEY: z.string().optional(),
  INNGEST_SIGNING_KEY: z.string().optional(),
  INNGEST_SERVE_ORIGIN: webAddress.optional(),
  BOARDS_WORKER_URL: webAddress.optional(),
  BOARDS_PREVIEWS: flag,
  VERCEL_ENV: z.string().optional(),
  VERCEL_URL: host.optional(),
  VERCEL_BRANCH_URL: host.optional(),
  VERCEL_PROJECT_PRODUCTION_URL: host.optional(),
};
