import type { ArtifactType, Json } from "@/lib/generators/contract/define-generator";
import type { JobBook, SimulatedJob } from "@/lib/testing/simulators/jobs";
import {
  accountAnswer,
  endOf,
  faultAfter,
  faultBefore,
  type ProviderSimulator,
  type SimulatedAnswer,
  type SimulatedRequest,
  type SimulatorDesk,
} from "@/lib/testing/simulators/provider-simulator";
import { answers } from "./answers";
import { example } from "./example";

type Node = { class_type?: string; inputs?: Record<string, Json>; _meta?: { title?: string } };
type Workflow = Record<string, Node>;

/** What nodes keep: what it is, under which name the history lists it, and the ending of the file. */
const outputNodes: Record<string, { artifactType: ArtifactType; list: string; extension: string }> = {
  SaveImage: { artifactType: "image", list: "images", extension: "png" },
  PreviewImage: { artifactType: "image", list: "images", extension: "png" },
  SaveVideo: { artifactType: "video", list: "images", extension: "mp4" },
  VHS_VideoCombine: { artifactType: "video", list: "gifs", extension: "mp4" },
  SaveAudio: { artifactType: "audio", list: "audio", extension: "flac" },
  SaveAudioMP3: { artifactType: "audio", list: "audio", extension: "mp3" },
  SaveGLB: { artifactType: "model", list: "3d", extension: "glb" },
  SaveText: { artifactType: "text", list: "files", extension: "txt" },
  PreviewAny: { artifactType: "text", list: "text", extension: "txt" },
};
const fileNodes: Record<string, string> = { LoadImage: "image", LoadImageMask: "image", LoadAudio: "audio", LoadVideo: "file" };

/** Names of files that were uploaded, by the book of the simulator that has them. */
const uploaded = new WeakMap<JobBook, Set<string>>();

/** A ComfyUI server behind a guard that asks for a key: `server.py` and `execution.py` of https://github.com/Comfy-Org/ComfyUI */
export const simulator: ProviderSimulator = {
  hosts: ["comfyui.simulated"],
  askedBy: example,
  answers,

  async handle(request, desk) {
    const { method, path, headers } = request;
    if (headers.authorization === "Bearer wrong") return { status: 401, body: { error: "Authentication required." } };
    const ours = () => [...desk.book.jobs.values()].filter(({ host }) => host === request.host);
    const jobOf = (promptId: Json | undefined) => ours().findLast((job) => job.request.prompt_id === promptId);
    if (path === "/system_stats") return accountAnswer(desk, request, { system: { os: "posix", comfyui_version: "0.9.0" }, devices: [] });
    if (path === "/prompt" && method === "POST") return submit(request, desk);
    if (path === "/upload/image") return upload(request, desk);
    if (path === "/view") return view();
    if (path === "/queue" && method === "GET") return queue();
    if (path === "/queue") {
      for (const id of request.json().delete as string[]) {
        const job = jobOf(id);
        if (job && desk.book.state(job) === "queued") desk.book.cancel(job);
      }
      return { body: "" };
    }
    if (path === "/interrupt") {
      const job = jobOf(request.json().prompt_id);
      if (job && desk.book.state(job) === "running") desk.book.cancel(job);
      return { body: "" };
    }
    const [, id] = /^\/history\/([^/]+)$/.exec(path) ?? [];
    return id ? history(decodeURIComponent(id)) : null;

    function queue(): SimulatedAnswer {
      const items = (state: string) => ours().filter((job) => desk.book.state(job) === state);
      const tuple = (job: SimulatedJob) => [
        ours().indexOf(job),
        job.request.prompt_id,
        job.request.workflow,
        { client_id: job.request.client_id },
        Object.keys(outputsIn(job.request.workflow as Workflow)),
      ];
      // Backwards, since the real one is a heap, whose order means nothing.
      return { body: { queue_running: items("running").map(tuple), queue_pending: items("queued").map(tuple).reverse() } };
    }

    async function history(id: string): Promise<SimulatedAnswer> {
      const fault = desk.statusFault(request, jobOf(id));
      const broken = await faultBefore(fault);
      if (broken) return broken;
      if (fault?.kind === "malformed") return { headers: { "content-type": "application/json" }, body: '{"' };
      const job = jobOf(id);
      const state = job ? desk.book.state(job) : "queued";
      // What was taken out of the queue leaves no trace.
      const isGone = state === "queued" || state === "running" || (job?.cancelledAt != null && job.cancelledAt < job.startsAt);
      if (!job || isGone) return { body: {} };
      const entry = entryOf(job, desk);
      if (fault?.kind === "unknown-status") entry.status.status_str = "dreaming";
      return { body: { [id]: entry } };
    }

    function view(): SimulatedAnswer {
      const [, id, place] = /^([0-9a-f-]{36})_(\d+)_/.exec(request.query.get("filename") ?? "") ?? [];
      // The desk keeps the bytes, and what goes wrong with them.
      return id ? { status: 302, headers: { location: `${desk.url}/files/${id}/${place}` }, body: "" } : { status: 404, body: "" };
    }
  },
};

