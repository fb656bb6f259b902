import type { DocumentedAnswer } from "@/lib/testing/simulators/provider-simulator";

const start = (status: number, error: string, detail: string, errors = ""): DocumentedAnswer => ({
  at: "start",
  status,
  body: { error, detail, body: "", errors },
});

/** `modules/api/api.py` of https://github.com/AUTOMATIC1111/stable-diffusion-webui (read 2026-11-25); 502 is of what stands before it. */
export const answers: Record<string, DocumentedAnswer> = {
  "wrong-password": start(401, "HTTPException", "Incorrect username or password"),
  "no-api": { at: "start", status: 404, body: { detail: "Not Found" } },
  "no-sampler": start(404, "HTTPException", "Sampler not found"),
  "missing-field": {
    at: "start",
    status: 422,
    body: { detail: [{ loc: ["body", "steps"], msg: "value is not a valid integer", type: "type_error.integer" }] },
  },
  "out-of-memory": start(500, "OutOfMemoryError", "", "CUDA out of memory. Tried to allocate 20.00 MiB."),
  "invalid-image": start(500, "HTTPException", "Invalid encoded image"),
  "gateway-502": { at: "start", status: 502, body: "Bad Gateway" },
};
