import * as z from "zod";
import packageInfo from "@/package.json";
import * as shapes from "./shapes";

type Method = "get" | "post" | "put" | "delete";

interface Operation {
  summary: string;
  /** Whether it needs someone who is signed in; `false` for routes that are open to everybody or have tickets of their own. */
  isOpen?: boolean;
  query?: Record<string, { description: string; isRequired?: boolean }>;
  body?: z.ZodType;
  /** A body that is not JSON. */
  rawBody?: { type: string; schema: object };
  answer?: z.ZodType;
  /** An answer that is not JSON. */
  rawAnswer?: { type: string; description: string };
  /** 200 unless said otherwise. */
  status?: number;
  errors: number[];
}

const form = {
  type: "object",
  required: ["board_id", "artifact_type", "file"],
  properties: {
    board_id: { type: "string", format: "uuid" },
    artifact_type: { type: "string", enum: ["image", "video", "audio", "text"] },
    file: { type: "string", format: "binary" },
    user_description: { type: "string" },
    parent_generation_id: { type: "string", format: "uuid" },
  },
};
const anything = { type: "string", format: "binary" };
const embedPrompts = {
  embed_prompts: {
    description: "`true` to write prompt and settings into generated PNGs: as `parameters`, like AUTOMATIC1111, and as JSON in `boards`",
  },
};
const stream = (description: string) => ({ type: "text/event-stream", description });

/** Every REST operation, by path and method. A test compares it with the route files. */
export const operations: Record<string, Partial<Record<Method, Operation>>> = {
  "/api/health": { get: { summary: "Whether each part answers, and how fast", isOpen: true, answer: shapes.health, errors: [503] } },
  "/api/jobs/generations": {
    post: { summary: "Ask for a generation", body: shapes.jobRequest, answer: shapes.jobAnswer, errors: [400, 401, 403, 404, 422, 429] },
  },
  "/api/sse/generations/{id}/progress": {
    get: {
      summary: "Where a generation stands, then each change, until it has ended",
      rawAnswer: stream("Lines `data: {ProgressUpdate}` and comments `: keep-alive`"),
      errors: [401, 404, 429],
    },
  },
  "/api/events": {
    get: {
      summary: "What happens on boards: a `snapshot` of each, then a numbered `generation` event for each change; resumes by Last-Event-ID",
      isOpen: true,
      query: {
        board: {
          description: "A board's id; up to 100 boards, each in a `board` of its own. `<id>:<number>` goes on after the event of that number",
          isRequired: true,
        },
        once: { description: "`1` to end when everything up to now is told" },
      },
      rawAnswer: stream("Events `viewer`, `snapshot`, `generation`, `gone` (a board may no longer be seen) and `alive`"),
      errors: [400, 401, 404, 429],
    },
  },
  "/api/uploads/artifact": {
    post: {
      summary: "Put a file on a board",
      rawBody: { type: "multipart/form-data", schema: form },
      answer: shapes.uploadAnswer,
      errors: [400, 401, 403, 404, 409, 413, 422, 429],
    },
  },
  "/api/uploads/direct": {
    post: {
      summary: "Announce a file whose bytes go straight to the storage",
      body: shapes.directUploadRequest,
      answer: shapes.directUploadAnswer,
      errors: [401, 403, 404, 409, 413, 422, 429],
    },
  },
  "/api/uploads/direct/{ticket}": {
    put: {
      summary: "Send the bytes of an announced file",
      isOpen: true,
      rawBody: { type: "application/octet-stream", schema: anything },
      status: 204,
      errors: [400, 413, 422, 429],
    },
  },
  "/api/uploads/direct/{ticket}/confirm": {
    post: {
      summary: "Put an announced file on its board, where it is checked: `pending` until it is `completed`, or `failed` with the reason",
      answer: shapes.uploadAnswer,
      errors: [400, 401, 403, 404, 409, 413, 429],
    },
  },
  "/api/generations/archive": {
    get: {
      summary: "Up to 200 results as one archive, written while it is downloaded; for more, GraphQL's `exportGenerations`",
      query: {
        id: { description: "A result's id; several in an `id` each", isRequired: true },
        ...embedPrompts,
      },
      rawAnswer: { type: "application/zip", description: "The archive" },
      errors: [400, 401, 403, 404, 429],
    },
  },
  "/api/generations/{id}/file": {
    get: {
      summary: "The file of a finished result, to be kept",
      query: embedPrompts,
      rawAnswer: { type: "application/octet-stream", description: "The file, under its own media type" },
      errors: [400, 401, 403, 404, 429],
    },
  },
  "/api/board-archives": {
    post: {
      summary: "Import an exported board; a bulk job does it, which GraphQL's `bulkJob` follows",
      rawBody: { type: "application/zip", schema: anything },
      answer: shapes.importAnswer,
      status: 202,
      errors: [400, 401, 403, 409, 413, 422, 429],
    },
  },
  "/api/storage/{path}": {
    get: {
      summary: "A stored file, by a signed address or for whoever may see its board; ranges and ETags work",
      isOpen: true,
      query: {
        download: { description: "`true` to save it instead of showing it; may be added to a signed address" },
        filename: { description: "The name to save it under; may be added to a signed address" },
        expires: { description: "Of a signed address" },
        signature: { description: "Of a signed address" },
      },
      rawAnswer: { type: "application/octet-stream", description: "The file, under its own media type" },
      errors: [400, 401, 404, 416, 429],
    },
  },
  "/api/webhooks/{provider}/{jobId}": {
    post: {
      summary: "For providers: a job has changed; the body and its signature are as the provider has them",
      isOpen: true,
      rawBody: { type: "application/json", schema: { type: "object" } },
      status: 204,
      errors: [401, 404, 413, 429],
    },
  },
  "/api/setup/status": { get: { summary: "How far the installation is set up", answer: shapes.setupStatus, errors: [401, 403, 429] } },
  "/api/setup/owner": {
    post: {
      summary: "Become the owner of an installation that has none, by the setup token that the server prints when it starts",
      body: shapes.setupOwner,
      answer: shapes.owner,
      errors: [401, 403, 409, 422, 429],
    },
  },
  "/api/setup/tenants": { get: { summary: "All tenants, the newest first", answer: shapes.tenantList, errors: [401, 403, 429] } },
  "/api/setup/tenant": {
    post: { summary: "Create a tenant", body: shapes.tenantRequest, answer: shapes.tenantCreated, errors: [401, 403, 422, 429] },
  },
  "/api/setup/tenant/{id}": {
    get: { summary: "A tenant", answer: shapes.tenantAnswer, errors: [401, 403, 404, 422, 429] },
    put: {
      summary: "Change a tenant; settings are replaced",
      body: shapes.tenantChanges,
      answer: shapes.tenantAnswer,
      errors: [401, 403, 404, 409, 422, 429],
    },
    delete: { summary: "Delete a tenant with everything in it", answer: shapes.tenantDeleted, errors: [400, 401, 403, 404, 422, 429] },
  },
  "/api/tenants/registration/status": {
    get: { summary: "Whether and how tenants are registered here", answer: shapes.registrationStatus, errors: [401, 429] },
  },
  "/api/tenants/register": {
    post: {
      summary: "Found a tenant and own it (in multi-tenant mode)",
      body: shapes.registration,
      answer: shapes.registered,
      errors: [400, 401, 409, 422, 429],
    },
  },
};

