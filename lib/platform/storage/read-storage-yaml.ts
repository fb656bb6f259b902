import { parse } from "yaml";
import * as z from "zod";
import { privateKey } from "@/lib/platform/env-variables";
import type { StorageDefinition } from "@/lib/platform/storage/storage-definition";

/** Where files go that meet every condition of a rule; one without conditions takes all. */
export interface RoutingRule {
  artifactType?: string | undefined;
  tenantId?: string | undefined;
  boardId?: string | undefined;
  /** More bytes than this. */
  overBytes?: number | undefined;
  provider: string;
}

/** What a storage.yaml says: storages by their names, and rules, of which the first counts that is met. */
export interface StorageFile {
  defaultProvider: string | null;
  storages: Record<string, StorageDefinition>;
  rules: RoutingRule[];
}

const unit: Record<string, number> = { B: 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3, TB: 1024 ** 4 };
const bytes = z.union([z.number().int().min(0), z.string()]).transform((given, context) => {
  const [, amount, of = "B"] = /^(\d+(?:\.\d+)?) ?(B|KB|MB|GB|TB)?$/i.exec(String(given)) ?? [];
  if (amount) return Math.round(Number(amount) * (unit[of.toUpperCase()] ?? 1));
  context.addIssue({ code: "custom", message: 'must be a size such as "50MB", or a number of bytes' });
  return z.NEVER;
});
const url = z.url({ protocol: /^https?$/ }).transform((address) => address.replace(/\/+$/, ""));
const text = z.string().min(1);
const key = z.object({ client_email: text, private_key: text });
const ignored = z.unknown().optional();

const provider = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("local"), config: z.strictObject({ base_path: text, public_url_base: ignored }) }),
  z.strictObject({
    type: z.literal("s3"),
    config: z
      .strictObject({
        bucket: text,
        region: text.default("us-east-1"),
        aws_access_key_id: text.optional(),
        aws_secret_access_key: text.optional(),
        endpoint_url: url.optional(),
        public_url: url.optional(),
        path_style: z.boolean().optional(),
        cloudfront_domain: z
          .string()
          .regex(/^[a-z0-9.-]+$/i, "must be a name such as d111111abcdef8.cloudfront.net")
          .optional(),
        cloudfront_key_pair_id: text.optional(),
        cloudfront_private_key: privateKey.optional(),
      })
      .refine(
        ({ cloudfront_domain: domain, cloudfront_key_pair_id: id, cloudfront_private_key: pem }) =>
          Boolean(domain && id && pem) || !(domain || id || pem),
        {
          message: "cloudfront_domain, cloudfront_key_pair_id and cloudfront_private_key belong together",
        },
      )
      .refine((config) => Boolean(config.aws_access_key_id) === Boolean(config.aws_secret_access_key), {
        message: "aws_access_key_id and aws_secret_access_key belong together",
      }),
  }),
  z.strictObject({
    type: z.literal("gcs"),
    config: z.strictObject({
      bucket: text,
      project_id: ignored,
      credentials_json: z
        .union([key, z.string()])
        .transform((given, context) => {
          const read = key.safeParse(typeof given === "string" ? jsonOf(given) : given);
          if (read.success) return read.data;
          context.addIssue({ code: "custom", message: "must be the JSON of a service account's key" });
          return z.NEVER;
        })
        .optional(),
      endpoint_url: url.optional(),
      public_url: url.optional(),
    }),
  }),
  z.strictObject({ type: z.literal("vercel-blob"), config: z.strictObject({ token: text }) }),
]);

const rule = z.strictObject({
  condition: z
    .strictObject({
      artifact_type: z.enum(["image", "video", "audio", "text", "lora", "model"]).optional(),
      size_gt: bytes.optional(),
      tenant_id: z.uuid().optional(),
      board_id: z.uuid().optional(),
    })
    .nullish(),
  provider: text,
});

const file = z.strictObject({
  default_provider: text.nullish(),
  max_file_size: ignored,
  allowed_content_types: ignored,
  providers: z
    .record(z.string(), provider)
    .refine((providers) => Object.keys(providers).every((name) => /^[a-z][a-z0-9-]{0,30}$/.test(name)), {
      message: "names of storages are lower-case letters, digits and hyphens",
    })
    .nullish(),
  routing_rules: z.array(rule).nullish(),
});

/** Reads a storage.yaml, in the original's form; `${NAME}` stands for a variable. Throws one error that names all that is wrong, never a value. */
export function readStorageYaml(source: string, variables: Record<string, string | undefined>): StorageFile {
  const problems: string[] = [];
  const content = parse(source) ?? {};
  const filled = fill(content?.storage ?? content, (variable) => {
    if (!variables[variable]) problems.push(`the variable ${variable} isn't set`);
    return variables[variable] ?? "";
  });
  if (problems.length > 0) throw new Error(problems.join("; "));
  const read = file.safeParse(filled);
  if (!read.success) throw new Error(read.error.issues.map(({ path, message }) => `${path.join(".") || "the file"}: ${message}`).join("; "));
  const { default_provider, providers, routing_rules } = read.data;
  return {
    defaultProvider: default_provider ?? null,
    storages: Object.fromEntries(Object.entries(providers ?? {}).map(([each, given]) => [each, definitionOf(given)])),
    rules: (routing_rules ?? []).map(({ condition, provider: to }) => ({
      artifactType: condition?.artifact_type,
      tenantId: condition?.tenant_id,
      boardId: condition?.board_id,
      overBytes: condition?.size_gt,
      provider: to,
    })),
  };
}

function definitionOf(given: z.output<typeof provider>): StorageDefinition {
  if (given.type === "local") return { type: "local", folder: given.config.base_path };
  if (given.type === "vercel-blob") return { type: "vercel-blob", token: given.config.token };
  if (given.type === "gcs") {
    const { bucket, credentials_json: credentials, endpoint_url: endpoint, public_url: publicUrl } = given.config;
    return { type: "gcs", bucket, credentials, endpoint, publicUrl };
  }
  const { bucket, region, endpoint_url: endpoint, public_url: publicUrl, path_style, aws_access_key_id, aws_secret_access_key } = given.config;
  const { cloudfront_domain: domain, cloudfront_key_pair_id: keyPairId, cloudfront_private_key: pem } = given.config;
  const cdn = domain && keyPairId && pem ? { url: `https://${domain}`, keyPairId, privateKey: pem } : undefined;
  const credentials =
    aws_access_key_id && aws_secret_access_key ? { accessKeyId: aws_access_key_id, secretAccessKey: aws_secret_access_key } : undefined;
  return { type: "s3", bucket, region, endpoint, publicUrl, isPathStyle: path_style ?? endpoint !== undefined, credentials, cdn };
}

/** The same value with every `${NAME}` of its texts filled in. */
function fill(value: unknown, of: (variable: string) => string): unknown {
  if (typeof value === "string") return value.replace(/\$\{(\w+)\}/g, (_whole, variable: string) => of(variable));
  if (Array.isArray(value)) return value.map((each) => fill(each, of));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([each, inner]) => [each, fill(inner, of)]));
}

function jsonOf(given: string): unknown {
  try {
    return JSON.parse(given);
  } catch {
    return null;
  }
}
