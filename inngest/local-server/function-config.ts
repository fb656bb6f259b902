import * as z from "zod";
import { cronError } from "./cron-schedule";
import { expressionError } from "./expressions";

const concurrencySchema = z.object({
  limit: z.number().int().min(0),
  key: z.string().optional(),
  scope: z.enum(["fn", "env", "account"]).optional(),
});

// No more triggers, limits and cancellations than Inngest takes: its source, pkg/consts.
const configSchema = z.object({
  id: z.string().min(1),
  name: z.string().optional(),
  triggers: z
    .array(
      z.union([z.object({ event: z.string(), expression: z.string().nullish() }), z.object({ cron: z.string(), jitter: z.string().optional() })]),
    )
    .max(10),
  steps: z.object({
    step: z.object({
      runtime: z.object({ type: z.string(), url: z.url() }),
      retries: z.object({ attempts: z.number().int().min(0).optional() }).nullish(),
    }),
  }),
  concurrency: z
    .union([z.number().int().min(0), concurrencySchema, z.array(concurrencySchema).max(2)])
    .nullish()
    .transform((value) => (typeof value === "number" ? [{ limit: value }] : Array.isArray(value) ? value : value ? [value] : [])),
  cancel: z
    .array(z.object({ event: z.string(), if: z.string().nullish(), timeout: z.string().nullish() }))
    .max(5)
    .nullish()
    .transform((value) => value ?? []),
  idempotency: z.string().nullish(),
});

/** A function as the app declared it at its last sync, with the defaults filled in. */
export type FunctionConfig = z.output<typeof configSchema>;

/** One bound on how many calls run at once: those that share `key` share the limit. */
type ConcurrencyLimit = z.output<typeof concurrencySchema>;

/** A function asks for something this server does not do; the message names both. */
export class UnsupportedConfigError extends Error {
  override name = "UnsupportedConfigError";
}

const knownFields = new Set(Object.keys(configSchema.shape));

/** How often a step or a function body is tried in all: the declared retries, 4 unless declared, as at Inngest, and the first attempt. */
export function maximumAttempts(config: FunctionConfig): number {
  return (config.steps.step.retries?.attempts ?? 4) + 1;
}

/** Reads one function of a sync; throws UnsupportedConfigError rather than run it otherwise than its author meant. */
export function parseFunctionConfig(input: unknown): FunctionConfig {
  const raw = z.looseObject({ id: z.string() }).safeParse(input);
  if (!raw.success) throw new UnsupportedConfigError("A function without an id cannot be synced.");
  const refuse = (reason: string): never => {
    throw new UnsupportedConfigError(`Function "${raw.data.id}" ${reason}`);
  };
  for (const [field, value] of Object.entries(raw.data)) {
    if (value !== undefined && value !== null && !knownFields.has(field)) {
      refuse(`asks for "${field}", which Inngest for one machine does not support; remove it or use Inngest itself.`);
    }
  }
  const parsed = configSchema.safeParse(input);
  if (!parsed.success) return refuse(`has an invalid configuration: ${z.prettifyError(parsed.error)}`);
  const config = parsed.data;
  if (config.steps.step.runtime.type !== "http") {
    refuse(`asks for the runtime "${config.steps.step.runtime.type}" (connect); only "http" (serve) is supported.`);
  }
  for (const trigger of config.triggers) {
    if (!("cron" in trigger)) continue;
    if (trigger.jitter) refuse('asks for "jitter" on a cron trigger, which Inngest for one machine does not support.');
    const problem = cronError(trigger.cron);
    if (problem) refuse(`has the cron trigger "${trigger.cron}", which cannot be read: ${problem}`);
  }
  for (const source of expressionsOf(config)) {
    const problem = expressionError(source);
    if (problem) refuse(`has the expression "${source}", which is not valid CEL: ${problem}`);
  }
  return config;
}

function expressionsOf(config: FunctionConfig): string[] {
  const sources = [
    ...config.triggers.map((trigger) => ("event" in trigger ? trigger.expression : undefined)),
    ...config.cancel.map((cancel) => cancel.if),
    ...config.concurrency.map((limit: ConcurrencyLimit) => limit.key),
    config.idempotency,
  ];
  return sources.filter((source): source is string => Boolean(source));
}
