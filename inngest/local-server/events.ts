import * as z from "zod";

/** An event as the SDK sends it and as functions receive it (SDK spec 1.3.4). */
export type InngestEvent = {
  id?: string;
  name: string;
  data: Record<string, unknown>;
  ts: number;
  [key: string]: unknown;
};

/** A serialized error, as it travels between the app and the server. */
export type SerializedError = { name: string; message: string; stack?: string; [key: string]: unknown };

/** Validates one event of a request, and drops what Inngest does not keep; the time is now unless the sender says otherwise. */
export const eventSchema = z.object({
  id: z.string().max(256).optional(),
  name: z.string().min(1).max(256),
  user: z.record(z.string(), z.unknown()).optional(),
  v: z.string().optional(),
  data: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((data) => data ?? {}),
  ts: z
    .number()
    .nullish()
    .transform((ts) => ts || Date.now()),
});

/** Names of the events that the server itself sends and uses. */
export const internalEventNames = {
  failed: "inngest/function.failed",
  finished: "inngest/function.finished",
  cancelled: "inngest/function.cancelled",
  invoked: "inngest/function.invoked",
  timer: "inngest/scheduled.timer",
} as const;

/** Reads an error out of whatever the app answered. */
export function toSerializedError(value: unknown): SerializedError {
  if (value !== null && typeof value === "object") {
    const fields = value as Record<string, unknown>;
    const text = [fields.message, fields.error].find((field): field is string => typeof field === "string");
    return {
      ...fields,
      name: typeof fields.name === "string" ? fields.name : "Error",
      message: text ?? JSON.stringify(value),
    };
  }
  return { name: "Error", message: typeof value === "string" ? value : JSON.stringify(value ?? "Unknown error") };
}