async function submit(request: SimulatedRequest, desk: SimulatorDesk): Promise<SimulatedAnswer> {
  const body = request.json();
  const workflow = (body.prompt ?? {}) as Workflow;
  const texts = Object.values(workflow).flatMap(({ class_type, inputs }) => (class_type?.includes("TextEncode") ? [inputs?.text ?? ""] : []));
  const words = String(texts[0] ?? "");
  const fault = desk.submitFault(request, { prompt: words });
  const before = await faultBefore(fault);
  if (before) return before;
  const isUuid = body.prompt_id === undefined || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(String(body.prompt_id));
  if (!isUuid) return refused({ type: "invalid_prompt_id", message: "prompt_id must be a valid UUID", details: "", extra_info: {} });
  const error = workflowError(workflow) ?? inputError(workflow, desk, fault?.kind === "bad-input");
  if (error) return error;
  const [first] = Object.values(outputsIn(workflow));
  const promptId = String(body.prompt_id ?? crypto.randomUUID());
  const { width, height, batch_size: batchSize } = Object.values(workflow).find(({ inputs }) => inputs?.batch_size)?.inputs ?? {};
  const artifactType = first?.artifactType ?? "image";
  desk.book.accept({
    host: request.host,
    endpoint: "prompt",
    request: {
      prompt: words,
      prompt_id: promptId,
      client_id: body.client_id ?? null,
      workflow: body.prompt ?? {},
      aspect_ratio: `${width}:${height}`,
    },
    artifactType,
    outputCount: artifactType === "image" ? Number(batchSize ?? 1) : 1,
    outputPath: "",
    webhookUrl: null,
    fault,
  });
  return faultAfter(fault) ?? { body: { prompt_id: promptId, number: desk.book.jobs.size, node_errors: {} } };
}

const refused = (error: Json, nodeErrors: Json = {}): SimulatedAnswer => ({ status: 400, body: { error, node_errors: nodeErrors } });

function workflowError(workflow: Workflow): SimulatedAnswer | null {
  const broken = Object.entries(workflow).find(([, { class_type }]) => !class_type || class_type === "NodeThatIsNotInstalled");
  if (broken) {
    const [id, { class_type }] = broken;
    const message = `Node '${class_type ?? `ID #${id}`}' not found. The custom node may not be installed.`;
    return refused({ type: "missing_node_type", message, details: `Node ID '#${id}'`, extra_info: { node_id: id, class_type: class_type ?? null } });
  }
  if (Object.keys(outputsIn(workflow)).length > 0) return null;
  return refused({ type: "prompt_no_outputs", message: "Prompt has no outputs", details: "", extra_info: {} });
}

