import * as z from "zod";
import { artifactTypes, type Json, longestTimeLimitSeconds } from "@/lib/generators/contract/define-generator";
import { say } from "@/lib/messages/say";

/** One node of a workflow in ComfyUI's API format. https://docs.comfy.org/development/api-development/workflow-api-format (read 2026-11-25) */
export interface WorkflowNode {
  class_type: string;
  /** A value, or a link to another node's output: `["4", 0]`. */
  inputs: Record<string, Json>;
  _meta?: { title?: string } | undefined;
}

/** Nodes by their ids. */
export type Workflow = Record<string, WorkflowNode>;

/** A place that an input is written to: node id, dot, name of the node's input, as in `6.text`. */
const place = z.string().regex(/^[^.\s]+\..+$/, say("reasons.workflow.place"));

const field = z.strictObject({
  at: z.union([place, z.array(place).min(1)]),
  /** Default: what the workflow holds at that place decides. */
  type: z.enum(["text", "number", "integer", "choice", "boolean", "seed", "image", "audio", "video"]).optional(),
  title: z.string().min(1).optional(),
  description: z.string().min(1).optional(),
  /** Default: what the workflow holds at that place. */
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  /** Whether people must fill it in; files are required unless this is false. */
  required: z.boolean().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  step: z.number().positive().optional(),
  values: z
    .array(z.union([z.string(), z.number()]))
    .min(1)
    .optional(),
  /** Shown under "More settings". */
  advanced: z.boolean().optional(),
});

/** How one input of the generator travels into the workflow. */
export type WorkflowField = z.output<typeof field>;

const node = z.looseObject({
  class_type: z.string(),
  inputs: z.record(
    z.string(),
    z.custom<Json>((value) => value !== undefined),
  ),
  _meta: z.looseObject({ title: z.string().optional() }).optional(),
});

const file = z.strictObject({
  /** Default: `comfyui-` and the name of the file. */
  name: z.string().optional(),
  title: z.string().min(1).optional(),
  description: z.string().min(1).optional(),
  artifactType: z.enum(artifactTypes).optional(),
  /** Who made the model. */
  vendor: z.string().min(1).optional(),
  /** As in `text-to-image`. */
  task: z.string().min(1).optional(),
  /** A page about the model, and the day it was read. */
  source: z.strictObject({ page: z.url(), readOn: z.iso.date() }).optional(),
  timeLimitSeconds: z.int().min(1).max(longestTimeLimitSeconds).optional(),
  /** By the names of the generator's inputs. Default: derived from the workflow. */
  inputs: z.record(z.string(), field).optional(),
  /** Ids of the nodes whose files are the result. Default: those that save something. */
  outputs: z.array(z.string()).min(1).optional(),
  /** How many files one request makes. Default: the batch size for images, else one for each output. */
  outputCount: z.int().min(1).max(100).optional(),
  workflow: z.record(z.string(), node),
});

/** What a `<name>.comfy.json` file says. */
export type WorkflowFile = z.output<typeof file>;

/** Reads a `.comfy.json` file: a workflow in API format with what is said about it, or such a workflow alone. Throws with every problem. */
export function readWorkflowFile(text: string): WorkflowFile {
  const content = JSON.parse(text) as unknown;
  if (isObject(content) && Array.isArray(content.nodes) && Array.isArray(content.links)) throw new Error(say("reasons.workflow.saveFormat"));
  const isBare = isObject(content) && Object.values(content).length > 0 && Object.values(content).every((each) => isObject(each) && each.class_type);
  if (!isBare && !(isObject(content) && "workflow" in content)) throw new Error(say("reasons.workflow.foreign"));
  const result = file.safeParse(isBare ? { workflow: content } : content);
  if (!result.success)
    throw new Error(result.error.issues.map((issue) => `${issue.path.join(".") || say("reasons.workflow.file")}: ${issue.message}`).join("; "));
  const { workflow, inputs = {}, outputs = [] } = result.data;
  const missing = [
    ...Object.entries(inputs).flatMap(([name, { at }]) => placesOf(at).map(([id]) => [`inputs.${name}`, id] as const)),
    ...outputs.map((id) => ["outputs", id] as const),
  ].filter(([, id]) => !workflow[id]);
  if (missing.length > 0) throw new Error(missing.map(([place, node]) => say("reasons.workflow.noNode", { place, node })).join("; "));
  return result.data;
}

/** Node id and input of every place. */
export const placesOf = (at: WorkflowField["at"]) =>
  [at].flat().map((each) => [each.slice(0, each.indexOf(".")), each.slice(each.indexOf(".") + 1)] as const);

/** What the workflow holds at the first of some places; undefined where it is fed by another node. */
export function valueAt(workflow: Workflow, at: WorkflowField["at"]): string | number | boolean | undefined {
  const [[id, input] = ["", ""]] = placesOf(at);
  const value = workflow[id]?.inputs[input];
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
