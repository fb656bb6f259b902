import type { Json } from "@/lib/generators/contract/define-generator";
import { falModel } from "./simulated-model";

const imageOutput = { type: "object", properties: { images: { type: "array", items: { $ref: "#/components/schemas/Image" } } } };
const imagesAt = (urls: string[]): Json => ({ images: urls.map((url) => ({ url })) });

// An object whose fields nobody knows must be given.
const workflow = falModel({
  id: "fal-ai/samples/workflow",
  title: "Sample Workflow",
  description: "Runs a graph.",
  category: "text-to-image",
  makes: "image",
  input: {
    type: "object",
    required: ["prompt", "workflow"],
    properties: {
      prompt: { type: "string" },
      workflow: { type: "object", additionalProperties: true, title: "Workflow", description: "The graph as JSON." },
    },
  },
  output: imageOutput,
  answer: imagesAt,
});

// A tree contains itself.
const scene = falModel({
  id: "fal-ai/samples/scene",
  title: "Sample Scene",
  description: "Draws a tree of things.",
  category: "text-to-image",
  makes: "image",
  input: { type: "object", required: ["scene"], properties: { scene: { $ref: "#/components/schemas/Node" }, seed: { type: "integer" } } },
  schemas: {
    Node: {
      type: "object",
      required: ["name", "children"],
      properties: { name: { type: "string" }, children: { type: "array", items: { $ref: "#/components/schemas/Node" } } },
    },
  },
  output: imageOutput,
  answer: imagesAt,
});

// Pairs of files within a list.
const pairs = falModel({
  id: "fal-ai/samples/pairs",
  title: "Sample Pairs",
  description: "Learns from what was before and after.",
  category: "image-to-image",
  makes: "image",
  input: {
    type: "object",
    required: ["pairs"],
    properties: {
      pairs: {
        type: "array",
        items: {
          type: "object",
          required: ["before_url", "after_url"],
          properties: { before_url: { type: "string", _fal_ui_field: "image" }, after_url: { type: "string", _fal_ui_field: "image" } },
        },
      },
    },
  },
  output: imageOutput,
  answer: imagesAt,
});

// Nothing that could be kept comes out.
const embedding = falModel({
  id: "fal-ai/samples/embedding",
  title: "Sample Embedding",
  description: "Places a text in a space.",
  category: "json",
  makes: "text",
  input: { type: "object", required: ["text"], properties: { text: { type: "string" } } },
  output: { type: "object", required: ["embedding"], properties: { embedding: { type: "array", items: { type: "number" } } } },
  answer: () => ({ embedding: [0.1, 0.2] }),
});

// A file, and nothing says of what kind; an address that is none, which may be left out.
const unnamedFile = falModel({
  id: "fal-ai/samples/convert",
  title: "Sample Convert",
  description: "Converts.",
  category: "utility",
  makes: "image",
  input: {
    type: "object",
    required: ["source_url"],
    properties: {
      source_url: { type: "string", title: "Source" },
      callback_url: { type: "string", title: "Callback" },
      options: { title: "Options" },
    },
  },
  output: imageOutput,
  answer: imagesAt,
});

/** Models of fal that a form cannot take, or whose results cannot be kept. */
export const falUnmappable = [workflow, scene, pairs, embedding, unnamedFile];
