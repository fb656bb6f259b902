import type { Json } from "../contract/define-generator";
import type { ModelDescription } from "../contract/model-description";
import { objectIn } from "../transport/read-description";

/** The schemas of what a model takes and makes, as they stand in its OpenAPI document; `output` is undefined where none is declared. */
export function findSchemas({ provider, schema, modelId }: ModelDescription): { input: Json | undefined; output: Json | undefined } {
  return provider === "fal" ? atFal(schema, modelId) : atReplicate(schema);
}

// fal: a POST to the endpoint takes the input; the address of a request answers the output.
function atFal(document: Record<string, Json>, modelId: string) {
  const paths = Object.entries(objectIn(document.paths));
  const [, submit] =
    paths.find(([path, each]) => path === `/${modelId}` && objectIn(each).post) ?? paths.find(([, each]) => objectIn(each).post) ?? [];
  const [, result] = paths.find(([path, each]) => /\/requests\/\{[^}]+\}$/.test(path) && objectIn(each).get) ?? [];
  return {
    input: bodyIn(objectIn(objectIn(submit).post).requestBody),
    output: bodyIn(objectIn(objectIn(objectIn(result).get).responses)["200"]),
  };
}

const bodyIn = (holder: Json | undefined): Json | undefined => objectIn(objectIn(objectIn(holder).content)["application/json"]).schema;

// Replicate: every model has components of these names.
function atReplicate(document: Record<string, Json>) {
  const { Input: input, Output: output } = objectIn(objectIn(document.components).schemas);
  return { input, output };
}
