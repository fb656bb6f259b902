import { z } from "zod";

const flag = z.stringbool().default(false);

const variables = z
  .object({
    NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgresql:// address" }).optional(),
    BOARDS_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgresql:// address" }).optional(),
    BOARDS_DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(500).default(10),
    SQL_ECHO: flag,
    BOARDS_SQL_ECHO: flag,
    BOARDS_LOG_LEVEL: z
      .string()
      .toLowerCase()
      .pipe(z.enum(["trace", "debug", "info", "warning", "warn", "error", "fatal", "silent"]))
      .default("info"),
    BOARDS_LOCAL: flag,
    BOARDS_AUTH_PROVIDER: z.enum(["none", "jwt"]).default("none"),
    BOARDS_JWT_SECRET: z.string().min(32, "needs at least 32 characters").optional(),
    BOARDS_JWT_ALGORITHM: z.enum(["HS256", "HS384", "HS512"]).default("HS256"),
    BOARDS_TENANT_NAME: z.string().min(1).max(255).default("Default Tenant"),
    BOARDS_DEFAULT_TENANT_SLUG: z
      .string()
      .regex(/^[a-z0-9-]{1,255}$/, "takes lower-case letters, digits and hyphens")
      .default("default"),
    BOARDS_STORAGE_LOCAL_BASE_PATH: z.string().min(1).default(".boards/storage"),
    BOARDS_STORAGE_SIGNING_KEY: z.string().min(32, "needs at least 32 characters").optional(),
    BOARDS_MAX_UPLOAD_SIZE: z.coerce.number().int().min(1).default(104_857_600),
    BOARDS_JOB_TIMEOUT: z.coerce.number().int().min(60).default(3600),
    INNGEST_BASE_URL: z.url().optional(),
    INNGEST_DEV: z.string().optional(),
    INNGEST_SIGNING_KEY: z.string().optional(),
  })
  .transform((raw) => ({
    isProduction: raw.NODE_ENV === "production",
    databaseUrl: raw.BOARDS_DATABASE_URL ?? raw.DATABASE_URL,
    databasePoolSize: raw.BOARDS_DATABASE_POOL_SIZE,
    sqlEcho: raw.SQL_ECHO || raw.BOARDS_SQL_ECHO,
    logLevel: raw.BOARDS_LOG_LEVEL === "warning" ? "warn" : raw.BOARDS_LOG_LEVEL,
    /** One person's machine: requests come from this machine only, and are its owner's. */
    isLocal: raw.BOARDS_LOCAL,
    authProvider: raw.BOARDS_AUTH_PROVIDER,
    jwtSecret: raw.BOARDS_JWT_SECRET,
    jwtAlgorithm: raw.BOARDS_JWT_ALGORITHM,
    tenantName: raw.BOARDS_TENANT_NAME,
    tenantSlug: raw.BOARDS_DEFAULT_TENANT_SLUG,
    storageLocalBasePath: raw.BOARDS_STORAGE_LOCAL_BASE_PATH,
    storageSigningKey: raw.BOARDS_STORAGE_SIGNING_KEY,
    maxUploadSizeBytes: raw.BOARDS_MAX_UPLOAD_SIZE,
    /** A generation that shows no sign of life for this long has failed. */
    jobTimeoutSeconds: raw.BOARDS_JOB_TIMEOUT,
    inngestBaseUrl: raw.INNGEST_BASE_URL,
    inngestDev: raw.INNGEST_DEV,
    inngestSigningKey: raw.INNGEST_SIGNING_KEY,
  }))
  .superRefine((settings, context) => {
    const refuse = (message: string) => context.addIssue({ code: "custom", message });
    if (!settings.databaseUrl)
      refuse("DATABASE_URL is missing: set it to a postgresql:// address, or start with `npm start`, which brings its own database.");
    if (!settings.storageSigningKey) refuse("BOARDS_STORAGE_SIGNING_KEY is missing: set it to 32 or more random characters.");
    if (settings.authProvider === "none" && settings.isProduction && !settings.isLocal)
      refuse("BOARDS_AUTH_PROVIDER is `none`, which lets everybody in as the owner. Choose `jwt`, or start with `npm start` for this machine alone.");
    if (settings.authProvider === "jwt" && !settings.jwtSecret) refuse("BOARDS_JWT_SECRET is missing: BOARDS_AUTH_PROVIDER=jwt needs it.");
  });

/** The settings of this installation, typed. */
export type Env = z.output<typeof variables>;

/** Reads settings from `source`; throws one error that lists every wrong variable with its reason, never a value. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const result = variables.safeParse(given);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => (issue.path.length ? `${issue.path.join(".")}: ${issue.message}` : issue.message));
  throw new Error(`The configuration is not usable.\n  ${problems.join("\n  ")}`);
}

let parsed: Env | undefined;

/** The settings, read from the process's environment on first use (a build has none, and needs none). */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}