const schemaOf = (shape: z.ZodType, io: "input" | "output") => {
  const { $schema: _dialect, id: _id, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: "any" }) as Record<string, unknown>;
  return schema;
};

function describeOperation(path: string, { summary, isOpen, query = {}, body, rawBody, answer, rawAnswer, status = 200, errors }: Operation) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: "path", required: true, schema: { type: "string" } }));
  const inQuery = Object.entries(query).map(([name, { description, isRequired = false }]) => ({
    name,
    in: "query",
    required: isRequired,
    description,
    schema: { type: "string" },
  }));
  const content = answer
    ? { "application/json": { schema: schemaOf(answer, "output") } }
    : rawAnswer && { [rawAnswer.type]: { schema: { type: "string", description: rawAnswer.description } } };
  const requestBody = body ? { "application/json": { schema: schemaOf(body, "input") } } : rawBody && { [rawBody.type]: { schema: rawBody.schema } };
  const refusal = { description: "Refused", content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } } };
  return {
    summary,
    parameters: [...inPath, ...inQuery],
    ...(requestBody ? { requestBody: { required: true, content: requestBody } } : {}),
    ...(isOpen ? { security: [] } : {}),
    responses: {
      [status]: { description: "Done", ...(content ? { content } : {}) },
      ...Object.fromEntries(errors.map((code) => [code, refusal])),
    },
  };
}

/** The REST interface as OpenAPI 3.1 describes it. */
export function openApiDocument() {
  const paths = Object.entries(operations).map(([path, methods]) => [
    path,
    Object.fromEntries(Object.entries(methods).map(([method, operation]) => [method, describeOperation(path, operation)])),
  ]);
  return {
    openapi: "3.1.0",
    info: {
      title: "Boards",
      version: packageInfo.version,
      description: "What is not GraphQL: files, streams, jobs and the administration of tenants.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    security: [{ bearer: [] }, { session: [] }],
    paths: Object.fromEntries(paths),
    components: {
      schemas: { Error: schemaOf(shapes.errorAnswer, "output") },
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", description: "A token of the authentication provider, or an API key (`boards_…`)." },
        session: { type: "apiKey", in: "cookie", name: "next-auth.session-token" },
      },
    },
  };
}
