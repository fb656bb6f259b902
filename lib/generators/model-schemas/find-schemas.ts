import type { Json } from "../contract/define-generator";
import type { DescribingProvider, ModelDescription } from "../contract/model-description";
import { objectIn } from "../transport/read-description";

/** The schemas of what a model takes and makes; `output` is undefined where none is declared. */
interface Schemas {
  input: Json | undefined;
  output: Json | undefined;
}

/** How a provider lays out its models' OpenAPI documents and results. */
interface Layout {
  title: string;
  schemas(document: Record<string, Json>, modelId: string): Schemas;
  /** The path within a finished job's JSON of what the output schema describes. */
  resultRoot: string[];
}

const layouts: Record<DescribingProvider, Layout> = {
  fal: { title: "fal", schemas: atFal, resultRoot: [] },
  replicate: { title: "Replicate", schemas: atReplicate, resultRoot: ["output"] },
};

/** How the provider of a described model lays out its documents and results. */
export const layoutOf = ({ provider }: Pick<ModelDescription, "provider">): Layout => layouts[provider];

/** The schemas of what a model takes and makes, as they stand in its OpenAPI document. */
export const findSchemas = (description: ModelDescription): Schemas => layoutOf(description).schemas(description.schema, description.modelId);

// fal: a POST to the endpoint takes the input; the address of a request answers the output.
function atFal(document: Record<string, Json>, modelId: string): Schemas {
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
function atReplicate(document: Record<string, Json>): Schemas {
  const { Input: input, Output: output } = objectIn(objectIn(document.components).schemas);
  return { input, output };
}