function inputError(workflow: Workflow, desk: SimulatorDesk, isAsked: boolean): SimulatedAnswer | null {
  const wrong = Object.entries(workflow).flatMap(([id, { class_type = "", inputs = {} }]) => {
    const file = fileNodes[class_type];
    const isMissing = file && !uploaded.get(desk.book)?.has(String(inputs[file]));
    if (isMissing) return [{ id, class_type, name: file, message: "Custom validation failed for node", details: `${file} - Invalid image file` }];
    const hasModel = isAsked && "ckpt_name" in inputs;
    return hasModel
      ? [{ id, class_type, name: "ckpt_name", message: "Value not in list", details: `ckpt_name: '${inputs.ckpt_name}' not in []` }]
      : [];
  });
  if (wrong.length === 0) return null;
  const nodeErrors = wrong.map(({ id, class_type, name, message, details }) => [
    id,
    {
      errors: [{ type: "invalid", message, details, extra_info: { input_name: name } }],
      dependent_outputs: Object.keys(outputsIn(workflow)),
      class_type,
    },
  ]);
  const error = { type: "prompt_outputs_failed_validation", message: "Prompt outputs failed validation", details: "", extra_info: {} };
  return refused(error, Object.fromEntries(nodeErrors) as Json);
}

function outputsIn(workflow: Workflow) {
  return Object.fromEntries(
    Object.entries(workflow).flatMap(([id, { class_type = "" }]) => (outputNodes[class_type] ? [[id, outputNodes[class_type]]] : [])),
  );
}

function entryOf(job: SimulatedJob, desk: SimulatorDesk) {
  const { prompt_id, workflow } = job.request;
  const nodes = outputsIn(workflow as Workflow);
  const state = desk.book.state(job);
  const at = { prompt_id: prompt_id ?? null, timestamp: job.endsAt };
  const broken = { ...at, node_id: "3", node_type: "KSampler", executed: [] };
  const fails = (exception_message: string): [string, Json] => [
    "execution_error",
    { ...broken, exception_message, exception_type: "RuntimeError", traceback: ["  File"], current_inputs: {}, current_outputs: [] },
  ];
  const ends: Record<string, [string, Json]> = {
    cancelled: ["execution_interrupted", broken],
    failed: fails("CUDA out of memory\n"),
    // As nodes say it that ask OpenAI.
    refused: fails("API Error: Your request was rejected by the safety system (Type: image_generation_user_error)\n"),
  };
  const documented: [string, Json] = ["execution_error", { ...broken, traceback: ["  File"], ...endOf(job) }];
  const end = job.fault?.answer?.at === "end" ? documented : ends[state];
  const file = (place: number, extension: string) => ({ filename: `${job.id}_${place}_.${extension}`, subfolder: "", type: "output" });
  const made = (kind: { list: string; extension: string; artifactType: ArtifactType }): Json => {
    const files = Array.from({ length: job.outputCount }, (_, place) => file(place, kind.extension));
    const words = [`A simulated answer to: ${job.request.prompt}`];
    return kind.artifactType === "text" ? { text: words, ...(kind.list === "files" ? { files } : {}) } : { [kind.list]: files };
  };
  const isEmpty = end !== undefined || job.fault?.kind === "no-output";
  return {
    prompt: [1, prompt_id, workflow, { client_id: job.request.client_id }, Object.keys(nodes)],
    outputs: isEmpty ? {} : Object.fromEntries(Object.entries(nodes).map(([id, kind]) => [id, made(kind)])),
    status: {
      status_str: end ? "error" : "success",
      completed: !end,
      messages: [["execution_start", at], ["execution_cached", { ...at, nodes: [] }], end ?? ["execution_success", at]],
    },
  };
}

async function upload({ host, body }: SimulatedRequest, desk: SimulatorDesk): Promise<SimulatedAnswer> {
  const broken = await faultBefore(desk.faults.next(host, "upload"));
  if (broken) return broken;
  const [, name] = /name="image"; filename="([^"]+)"/.exec(body.subarray(0, 1000).toString("latin1")) ?? [];
  if (!name) return { status: 400, body: "" };
  const names = uploaded.get(desk.book) ?? new Set();
  uploaded.set(desk.book, names.add(name));
  return { body: { name, subfolder: "", type: "input" } };
}
