import * as z from "zod";
import { isPoolerUrl, variables } from "@/lib/platform/env-variables";

// A private address is no use to a provider.
const publicAddress = (url: string | undefined) => (url && /^https:\/\/(?!localhost|127\.|10\.|192\.168\.|\[)/.test(url) ? url : undefined);

/** Where people reach this installation, without a slash at the end; on Vercel, the deployment's own address unless it is set. */
function baseUrlOf(raw: z.output<z.ZodObject<typeof variables>>): string | undefined {
  const onVercel = raw.VERCEL_ENV === "production" ? raw.VERCEL_PROJECT_PRODUCTION_URL : raw.VERCEL_URL;
  return (raw.BOARDS_FRONTEND_BASE_URL ?? (onVercel && `https://${onVercel}`))?.replace(/\/+$/, "");
}

const settingsOf = z.object(variables).transform((raw) => ({
  isProduction: raw.NODE_ENV === "production",
  /** It may be a transaction pooler's: each statement may run in another session. */
  databaseUrl: raw.BOARDS_DATABASE_URL ?? raw.DATABASE_URL,
  /** For what needs one session: to listen, to migrate, to hold a lock. */
  directDatabaseUrl: raw.DATABASE_DIRECT_URL ?? raw.BOARDS_DATABASE_URL ?? raw.DATABASE_URL,
  /** Connections of the tenants' role, and as many of the installation's. */
  databasePoolSize: raw.BOARDS_DATABASE_POOL_SIZE + raw.BOARDS_DATABASE_MAX_OVERFLOW,
  /** Whether statements that come again are prepared under a name; only some poolers know it in every session. */
  isPreparingStatements: raw.BOARDS_DATABASE_PREPARED_STATEMENTS ?? raw.DATABASE_DIRECT_URL === undefined,
  sqlEcho: raw.SQL_ECHO || raw.BOARDS_SQL_ECHO,
  logLevel: raw.BOARDS_LOG_LEVEL === "warning" ? "warn" : (raw.BOARDS_LOG_LEVEL ?? (raw.BOARDS_DEBUG ? "debug" : "info")),
  /** Names severity and message as Google Cloud Logging does. */
  googleLogging: raw.BOARDS_GOOGLE_LOGGING_COMPAT,
  /** Whether this runs as functions of Vercel, which keep neither files nor an engine of their own. */
  isOnVercel: raw.VERCEL_ENV === "production" || raw.VERCEL_ENV === "preview",
  /** Whether this is a preview on Vercel that was not told to use the database of its settings, which may be production's. */
  isUnwantedPreview: raw.VERCEL_ENV === "preview" && !raw.BOARDS_PREVIEWS,
  /** One person's machine: requests come from this machine only, and are its owner's. */
  isLocal: raw.BOARDS_LOCAL,
  authProvider: raw.BOARDS_AUTH_PROVIDER,
  /** The adapter's own settings, under the original's names or OpenID's. */
  authConfig: raw.BOARDS_AUTH_CONFIG,
  sessionSecret: raw.BOARDS_SESSION_SECRET,
  jwtSecret: raw.BOARDS_JWT_SECRET,
  jwtAlgorithm: raw.BOARDS_JWT_ALGORITHM,
  jwtTenantClaim: raw.BOARDS_JWT_TENANT_CLAIM,
  supabaseUrl: raw.BOARDS_SUPABASE_URL,
  auth0: { domain: raw.AUTH0_DOMAIN, audience: raw.AUTH0_AUDIENCE, clientId: raw.AUTH0_CLIENT_ID, clientSecret: raw.AUTH0_CLIENT_SECRET },
  oidc: {
    issuer: raw.OIDC_ISSUER,
    audience: raw.OIDC_AUDIENCE,
    clientId: raw.OIDC_CLIENT_ID,
    clientSecret: raw.OIDC_CLIENT_SECRET,
    jwksUrl: raw.OIDC_JWKS_URL,
  },
  isMultiTenant: raw.BOARDS_MULTI_TENANT_MODE,
  tenantName: raw.BOARDS_TENANT_NAME,
  tenantSlug: raw.BOARDS_DEFAULT_TENANT_SLUG ?? raw.BOARDS_TENANT_SLUG ?? "default",
  /** Makes whoever gives it the owner of an installation that has none; undefined for one that is derived and printed. */
  setupToken: raw.BOARDS_SETUP_TOKEN,
  registration: {
    requiresApproval: raw.BOARDS_TENANT_REGISTRATION_REQUIRES_APPROVAL,
    allowedDomains: raw.BOARDS_TENANT_REGISTRATION_ALLOWED_DOMAINS ?? null,
    maxTenantsPerUser: raw.BOARDS_MAX_TENANTS_PER_USER,
  },
  /** Where people reach this installation, without a slash at the end. */
  baseUrl: baseUrlOf(raw),
  /** Hosts, with or without a port, under which this installation answers outside local mode: those of every address in the settings. */
  ownHosts: [
    ...[baseUrlOf(raw), raw.INNGEST_SERVE_ORIGIN, raw.BOARDS_WEBHOOK_BASE_URL].flatMap((url) => (url ? [new URL(url).host] : [])),
    ...[raw.VERCEL_URL, raw.VERCEL_BRANCH_URL, raw.VERCEL_PROJECT_PRODUCTION_URL].flatMap((host) => host ?? []),
    ...raw.BOARDS_ALLOWED_HOSTS,
  ],
  corsOrigins: raw.BOARDS_CORS_ORIGINS,
  /** Whether X-Forwarded-For is written by a proxy of ours, and so says where a request comes from. */
  trustProxy: raw.BOARDS_TRUST_PROXY,
  graphql: {
    introspection: raw.BOARDS_GRAPHQL_INTROSPECTION ?? (raw.BOARDS_LOCAL || raw.NODE_ENV !== "production"),
    graphiql: raw.BOARDS_GRAPHIQL ?? (raw.BOARDS_LOCAL || raw.NODE_ENV !== "production"),
    maxDepth: raw.BOARDS_GRAPHQL_MAX_DEPTH,
    maxAliases: raw.BOARDS_GRAPHQL_MAX_ALIASES,
    /** What a request may cost at worst, by what its lists may answer. */
    maxCost: raw.BOARDS_GRAPHQL_MAX_COST,
    /** Rows read and fields answered by one request. */
    maxAnswer: raw.BOARDS_GRAPHQL_MAX_ANSWER,
    maxBodyBytes: raw.BOARDS_GRAPHQL_MAX_BODY_SIZE,
    persistedQueries: raw.BOARDS_GRAPHQL_PERSISTED_QUERIES,
  },
  /** Requests a minute by kind of work, replacing those of lib/platform/limits/rate-limits.ts. */
  rateLimits: raw.BOARDS_RATE_LIMITS,
  rateLimitStore: raw.BOARDS_RATE_LIMIT_STORE ?? (raw.BOARDS_LOCAL ? ("memory" as const) : ("postgres" as const)),
  trashDays: raw.BOARDS_TRASH_DAYS,
  /** Days for which what nobody needs to be shown is kept; 0 for ever. */
  retention: {
    journalDays: raw.BOARDS_JOURNAL_DAYS,
    auditDays: raw.BOARDS_AUDIT_DAYS,
    outboxDays: raw.BOARDS_OUTBOX_DAYS,
    bulkJobDays: raw.BOARDS_BULK_JOB_DAYS,
    archiveDays: raw.BOARDS_ARCHIVE_DAYS,
  },
  storageProvider: raw.BOARDS_STORAGE_DEFAULT_PROVIDER,
  /** Of a storage.yaml with further storages, and rules for what goes there. */
  storageConfigPath: raw.BOARDS_STORAGE_CONFIG_PATH,
  s3: {
    bucket: raw.BOARDS_STORAGE_S3_BUCKET,
    region: raw.BOARDS_STORAGE_S3_REGION,
    endpoint: raw.BOARDS_STORAGE_S3_ENDPOINT_URL?.replace(/\/+$/, ""),
    publicUrl: raw.BOARDS_STORAGE_PUBLIC_URL?.replace(/\/+$/, ""),
    cloudfront: { keyPairId: raw.BOARDS_STORAGE_CLOUDFRONT_KEY_PAIR_ID, privateKey: raw.BOARDS_STORAGE_CLOUDFRONT_PRIVATE_KEY },
    // Servers of one's own rarely have a name for each bucket.
    isPathStyle: raw.BOARDS_STORAGE_S3_PATH_STYLE ?? raw.BOARDS_STORAGE_S3_ENDPOINT_URL !== undefined,
    accessKeyId: raw.BOARDS_AWS_ACCESS_KEY_ID,
    secretAccessKey: raw.BOARDS_AWS_SECRET_ACCESS_KEY,
  },
  gcs: {
    bucket: raw.BOARDS_STORAGE_GCS_BUCKET,
    credentials: raw.BOARDS_STORAGE_GCS_CREDENTIALS,
    endpoint: raw.BOARDS_STORAGE_GCS_ENDPOINT_URL?.replace(/\/+$/, ""),
    publicUrl: raw.BOARDS_STORAGE_PUBLIC_URL?.replace(/\/+$/, ""),
  },
  /** Its client reads the rest by itself: on Vercel, a deployment has a token of its own. */
  vercelBlob: { token: raw.BLOB_READ_WRITE_TOKEN, storeId: raw.BLOB_STORE_ID, apiUrl: raw.VERCEL_BLOB_API_URL },
  storageLocalBasePath: raw.BOARDS_STORAGE_LOCAL_BASE_PATH,
  storageSigningKey: raw.BOARDS_STORAGE_SIGNING_KEY,
  storageLimits: { userBytes: raw.BOARDS_USER_STORAGE_LIMIT ?? null, tenantBytes: raw.BOARDS_TENANT_STORAGE_LIMIT ?? null },
  maxUploadSizeBytes: raw.BOARDS_MAX_UPLOAD_SIZE,
  maxArchiveSizeBytes: raw.BOARDS_MAX_ARCHIVE_SIZE,
  /** With their dots, in lower case; null accepts every extension, since the content decides. */
  allowedUploadExtensions: raw.BOARDS_ALLOWED_UPLOAD_EXTENSIONS?.map((each) => `.${each.toLowerCase().replace(/^\./, "")}`) ?? null,
  /** Private IP addresses from which files may be fetched all the same, as from a file server of one's own. */
  fetchAllowedAddresses: raw.BOARDS_FETCH_ALLOWED_ADDRESSES,
  /** Keys of providers by the names of their variables, the original's way; see lib/generators/catalogue/provider-variables.ts. */
  generatorApiKeys: raw.BOARDS_GENERATOR_API_KEYS,
  /** Whether tenants that people founded run on the keys of the installation, unless an admin says otherwise of one. */
  foundedTenantsUseProviderKeys: raw.BOARDS_FOUNDED_TENANTS_USE_PROVIDER_KEYS,
  isSimulating: raw.BOARDS_SIMULATE_PROVIDERS,
  /** What stands in for every provider; results are made up, and nothing is spent. Without slash at the end. */
  simulatorUrl: raw.BOARDS_SIMULATOR_URL?.replace(/\/+$/, ""),
  /** Whether simulated runs are reserved, billed and counted against limits as real ones are; otherwise they cost nothing. For tests of spending. */
  areSimulatedRunsCharged: raw.BOARDS_CHARGE_SIMULATED_RUNS,
  /** The first encrypts provider keys, all decrypt. */
  encryptionKeys: raw.BOARDS_ENCRYPTION_KEYS,
  /** Where providers reach us, without a slash at the end; undefined when they cannot, as on a laptop. */
  webhookBaseUrl: (raw.BOARDS_WEBHOOK_BASE_URL ?? publicAddress(baseUrlOf(raw)))?.replace(/\/+$/, ""),
  generatorsConfigPath: raw.BOARDS_GENERATORS_CONFIG_PATH,
  generatorsPath: raw.BOARDS_GENERATORS_PATH,
  /** Whether another provider of the same model is asked when one is down. */
  isFailoverOn: raw.BOARDS_FAILOVER,
  maxResultSizeBytes: raw.BOARDS_MAX_RESULT_SIZE,
  /** Batches at work at the same time; others wait their turn. Per key: undefined takes the provider's own. */
  concurrency: { user: raw.BOARDS_CONCURRENCY_PER_USER, tenant: raw.BOARDS_CONCURRENCY_PER_TENANT, key: raw.BOARDS_CONCURRENCY_PER_KEY },
  /** A generation that shows no sign of life for this long has failed. */
  jobTimeoutSeconds: raw.BOARDS_JOB_TIMEOUT,
  inngestBaseUrl: raw.INNGEST_BASE_URL,
  inngestDev: raw.INNGEST_DEV,
  inngestEventKey: raw.INNGEST_EVENT_KEY,
  inngestSigningKey: raw.INNGEST_SIGNING_KEY,
  /** Whether a worker at an address of its own runs the functions instead of this server. */
  hasWorkerElsewhere: raw.BOARDS_WORKER_URL !== undefined,
  /** The one address at which functions are registered: the worker's, where one runs, else this server's. */
  inngestServeOrigin: raw.BOARDS_WORKER_URL ?? raw.INNGEST_SERVE_ORIGIN ?? baseUrlOf(raw),
}));

const usableSettings = settingsOf.superRefine((settings, context) => {
  const refuse = (message: string) => context.addIssue({ code: "custom", message });
  const { authProvider } = settings;
  if (!settings.databaseUrl) refuse("DATABASE_URL is missing. Set it to a postgresql:// URL, or run `npm start`, which includes a database.");
  if (settings.directDatabaseUrl && isPoolerUrl(settings.directDatabaseUrl))
    refuse(
      "DATABASE_DIRECT_URL is missing. DATABASE_URL is a transaction pooler; migrations and live updates need the database's own URL (on Neon: without `-pooler`).",
    );
  if (settings.isUnwantedPreview)
    refuse("BOARDS_PREVIEWS is not set, so that previews leave the database alone. Give them one of their own, and set it for them alone.");
  if (settings.isProduction && !settings.isLocal && !settings.baseUrl)
    refuse("BOARDS_FRONTEND_BASE_URL is missing. Set it to the public URL of this installation.");
  if (settings.isSimulating && !settings.simulatorUrl)
    refuse("BOARDS_SIMULATOR_URL is missing. BOARDS_SIMULATE_PROVIDERS needs it; `npm start` sets it.");
  if (!settings.storageSigningKey) refuse("BOARDS_STORAGE_SIGNING_KEY is missing. Set it to at least 32 random characters.");
  if (settings.isOnVercel && !(settings.inngestEventKey && settings.inngestSigningKey))
    refuse("INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY are missing. On Vercel, generations run on Inngest: add its integration to the project.");
  if (settings.isOnVercel && settings.storageProvider === "local")
    refuse("BOARDS_STORAGE_DEFAULT_PROVIDER must be `s3`, `gcs` or `vercel-blob` on Vercel, which keeps no files.");
  if (settings.storageProvider === "s3" && !settings.s3.bucket)
    refuse("BOARDS_STORAGE_S3_BUCKET is missing. It's required for BOARDS_STORAGE_DEFAULT_PROVIDER=s3.");
  if (settings.storageProvider === "gcs" && !settings.gcs.bucket)
    refuse("BOARDS_STORAGE_GCS_BUCKET is missing. It's required for BOARDS_STORAGE_DEFAULT_PROVIDER=gcs.");
  if (settings.storageProvider === "vercel-blob" && !settings.vercelBlob.token && !settings.vercelBlob.storeId)
    refuse("BLOB_READ_WRITE_TOKEN is missing. BOARDS_STORAGE_DEFAULT_PROVIDER=vercel-blob needs it: connect a private Blob store to the project.");
  if (Boolean(settings.s3.accessKeyId) !== Boolean(settings.s3.secretAccessKey))
    refuse("BOARDS_AWS_ACCESS_KEY_ID and BOARDS_AWS_SECRET_ACCESS_KEY belong together. Set both, or neither.");
  const { keyPairId, privateKey } = settings.s3.cloudfront;
  if ((keyPairId || privateKey) && !(keyPairId && privateKey && settings.s3.publicUrl))
    refuse("BOARDS_STORAGE_CLOUDFRONT_KEY_PAIR_ID, _PRIVATE_KEY and BOARDS_STORAGE_PUBLIC_URL belong together. Set all three, or no key.");
  if (authProvider === "none" && settings.isProduction && !settings.isLocal)
    refuse(
      "BOARDS_AUTH_PROVIDER is `none`, which gives everyone owner access. Choose another provider, or run `npm start` to use Boards on this machine only.",
    );
  if (authProvider === "jwt" && !settings.jwtSecret) refuse("BOARDS_JWT_SECRET is missing. It's required for BOARDS_AUTH_PROVIDER=jwt.");
  if (["password", "oidc", "auth0", "clerk"].includes(authProvider) && !settings.sessionSecret)
    refuse(
      `BOARDS_SESSION_SECRET is missing. Set it to at least 32 random characters: BOARDS_AUTH_PROVIDER=${authProvider} signs session cookies with it.`,
    );
  if (authProvider === "supabase" && !settings.supabaseUrl && !settings.authConfig.url)
    refuse("BOARDS_SUPABASE_URL is missing. It's required for BOARDS_AUTH_PROVIDER=supabase.");
  if (settings.isMultiTenant && authProvider === "none") refuse("BOARDS_MULTI_TENANT_MODE requires sign-in. Set BOARDS_AUTH_PROVIDER.");
});

/** The settings of this installation, typed. */
export type Env = z.output<typeof usableSettings>;

/** Reads settings from `source`; throws one error that lists every wrong variable with its reason, never a value. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const result = usableSettings.safeParse(given);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => (issue.path.length ? `${issue.path.join(".")}: ${issue.message}` : issue.message));
  throw new Error(`Invalid configuration:\n  ${problems.join("\n  ")}`);
}

let parsed: Env | undefined;

/** The settings, read from the process's environment on first use (a build has none, and needs none). */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/** What `make` makes of the settings: once, on first use, for as long as they are the same. */
export function ofEnv<T>(make: (env: Env) => T): () => T {
  let made: { env: Env; value: T } | undefined;
  return () => {
    if (made?.env !== env()) made = { env: env(), value: make(env()) };
    return made.value;
  };
}

/** For tests that change the environment after it was read. */
export function forgetEnv(): void {
  parsed = undefined;
}
