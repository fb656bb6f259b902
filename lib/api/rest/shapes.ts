import * as z from "zod";
import { say } from "@/lib/messages/say";
import { isUuid } from "@/lib/platform/uuid";

// The bodies of the REST interface, in the original's names. The handlers check requests by them, and /api/openapi.json is made of them.

const uuid = z.uuid();
const time = z.iso.datetime({ offset: true });
const slug = z
  .string()
  .min(1)
  .max(50)
  .regex(/^[a-z0-9-]+$/, say("reasons.tenant.slugForm"))
  .refine((text) => !isUuid(text), say("reasons.tenant.slugIsId"));
const name = z.string().trim().min(1).max(255);
const settings = z.record(z.string(), z.unknown());
const uploadable = z.enum(["image", "video", "audio", "text"]);

export const errorAnswer = z.object({
  detail: z.string().meta({ description: "What is wrong, for people." }),
  code: z.string().meta({
    description:
      "UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT, PAYLOAD_TOO_LARGE, RATE_LIMITED, UNAVAILABLE or INTERNAL_SERVER_ERROR.",
  }),
  reason: z.string().meta({ description: "The row of the error table, as in `board.not_found`." }),
  field: z.string().optional().meta({ description: "The field at fault." }),
  problems: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  retryAfterSeconds: z.number().optional(),
});

export const jobRequest = z.object({
  tenant_id: uuid.optional().meta({ description: "Ignored: the caller's own counts." }),
  board_id: uuid,
  user_id: uuid.optional().meta({ description: "Ignored: the caller's own counts." }),
  generator_name: z.string().min(1).max(100),
  artifact_type: z
    .string()
    .toLowerCase()
    .pipe(z.enum(["image", "video", "audio", "text", "lora", "model"])),
  input_params: z.record(z.string(), z.unknown()),
});
export const jobAnswer = z.object({ generation_id: uuid });

export const progressUpdate = z.object({
  job_id: uuid,
  status: z.enum(["pending", "processing", "completed", "failed", "cancelled"]),
  progress: z.number().min(0).max(1),
  phase: z.enum(["queued", "initializing", "processing", "finalizing"]),
  message: z.string().nullable(),
  estimated_completion: time.nullable(),
  artifacts: z.array(z.object({ url: z.string(), type: z.string(), metadata: settings })),
  timestamp: time,
});

export const uploadAnswer = z.object({
  id: uuid,
  status: z.string(),
  storageUrl: z.string().nullable(),
  thumbnailUrl: z.string().nullable(),
  artifactType: uploadable,
  generatorName: z.string(),
});
export const importAnswer = z.object({ job_id: uuid, board_id: uuid });
export const directUploadRequest = z.object({
  board_id: uuid,
  artifact_type: uploadable,
  filename: z.string().max(500).optional(),
  size_bytes: z.number().int().positive().optional(),
  user_description: z.string().max(2000).optional(),
  parent_generation_id: uuid.optional(),
});
export const directUploadAnswer = z.object({
  upload_url: z.string().meta({ description: "Send the file's bytes there: here, or straight to the storage." }),
  method: z.literal("PUT"),
  part_size_bytes: z.number().int().optional().meta({ description: "A large file may also be sent in parts of this size, the last one shorter." }),
  part_urls: z.array(z.string()).optional().meta({ description: "Where each part goes, in order. Any that failed can be sent again." }),
  upload_headers: z
    .record(z.string(), z.string())
    .optional()
    .meta({ description: "Headers that the storage wants with the bytes, beside those of any request." }),
  confirm_url: z.string().meta({ description: "POST there afterwards: only then is the file put on the board and checked." }),
  expires_at: time,
});

export const tenantRequest = z.object({ name, slug, settings: settings.default({}), include_sample_data: z.boolean().default(false) });
const usesProviderKeys = z.boolean().nullable().meta({
  description:
    "Whether the tenant runs on the installation's provider keys; null: unless it is founded, or as BOARDS_FOUNDED_TENANTS_USE_PROVIDER_KEYS says.",
});
export const tenantChanges = z.object({
  name: name.optional(),
  slug: slug.optional(),
  settings: settings.optional(),
  uses_provider_keys: usesProviderKeys.optional(),
});
export const tenantAnswer = z.object({
  tenant_id: uuid,
  name: z.string(),
  slug: z.string(),
  settings,
  is_founded: z.boolean().meta({ description: "Whether a person founded it, by registering it or by a claim." }),
  uses_provider_keys: usesProviderKeys,
  created_at: time,
  updated_at: time,
});
export const tenantCreated = z.object({ tenant_id: uuid, name: z.string(), slug: z.string(), message: z.string(), existing: z.boolean() });
export const tenantList = z.object({ tenants: z.array(tenantAnswer), total_count: z.number().int() });
export const tenantDeleted = z.object({ message: z.string(), tenant_id: uuid, warning: z.string() });
export const setupOwner = z.object({ setup_token: z.string().min(1).max(200) });
export const owner = z.object({ tenant_id: uuid, tenant_slug: z.string(), user_id: uuid, tenant_role: z.literal("owner") });
export const setupStatus = z.object({
  setup_needed: z.boolean(),
  has_default_tenant: z.boolean(),
  default_tenant_id: uuid.nullable(),
  default_tenant_slug: z.string(),
  multi_tenant_mode: z.boolean(),
  auth_provider: z.string(),
  recommendations: z.array(z.string()),
});

export const registrationStatus = z.object({
  enabled: z.boolean(),
  requires_approval: z.boolean(),
  max_tenants_per_user: z.number().int(),
  allowed_domains: z.array(z.string()).nullable(),
});
export const registration = z.object({
  organization_name: name,
  organization_slug: slug.optional(),
  admin_email: z.email().toLowerCase(),
  admin_name: z.string().max(255).optional(),
  use_case: z.string().max(500).optional(),
  organization_size: z.enum(["small", "medium", "large", "enterprise"]).optional(),
  metadata: settings.default({}),
  include_sample_data: z.boolean().default(true),
});
export const registered = z.object({
  tenant_id: uuid,
  organization_name: z.string(),
  tenant_slug: z.string(),
  status: z.enum(["active", "pending_approval"]),
  admin_instructions: z.string(),
  dashboard_url: z.string().nullable(),
  api_access: z.object({
    tenant_header: z.string(),
    graphql_endpoint: z.string(),
    api_base_url: z.string(),
    authentication_required: z.boolean(),
  }),
});

const part = z.object({ status: z.enum(["up", "down"]), latencyMs: z.number() });
export const health = z.object({
  status: z.enum(["healthy", "unhealthy"]),
  version: z.string(),
  database: part,
  storage: part,
  functions: part,
});
