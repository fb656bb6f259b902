import type { DocumentedAnswer } from "@/lib/testing/simulators/provider-simulator";

const refused = (error: object, node_errors: object = {}): DocumentedAnswer => ({ at: "start", status: 400, body: { error, node_errors } });
const failed = (exception_type: string, exception_message: string): DocumentedAnswer => ({ at: "end", body: { exception_type, exception_message } });

/** `server.py` and `execution.py` of https://github.com/Comfy-Org/ComfyUI (read 2026-11-25); 401, 502 and 503 are of what stands before it. */
export const answers: Record<string, DocumentedAnswer> = {
  "guard-401": { at: "start", status: 401, body: { error: "Authentication required." } },
  "missing-node": refused({
    type: "missing_node_type",
    message: "Node 'Upscaler' not found. The custom node may not be installed.",
    details: "Node ID '#7'",
    extra_info: {},
  }),
  "no-outputs": refused({ type: "prompt_no_outputs", message: "Prompt has no outputs", details: "", extra_info: {} }),
  "value-not-in-list": refused(
    { type: "prompt_outputs_failed_validation", message: "Prompt outputs failed validation", details: "", extra_info: {} },
    {
      4: {
        class_type: "CheckpointLoaderSimple",
        dependent_outputs: ["9"],
        errors: [
          { type: "value_not_in_list", message: "Value not in list", details: "ckpt_name: 'x' not in []", extra_info: { input_name: "ckpt_name" } },
        ],
      },
    },
  ),
  "server-error": { at: "start", status: 500, body: "500 Internal Server Error" },
  "gateway-502": { at: "start", status: 502, body: "Bad Gateway" },
  "out-of-memory": failed("torch.OutOfMemoryError", "Allocation on device would exceed allowed memory."),
  "api-node-refused": failed("Exception", "API Error: Your request was rejected by the safety system (Type: image_generation_user_error)"),
  "status-503": { at: "status", status: 503, body: "Service Unavailable" },
};
