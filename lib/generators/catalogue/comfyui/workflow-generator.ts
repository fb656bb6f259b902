import * as z from "zod";
import { type ArtifactType, type DeclarativeGenerator, defineGenerator, type Json } from "@/lib/generators/contract/define-generator";
import { audioInput, imageInput, seed, videoInput } from "@/lib/generators/contract/fields";
import { choice, flag } from "@/lib/generators/contract/model-fields";
import { say } from "@/lib/messages/say";
import { deriveFields, deriveOutputs } from "./derive-fields";
import { placesOf, readWorkflowFile, valueAt, type Workflow, type WorkflowField, type WorkflowFile } from "./workflow-file";

const longestText = 10_000;
const usualSource = { page: "https://docs.comfy.org/development/api-development/workflow-api-format", readOn: "2026-11-25" };
const fileKinds = { image: imageInput, audio: audioInput, video: videoInput };

/** Makes a generator of a `.comfy.json` file. `fileName` without its ending names what the file leaves unnamed. Throws what is wrong with it. */
export function workflowGenerator(fileName: string, text: string): DeclarativeGenerator {
  const file = readWorkflowFile(text);
  const { workflow } = file;
  const derived = file.outputs && file.artifactType ? undefined : deriveOutputs(workflow, file.artifactType);
  const artifactType = file.artifactType ?? derived?.artifactType ?? "image";
  const nodes = file.outputs ?? derived?.nodes ?? [];
  const fields = file.inputs ?? deriveFields(workflow, artifactType);
  const title = file.title ?? humanised(fileName);
  return defineGenerator({
    provider: "comfyui",
    name: file.name ?? `comfyui-${slugOf(fileName)}`,
    title,
    description: file.description ?? say("reasons.workflow.description", { title }),
    artifactType,
    vendor: file.vendor ?? "ComfyUI",
    task: file.task ?? taskOf(fields, artifactType),
    source: file.source ?? usualSource,
    ...(file.timeLimitSeconds ? { timeLimitSeconds: file.timeLimitSeconds } : {}),
    // The driver reads from it which nodes hold the result.
    endpoint: `outputs:${nodes.join()}`,
    input: z.object(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, schemaOf(name, field, workflow)]))),
    request: (values) => ({ prompt: filledIn(workflow, fields, values) }),
    output: artifactType === "text" ? "texts[]" : "files[].url",
    outputCount: (inputs) => file.outputCount ?? nodes.length * batchSize(file, fields, inputs, artifactType),
    costUsd: () => 0,
  });
}

/** A copy of the workflow with the inputs in their places; what is not given stays as it was saved. */
function filledIn(workflow: Workflow, fields: Record<string, WorkflowField>, values: Record<string, Json>): Json {
  const copy = structuredClone(workflow);
  for (const [name, { at }] of Object.entries(fields)) {
    const value = values[name];
    if (value === undefined) continue;
    for (const [id, input] of placesOf(at)) {
      const node = copy[id];
      if (node) node.inputs[input] = value;
    }
  }
  return copy as unknown as Json;
}

function schemaOf(name: string, field: WorkflowField, workflow: Workflow): z.ZodType {
  const held = field.default ?? valueAt(workflow, field.at);
  const type = field.type ?? typeOf(name, field, held);
  const label = {
    title: field.title ?? humanised(name),
    description: field.description ?? say("reasons.workflow.sets", { places: [field.at].flat().join(", ") }),
    ...(field.advanced ? { group: "advanced" } : {}),
  };
  if (type === "image" || type === "audio" || type === "video") {
    const schema = fileKinds[type](label);
    return field.required === false ? schema.nullish().meta(label) : schema;
  }
  if (type === "seed") return seed().meta({ ...seed().meta(), ...(field.title ? { title: field.title } : {}) });
  if (type === "boolean") return field.required ? z.boolean().meta(label) : flag(held === true, label);
  if (type === "choice") {
    const values = field.values;
    if (!values) throw new Error(say("reasons.workflow.noValues", { name }));
    const usual = values.find((each) => each === held) ?? values[0];
    return field.required || usual === undefined ? z.literal(values).meta(label) : choice(values, usual, label).meta(label);
  }
  if (type === "text") {
    const words = field.required ? z.string().trim().min(1) : z.string();
    const schema = words.max(longestText).meta({ ...label, format: "textarea" });
    return field.required ? schema : schema.default(typeof held === "string" ? held : "").meta({ ...label, format: "textarea" });
  }
  return numberSchema(name, type, held, field).meta(label);
}

function numberSchema(name: string, type: "number" | "integer", held: unknown, { minimum, maximum, step, required }: WorkflowField): z.ZodType {
  let schema: z.ZodNumber = type === "integer" ? z.int() : z.number();
  if (minimum !== undefined) schema = schema.min(minimum);
  if (maximum !== undefined) schema = schema.max(maximum);
  if (step !== undefined) schema = schema.multipleOf(step);
  if (required) return schema;
  if (typeof held !== "number") throw new Error(say("reasons.workflow.noDefault", { name }));
  const usual = schema.safeParse(held);
  if (!usual.success) throw new Error(say("reasons.workflow.badDefault", { name, value: String(held) }));
  return schema.default(held);
}

function typeOf(name: string, { values, at }: WorkflowField, held: string | number | boolean | undefined): NonNullable<WorkflowField["type"]> {
  if (values) return "choice";
  if (placesOf(at).every(([, input]) => input === "seed" || input === "noise_seed")) return "seed";
  if (typeof held === "string") return "text";
  if (typeof held === "boolean") return "boolean";
  if (typeof held === "number") return Number.isInteger(held) ? "integer" : "number";
  throw new Error(say("reasons.workflow.noType", { name }));
}

const isBatch = ({ at }: WorkflowField) => placesOf(at).some(([, input]) => input === "batch_size");

// Images of a batch are files of their own; frames of a video are not.
function batchSize({ workflow }: WorkflowFile, fields: Record<string, WorkflowField>, inputs: Record<string, unknown>, artifactType: ArtifactType) {
  if (artifactType !== "image") return 1;
  const [field] = Object.entries(fields).find(([, each]) => isBatch(each)) ?? [];
  if (field) return Number(inputs[field] ?? 1);
  const sizes = Object.values(workflow).map((node) => node.inputs.batch_size);
  return sizes.find((size): size is number => typeof size === "number") ?? 1;
}

function taskOf(fields: Record<string, WorkflowField>, artifactType: ArtifactType): string {
  const types = Object.values(fields).map(({ type }) => type);
  return `${(["video", "image", "audio"] as const).find((type) => types.includes(type)) ?? "text"}-to-${artifactType}`;
}

const slugOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");

function humanised(text: string): string {
  const words = text.replace(/[_-]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
