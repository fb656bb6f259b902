import type { Json } from "@/lib/generators/contract/define-generator";
import type { JobStatus } from "@/lib/generators/contract/provider";
import { BoardsError } from "@/lib/platform/errors";

/** What ComfyUI remembers of a job that has ended: `execution.py` of https://github.com/Comfy-Org/ComfyUI (read 2026-11-25). */
export interface HistoryEntry {
  /** By node, then by kind: lists of files, of texts, or marks such as `animated`. */
  outputs?: Record<string, Record<string, Json> | null>;
  status?: { status_str?: string; messages?: [string, Record<string, Json>][] } | null;
}

/** How a job ended. The files and texts of these nodes are its result, in that order. */
export function readEntry({ outputs = {}, status }: HistoryEntry, baseUrl: string, nodes: string[]): JobStatus {
  const messages = new Map(status?.messages ?? []);
  if (messages.has("execution_interrupted")) return { state: "cancelled" };
  const error = messages.get("execution_error");
  if (status?.status_str === "error") return failure(error ?? {});
  if (status && status.status_str !== "success")
    throw new BoardsError("provider.unavailable", { raw: `unknown status ${JSON.stringify(status).slice(0, 500)}` });
  const lists = nodes.flatMap((id) => Object.values(outputs[id] ?? {})).filter((each) => Array.isArray(each));
  const urls = lists.flat().flatMap((item) => fileAddress(item, baseUrl));
  const texts = nodes.flatMap((id) => outputs[id]?.text ?? []).filter((each) => typeof each === "string");
  return { state: "succeeded", billedUsd: 0, result: { files: [...new Set(urls)].map((url) => ({ url })), texts } };
}

function fileAddress(item: Json, baseUrl: string): string[] {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return [];
  const { filename, subfolder, type } = item;
  if (typeof filename !== "string" || !filename) return [];
  const query = new URLSearchParams({ filename, subfolder: String(subfolder ?? ""), type: String(type ?? "output") });
  return [`${baseUrl}/view?${query}`];
}

// Nodes that ask a service on the web pass on what it says.
const contentRefusal = /content[ _-]?polic|safety system|moderat(ed|ion)|flagged as/i;

function failure({ node_id, node_type, exception_message, exception_type, traceback }: Record<string, Json>): JobStatus {
  const words = String(exception_message ?? "").trim();
  return {
    state: "failed",
    reason: contentRefusal.test(words) ? "provider.content_refused" : "provider.failed",
    message: `${node_type ?? "A node"} (node ${node_id ?? "?"}): ${words}`.slice(0, 500),
    raw: JSON.stringify({ node_id, node_type, exception_type, exception_message, traceback }).slice(0, 4000),
  };
}

interface NodeErrors {
  class_type?: string;
  errors?: { message?: string; details?: string; extra_info?: { input_name?: string } }[];
}

/** What is wrong with a workflow that was not accepted: the node, its input and why; undefined when it says nothing about nodes. */
export function explainRefusal(body: unknown): string | undefined {
  const { node_errors: nodeErrors } = (typeof body === "object" && body !== null ? body : {}) as { node_errors?: Record<string, NodeErrors> };
  const sentences = Object.entries(nodeErrors ?? {}).flatMap(([id, { class_type, errors = [] }]) =>
    errors.map(({ message, details, extra_info }) => {
      const input = extra_info?.input_name ? `, input ${extra_info.input_name}` : "";
      // Often it is the input's name alone.
      const more = details && details !== extra_info?.input_name ? ` (${details})` : "";
      return `${class_type ?? "Node"} (node ${id})${input}: ${message}${more}`;
    }),
  );
  return sentences.length > 0 ? sentences.join("; ").slice(0, 500) : undefined;
}
