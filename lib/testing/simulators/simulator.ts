import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { allGenerators } from "@/lib/generators/catalogue/registry";
import type { ArtifactType, Json } from "@/lib/generators/contract/define-generator";
import { FaultPlan } from "./faults";
import { isBlank, JobBook, type SimulatedJob } from "./jobs";
import { loadSimulators } from "./load-simulators";
import { plainImage, simulatedMedia } from "./media";
import type { SimulatedModel } from "./models/simulated-model";
import { simulatedModels } from "./models/simulated-models";
import { drop, type ProviderSimulator, promptOf, type SimulatedAnswer, type SimulatedRequest, type SimulatorDesk } from "./provider-simulator";
import { writePath } from "./write-path";

const webhookTries = 12;

/** A running simulator of every provider. */
export interface Simulator {
  url: string;
  book: JobBook;
  faults: FaultPlan;
  /** Models that are described; the last one of an id counts. */
  models: SimulatedModel[];
  /** Told of each moment at which a provider was just asked for something: submit, status, upload or file. */
  onMoment?: ((moment: string) => void) | undefined;
  stop(): Promise<void>;
}

/** Starts one HTTP server that stands in for every provider: `<url>/<host>/<path>`. `speed` 1 is for people, 0 for tests. */
export async function startSimulator({ port = 0, speed = 0 }: { port?: number; speed?: number } = {}): Promise<Simulator> {
  const simulators = await loadSimulators();
  const simulatorOf = (host: string) =>
    simulators.find(({ hosts }) => hosts.some((each) => (each.startsWith("*") ? host.endsWith(each.slice(1)) : each === host)));
  const book = new JobBook(speed);
  const faults = new FaultPlan();
  const uploads = new Map<string, { bytes: Buffer; mimeType: string }>();
  const timers = new Set<NodeJS.Timeout>();
  const server = createServer((incoming, outgoing) => void serve(incoming, outgoing));
  server.keepAliveTimeout = 5000;
  await once(server.listen(port, "127.0.0.1"), "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const models = [...simulatedModels];
  const running: Simulator = { url, book, faults, models, stop: async () => undefined };

  let isStopped = false;
  const later = (ms: number, work: () => void) => {
    if (isStopped) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms);
    timers.add(timer);
  };

  const desk: SimulatorDesk = {
    url,
    book,
    faults,
    findModel: (provider, name) =>
      models.findLast((each) => each.provider === provider && (each.modelId === name || (each.version !== null && each.version === name))),
    submitFault(request, input) {
      const answers = simulatorOf(request.host)?.answers ?? {};
      const fault = faults.next(request.host, "submit") ?? faults.fromPrompt(promptOf(input), answers);
      const answer = fault?.name === undefined ? undefined : answers[fault.name];
      return fault && answer ? { ...fault, answer } : fault;
    },
    statusFault(request, job) {
      const planned = faults.next(request.host, "status");
      const isOver = job !== undefined && !["queued", "running"].includes(book.state(job));
      return planned ?? (isOver && job.fault?.answer?.at === "status" ? { ...job.fault, on: "status" } : null);
    },
    accept(model, request, input, webhookUrl, fault) {
      const described = desk.findModel(model.provider, model.endpoint);
      const found = described ? { artifactType: described.artifactType, output: "", outputCount: described.countOf(input) } : modelOf(model);
      if (!found) return null;
      const job = book.accept({
        host: request.host,
        endpoint: model.endpoint,
        request: input,
        artifactType: found.artifactType,
        outputCount: found.outputCount ?? (Number(input.num_images ?? input.n ?? input.sample_count ?? 1) || 1),
        outputPath: found.output,
        answer: described?.answer,
        webhookUrl,
        fault,
      });
      const simulator = simulators.find(({ hosts }) => hosts.includes(request.host));
      if (webhookUrl && simulator && !promptOf(input).includes("sim:no-webhook"))
        void book.ended(job).then(() => later(0, () => void call(simulator, job, 1)));
      return job;
    },
    resultUrls: (job) => Array.from({ length: job.outputCount }, (_, index) => `${url}/files/${job.id}/${index}`),
    result(job) {
      if (job.fault?.kind === "no-output") return {};
      return job.answer ? job.answer(resultsOf(job)) : writePath(job.outputPath, desk.resultUrls(job));
    },
    keepFile(bytes, mimeType) {
      const id = randomUUID();
      uploads.set(id, { bytes, mimeType });
      return `${url}/uploads/${id}`;
    },
    media: simulatedMedia,
  };

  const resultsOf = (job: SimulatedJob) => (job.artifactType === "text" ? [`A simulated answer to: ${promptOf(job.request)}`] : desk.resultUrls(job));

  // As providers do, a call that is not answered is repeated.
  async function call(simulator: ProviderSimulator, job: SimulatedJob, tried: number): Promise<void> {
    const message = book.state(job) === "cancelled" ? null : await simulator.webhook?.(job, desk);
    if (!message || !job.webhookUrl) return;
    const response = await fetch(job.webhookUrl, {
      method: "POST",
      headers: { "content-type": "application/json", ...message.headers },
      body: message.body,
      signal: AbortSignal.timeout(5000),
    }).catch(() => null);
    if (response?.ok) job.webhooksDelivered++;
    else if (tried < webhookTries) later(500 * 1.6 ** (tried - 1), () => void call(simulator, job, tried + 1));
  }

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse) {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const address = new URL(incoming.url ?? "/", url);
    const [, host = "", ...steps] = address.pathname.split("/");
    const body = Buffer.concat(chunks);
    const request: SimulatedRequest = {
      host,
      method: incoming.method ?? "GET",
      path: `/${steps.join("/")}`,
      query: address.searchParams,
      headers: incoming.headers as Record<string, string>,
      body,
      json: () => (body.length > 0 ? (JSON.parse(body.toString("utf8")) as Record<string, Json>) : {}),
    };
    try {
      if (host === "__simulator") return send(outgoing, await control(request));
      running.onMoment?.(momentOf(request));
      if (host === "files") return await sendResult(outgoing, request);
      if (host === "uploads") return sendUpload(outgoing, request);
      const simulator = simulatorOf(host);
      const answer = simulator ? await simulator.handle(request, desk) : null;
      if (answer === drop) return void incoming.socket.destroy();
      send(outgoing, answer ?? { status: 404, body: { detail: `The simulator knows no ${request.method} ${host}${request.path}` } });
    } catch (error) {
      send(outgoing, { status: 500, body: { detail: `The simulator failed: ${error}` } });
    }
  }

  async function sendResult(outgoing: ServerResponse, { path }: SimulatedRequest) {
    const [, jobId = "", place = "0"] = path.split("/");
    const job = book.jobs.get(jobId);
    const fault = faults.next("files", "file") ?? job?.fault;
    if (!job || fault?.kind === "expired") return send(outgoing, { status: 404, body: { detail: "This file has expired" } });
    const isBad = fault?.kind === "wrong-type" || (fault?.kind === "one-bad-output" && place === "1");
    if (isBad) return send(outgoing, { headers: { "content-type": "text/html" }, body: "<html><body>Sign in</body></html>" });
    if (isBlank(job, Number(place))) return send(outgoing, { headers: { "content-type": "image/png" }, body: await plainImage(768, 576) });
    // Higher than a WebP can be.
    if (fault?.kind === "one-tall-output" && place === "1")
      return send(outgoing, { headers: { "content-type": "image/png" }, body: await plainImage(300, 17_200) });
    const words = `${promptOf(job.request)}${job.outputCount > 1 ? ` ${Number(place) + 1}` : ""}`;
    const kind = fault?.kind === "lying" ? (job.artifactType === "image" ? "audio" : "image") : job.artifactType;
    const { bytes } = await simulatedMedia(kind, words, ratioOf(job.request));
    const { mimeType } = await simulatedMedia(job.artifactType, words, ratioOf(job.request));
    if (fault?.kind === "huge") {
      outgoing.writeHead(200, { "content-type": mimeType });
      outgoing.on("error", () => undefined);
      const write = () => {
        if (outgoing.destroyed) return;
        outgoing.write(Buffer.alloc(1_048_576)) ? setImmediate(write) : outgoing.once("drain", write);
      };
      return write();
    }
    outgoing.writeHead(200, { "content-type": mimeType, "content-length": bytes.length });
    outgoing.end(bytes);
  }

  function sendUpload(outgoing: ServerResponse, { path, method, body, headers }: SimulatedRequest) {
    const id = path.slice(1);
    if (method === "PUT") {
      uploads.set(id, { bytes: body, mimeType: headers["content-type"] ?? "application/octet-stream" });
      return send(outgoing, { body: {} });
    }
    const file = uploads.get(id);
    if (!file) return send(outgoing, { status: 404, body: { detail: "There is no such file" } });
    outgoing.writeHead(200, { "content-type": file.mimeType, "content-length": file.bytes.length });
    outgoing.end(file.bytes);
  }

  async function control({ path, method, json }: SimulatedRequest): Promise<SimulatedAnswer> {
    if (path === "/health") return { body: { status: "ok" } };
    if (path === "/faults" && method === "DELETE") faults.clear();
    else if (path === "/faults") faults.add(json() as never);
    else if (path === "/jobs")
      return { body: [...book.jobs.values()].map((job) => ({ ...job, state: book.state(job), prompt: promptOf(job.request) })) };
    return { body: {} };
  }

  const stop = async () => {
    isStopped = true;
    for (const timer of timers) clearTimeout(timer);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  running.stop = stop;
  return running;
}

