import type { ModelDescription } from "../../contract/model-description";

/** A model of Replicate's whose OpenAPI document has these schemas. */
export const describedBy = (schemas: Record<string, unknown>): ModelDescription => ({
  provider: "replicate",
  modelId: "someone/something",
  version: "1",
  endpoint: "someone/something:1",
  title: "Something",
  description: "",
  page: "https://replicate.com/someone/something",
  task: null,
  makes: "image",
  price: null,
  priceSaid: null,
  isRetired: false,
  readOn: "2026-11-26",
  schema: { components: { schemas } } as never,
});
