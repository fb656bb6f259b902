import * as z from "zod";
import type { ArtifactType, Json } from "@/lib/generators/contract/define-generator";

type Schemas = Record<string, Record<string, Json>>;

/** A model that a simulated provider describes, and runs: what its schema refuses, the simulator refuses. */
export interface SimulatedModel {
  provider: "fal" | "replicate";
  modelId: string;
  /** Replicate's version. */
  version: string | null;
  artifactType: ArtifactType;
  /** What the provider's API says about it beside the schema. */
  record: Record<string, Json>;
  schema: Record<string, Json>;
  price: { unit_price: number; unit: string } | null;
  /** How many results an input asks for. */
  countOf(input: Record<string, Json>): number;
  /** The provider's JSON for these files or texts. */
  answer(results: string[]): Json;
}

interface ModelText {
  id: string;
  title: string;
  description: string;
  makes: ArtifactType;
  input: Record<string, Json>;
  /** Schemas that others refer to. */
  schemas?: Schemas;
  /** The field that says how many. */
  count?: string;
  answer(results: string[]): Json;
}

/** An endpoint of fal, within the document that https://fal.ai/docs/platform-apis/v1/models describes (read 2026-11-26). */
export function falModel(
  model: ModelText & { category: string; output?: Record<string, Json>; price?: SimulatedModel["price"]; status?: string },
): SimulatedModel {
  const { id, title, description, category, makes, input, output, schemas = {}, count, answer, price = null, status = "active" } = model;
  const answerOf = (reference: string) => ({
    "200": { description: "OK", content: { "application/json": { schema: { $ref: `#/components/schemas/${reference}` } } } },
  });
  return {
    provider: "fal",
    modelId: id,
    version: null,
    artifactType: makes,
    record: {
      display_name: title,
      category,
      description,
      status,
      tags: [],
      updated_at: "2026-10-01T00:00:00Z",
      model_url: `https://fal.run/${id}`,
      license_type: "commercial",
    },
    schema: {
      openapi: "3.0.4",
      info: {
        title: `Queue OpenAPI for ${id}`,
        version: "1.0.0",
        "x-fal-metadata": { endpointId: id, category, documentationUrl: `https://fal.ai/models/${id}/api` },
      },
      components: {
        securitySchemes: { apiKeyAuth: { type: "apiKey", in: "header", name: "Authorization" } },
        schemas: { QueueStatus: queueStatus, Input: input, ...(output ? { Output: output } : {}), ...fileSchemas, ...schemas },
      },
      paths: {
        [`/${id}/requests/{request_id}/status`]: { get: { responses: answerOf("QueueStatus") } },
        [`/${id}`]: {
          post: {
            requestBody: { required: true, content: { "application/json": { schema: { $ref: "#/components/schemas/Input" } } } },
            responses: answerOf("QueueStatus"),
          },
        },
        [`/${id}/requests/{request_id}`]: { get: { responses: output ? answerOf("Output") : { "200": { description: "OK" } } } },
      },
      servers: [{ url: "https://queue.fal.run" }],
      security: [{ apiKeyAuth: [] }],
    },
    price,
    countOf: countAt(count),
    answer,
  };
}

/** A model of Replicate: https://replicate.com/docs/reference/http#models.get, with the schema that Cog writes (read 2026-11-26). */
export function replicateModel(model: ModelText & { output?: Record<string, Json>; example?: Json; isOfficial?: boolean }): SimulatedModel {
  const { id, description, makes, input, output, schemas = {}, count, answer, example, isOfficial = false } = model;
  const [owner = "", name = ""] = id.split("/");
  const version = Buffer.from(id).toString("hex").padEnd(64, "0").slice(0, 64);
  const schema = {
    openapi: "3.0.2",
    info: { title: "Cog", version: "0.1.0" },
    paths: { "/predictions": { post: { summary: "Predict" } } },
    components: { schemas: { Input: { title: "Input", ...input }, Output: output ?? { title: "Output" }, ...schemas } },
  };
  return {
    provider: "replicate",
    modelId: id,
    version,
    artifactType: makes,
    record: {
      url: `https://replicate.com/${id}`,
      owner,
      name,
      description,
      visibility: "public",
      is_official: isOfficial,
      run_count: 1000,
      ...(example === undefined ? {} : { default_example: { id: "example", output: example } }),
      latest_version: { id: version, created_at: "2026-10-01T00:00:00Z", cog_version: "0.16.8", openapi_schema: schema },
    },
    schema,
    price: null,
    countOf: countAt(count),
    answer,
  };
}

const countAt = (field: string | undefined) => (input: Record<string, Json>) => (field ? Number(input[field] ?? 1) || 1 : 1);

/** What the schema refuses of an input: where, and why, in the words of the check. */
export function refusedBy({ schema }: SimulatedModel, input: Json): { path: string[]; message: string }[] {
  const { components } = JSON.parse(JSON.stringify(schema).replaceAll("#/components/schemas/", "#/definitions/")) as {
    components: { schemas: Schemas };
  };
  const check = z.fromJSONSchema({ ...components.schemas.Input, definitions: components.schemas } as never, { defaultTarget: "openapi-3.0" });
  const result = check.safeParse(input);
  return result.success ? [] : result.error.issues.map(({ path, message }) => ({ path: path.map(String), message }));
}

const file = (title: string, more: Record<string, Json> = {}) => ({
  title,
  type: "object",
  "x-fal-order-properties": ["url", "content_type", "file_name", "file_size", ...Object.keys(more)],
  properties: {
    url: { type: "string", title: "Url", description: "The URL where the file can be downloaded from." },
    content_type: { anyOf: [{ type: "string" }, { type: "null" }], title: "Content Type", description: "The mime type of the file." },
    file_name: { anyOf: [{ type: "string" }, { type: "null" }], title: "File Name" },
    file_size: { anyOf: [{ type: "integer" }, { type: "null" }], title: "File Size", description: "In bytes." },
    ...more,
  },
  required: ["url"],
});
const pixels = { anyOf: [{ type: "integer" }, { type: "null" }] };

/** Files as fal's models answer them. */
const fileSchemas: Schemas = {
  File: file("File"),
  Image: file("Image", { width: { ...pixels, title: "Width" }, height: { ...pixels, title: "Height" } }),
  VideoFile: file("VideoFile"),
  AudioFile: file("AudioFile", { duration: { anyOf: [{ type: "number" }, { type: "null" }], title: "Duration" } }),
};

const queueStatus = {
  type: "object",
  properties: { status: { type: "string", enum: ["IN_QUEUE", "IN_PROGRESS", "COMPLETED"] }, request_id: { type: "string" } },
  required: ["status", "request_id"],
};
