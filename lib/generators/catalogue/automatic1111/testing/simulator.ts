import type { Json } from "@/lib/generators/contract/define-generator";
import { accountAnswer, faultAfter, faultBefore, type ProviderSimulator, type SimulatedAnswer } from "@/lib/testing/simulators/provider-simulator";
import { answers } from "./answers";

const accepted = `Basic ${Buffer.from("simulated-key").toString("base64")}`;

/** AUTOMATIC1111's web UI, started with `--api --api-auth`: https://github.com/AUTOMATIC1111/stable-diffusion-webui/wiki/API */
export const simulator: ProviderSimulator = {
  hosts: ["automatic1111.simulated"],
  askedBy: "automatic1111-text-to-image",
  answers,

  async handle(request, desk) {
    const { host, path, headers } = request;
    const ours = [...desk.book.jobs.values()].filter((job) => job.host === host);
    const unended = ours.filter((job) => ["queued", "running"].includes(desk.book.state(job)));
    // The interface asks here, without the API's password.
    if (path === "/internal/progress") return { body: progress(String(request.json().id_task)) };
    if (headers.authorization !== accepted) return refusal(401, "HTTPException", "Incorrect username or password");
    if (path === "/sdapi/v1/progress")
      return accountAnswer(desk, request, { progress: 0, eta_relative: 0, state: {}, current_image: null, textinfo: null });
    if (path === "/sdapi/v1/interrupt") {
      for (const job of unended.slice(0, 1)) desk.book.cancel(job);
      return { body: {} };
    }
    const [, endpoint] = /^\/sdapi\/v1\/(txt2img|img2img|extra-single-image)$/.exec(path) ?? [];
    return endpoint ? await work(endpoint) : { status: 404, body: { detail: "Not Found" } };

    function progress(taskId: string): Record<string, Json> {
      const job = unended.find((each) => each.request.force_task_id === taskId);
      const isActive = job !== undefined && job === unended[0];
      const isDone = !job && ours.some((each) => each.request.force_task_id === taskId);
      return { active: isActive, queued: Boolean(job) && !isActive, completed: isDone, progress: isActive ? desk.book.progress(job) : null };
    }

    async function work(endpoint: string): Promise<SimulatedAnswer> {
      const input = request.json();
      const fault = desk.submitFault(request, input);
      const before = await faultBefore(fault);
      if (before) return before;
      if (fault?.kind === "bad-input") return refusal(404, "HTTPException", "Sampler not found");
      const images = [input.init_images ?? [], input.image ?? [], input.mask ?? []].flat();
      if (images.some((each) => !/^data:image\/\w+;base64,\w/.test(String(each)))) return refusal(500, "HTTPException", "Invalid encoded image");
      if (endpoint !== "txt2img" && images.length === 0) return refusal(404, "HTTPException", "Init image not found");
      const job = desk.accept({ provider: "automatic1111", endpoint }, request, input, null, fault);
      if (!job) return { status: 404, body: { detail: "Not Found" } };
      // An interrupted task answers at once, with what there is.
      await desk.book.ended(job);
      if (fault?.kind === "fail") return refusal(500, "OutOfMemoryError", "", "CUDA out of memory. Tried to allocate 20.00 MiB.");
      return faultAfter(fault) ?? { body: await result(endpoint, input, fault?.kind) };
    }

    async function result(endpoint: string, input: Record<string, Json>, fault: string | undefined): Promise<Record<string, Json>> {
      const { bytes } = await desk.media(fault === "lying" ? "audio" : "image", String(input.prompt ?? endpoint), ratioOf(input));
      const base64 = bytes.toString("base64");
      if (endpoint === "extra-single-image") return { html_info: "<p>Postprocess upscale by: 2.0</p>", image: fault === "no-output" ? null : base64 };
      const images = fault === "no-output" ? [] : Array.from({ length: Number(input.n_iter ?? 1) }, () => base64);
      return { images, parameters: input, info: JSON.stringify({ seed: input.seed ?? 1 }) };
    }
  },
};

const ratioOf = ({ width, height }: Record<string, Json>) => Number(width ?? 512) / Number(height ?? 512);

// As the web UI puts an exception into JSON.
const refusal = (status: number, error: string, detail: string, errors = ""): SimulatedAnswer => ({
  status,
  body: { error, detail, body: "", errors },
});