function momentOf({ host, method, path }: SimulatedRequest): string {
  if (host === "files") return "file asked for";
  if (/upload|\/files$/.test(host + path)) return "upload begun";
  return method === "POST" ? "submit begun" : "status asked for";
}

function ratioOf(input: Record<string, Json>): number {
  const [, across, up] = /^(\d+):(\d+)$/.exec(String(input.aspect_ratio ?? input.aspectRatio ?? "")) ?? [];
  if (across && up) return Number(across) / Number(up);
  const named: Record<string, number> = { square_hd: 1, square: 1, portrait_4_3: 3 / 4, portrait_16_9: 9 / 16, landscape_16_9: 16 / 9 };
  return named[String(input.image_size)] ?? 4 / 3;
}

function modelOf({ provider, endpoint }: { provider: string; endpoint: string }) {
  for (const generator of allGenerators()) {
    if (!("endpoint" in generator) || generator.provider !== provider) continue;
    const { endpoint: given } = generator;
    const endpoints = typeof given === "string" ? [given] : [{}, { image_sources: ["one"] }].map((inputs) => unlessItFails(() => given(inputs)));
    if (!endpoints.some((each) => each === endpoint || each?.split(":")[0] === endpoint)) continue;
    const outputCount = "outputCount" in generator && generator.outputCount ? unlessItFails(() => generator.outputCount?.({})) : undefined;
    return { artifactType: generator.artifactType as ArtifactType, output: generator.output, outputCount };
  }
  return null;
}

// Someone's own generator may insist on its inputs.
function unlessItFails<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function send(outgoing: ServerResponse, { status = 200, headers = {}, body }: SimulatedAnswer) {
  const isBytes = Buffer.isBuffer(body);
  const type = isBytes ? "application/octet-stream" : typeof body === "string" ? "text/plain" : "application/json";
  outgoing.writeHead(status, { "content-type": type, ...headers });
  outgoing.end(isBytes || typeof body === "string" ? body : JSON.stringify(body));
}
