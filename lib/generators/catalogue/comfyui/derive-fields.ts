import type { ArtifactType, Json } from "@/lib/generators/contract/define-generator";
import { say } from "@/lib/messages/say";
import { valueAt, type Workflow, type WorkflowField, type WorkflowNode } from "./workflow-file";

/** Nodes that keep a result, by what they keep; what makes more of a result comes first. */
const savers: [ArtifactType, RegExp][] = [
  ["video", /^(VHS_VideoCombine|SaveVideo|SaveWEBM)$/],
  ["model", /^Save(GLB|3D|Mesh)/],
  ["audio", /^SaveAudio/],
  ["image", /^(SaveImage(?!Websocket)|SaveAnimated|Image Save)/],
  ["text", /^(SaveText|PreviewAny|ShowText)/],
  ["image", /^PreviewImage$/],
  ["audio", /^PreviewAudio$/],
];

/** What a workflow makes, and the nodes that keep it. `artifactType` narrows it to nodes of that kind. */
export function deriveOutputs(workflow: Workflow, artifactType?: ArtifactType): { artifactType: ArtifactType; nodes: string[] } {
  for (const [type, pattern] of savers) {
    if (artifactType && type !== artifactType) continue;
    const nodes = Object.keys(workflow).filter((id) => pattern.test(workflow[id]?.class_type ?? ""));
    if (nodes.length > 0) return { artifactType: type, nodes };
  }
  throw new Error(say("reasons.workflow.noOutput"));
}

const textInputs = ["text", "prompt", "text_g", "text_l", "clip_l", "t5xxl", "tags", "lyrics"];
const fileInputs: [RegExp, string, "image" | "audio" | "video"][] = [
  [/^LoadImage(Mask|Output)?$/, "image", "image"],
  [/^LoadAudio$/, "audio", "audio"],
  [/^LoadVideo$/, "file", "video"],
  [/^VHS_LoadVideo$/, "video", "video"],
];

/** The inputs that people most likely want to set: texts, files, size, count, steps and seed. */
export function deriveFields(workflow: Workflow, artifactType: ArtifactType): Record<string, WorkflowField> {
  const fields: Record<string, WorkflowField> = {};
  const add = (name: string, field: WorkflowField) => {
    let unique = name;
    for (let number = 2; fields[unique]; number++) unique = `${name}_${number}`;
    fields[unique] = { ...field, ...widened(field, valueAt(workflow, field.at)) };
  };
  const nodes = Object.entries(workflow);
  const numbersAt = (input: string, pattern = /./) =>
    nodes.filter(([, node]) => pattern.test(node.class_type) && typeof node.inputs[input] === "number").map(([id]) => `${id}.${input}`);
  const addNumber = (name: string, at: string[], field: Partial<WorkflowField>) => {
    const [first] = at;
    if (first) add(name, { at: at.length > 1 ? at : first, ...field });
  };

  for (const { at, isNegative } of textsOf(workflow))
    if (isNegative) add("negative_prompt", { at, type: "text", advanced: true, description: "What to leave out of the result." });
    else add("prompt", { at, type: "text", required: true, description: "Describe the result." });
  for (const [id, { class_type, inputs }] of nodes)
    for (const [pattern, input, type] of fileInputs)
      if (pattern.test(class_type) && typeof inputs[input] === "string")
        add(class_type === "LoadImageMask" ? "mask" : type, { at: `${id}.${input}`, type, description: `The ${type} to use.` });

  const [latent] = nodes.filter(([, { class_type, inputs }]) => /^Empty.*Latent/.test(class_type) && typeof inputs.width === "number");
  if (latent) {
    const [id, { inputs }] = latent;
    const side = { minimum: 64, maximum: 4096, step: 8, description: "In pixels." };
    add("width", { at: `${id}.width`, ...side });
    if (typeof inputs.height === "number") add("height", { at: `${id}.height`, ...side });
    if (artifactType === "video" && typeof inputs.length === "number")
      add("frames", { at: `${id}.length`, minimum: 1, maximum: 1000, description: "Number of frames in the video." });
    if (artifactType === "image" && typeof inputs.batch_size === "number")
      add("num_images", { at: `${id}.batch_size`, minimum: 1, maximum: 16, title: "Number of images", description: "How many to generate at once." });
  }
  if (artifactType === "audio")
    addNumber("seconds", numbersAt("seconds", /^Empty/).slice(0, 1), { minimum: 1, maximum: 1000, description: "Length of the audio." });
  // Several samplers most often take turns with numbers of their own, which are left as they are.
  const alone = (at: string[]) => (at.length === 1 ? at : []);
  addNumber("steps", alone(numbersAt("steps")), { minimum: 1, maximum: 150, advanced: true, description: "More steps add detail but take longer." });
  const guidance = { minimum: 0, maximum: 100, type: "number", advanced: true, description: "How closely to follow the prompt." } as const;
  addNumber("cfg", alone(numbersAt("cfg")), guidance);
  addNumber("guidance", alone(numbersAt("guidance", /Guidance/)), guidance);
  addNumber("seed", [...numbersAt("seed"), ...numbersAt("noise_seed")], { type: "seed" });
  return fields;
}

/** Limits that what the workflow was saved with keeps to. */
function widened({ minimum, maximum, step }: WorkflowField, held: unknown): Partial<WorkflowField> {
  if (typeof held !== "number" || minimum === undefined || maximum === undefined) return {};
  return { minimum: Math.min(minimum, held), maximum: Math.max(maximum, held), step: step && held % step === 0 ? step : undefined };
}

/** Where texts are written: a text that feeds nothing but `negative` inputs says what should not appear. */
function textsOf(workflow: Workflow): { at: string | string[]; isNegative: boolean }[] {
  const wanted = upstream(workflow, "positive");
  const unwanted = upstream(workflow, "negative");
  const found = new Map<string, { at: string | string[]; isNegative: boolean }>();
  for (const [id, node] of Object.entries(workflow)) {
    if (!/TextEncode/.test(node.class_type)) continue;
    const places = textInputs.flatMap((input) => placeOfText(workflow, id, input, node));
    const [first] = places;
    if (first) found.set(first, { at: places.length > 1 ? places : first, isNegative: unwanted.has(id) && !wanted.has(id) });
  }
  return [...found.values()];
}

// A text of its own, or that of a node which holds nothing but one.
function placeOfText(workflow: Workflow, id: string, input: string, { inputs }: WorkflowNode): string[] {
  const value = inputs[input];
  if (typeof value === "string") return [`${id}.${input}`];
  const source = linkIn(value);
  const held = source ? ["value", "text", "string"].find((each) => typeof workflow[source]?.inputs[each] === "string") : undefined;
  return held && source ? [`${source}.${held}`] : [];
}

/** Every node that some input of this name is fed by, and what feeds those; on a node with both inputs only this one counts. */
function upstream(workflow: Workflow, side: "positive" | "negative"): Set<string> {
  const other = side === "positive" ? "negative" : "positive";
  const found = new Set<string>();
  const visit = (id: string | undefined) => {
    if (!id || found.has(id)) return;
    found.add(id);
    for (const [input, value] of Object.entries(workflow[id]?.inputs ?? {})) if (input !== other) visit(linkIn(value));
  };
  for (const { inputs } of Object.values(workflow)) visit(linkIn(inputs[side]));
  return found;
}

const linkIn = (value: Json | undefined): string | undefined =>
  Array.isArray(value) && value.length === 2 && typeof value[1] === "number" ? String(value[0]) : undefined;
