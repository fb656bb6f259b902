import pino from "pino";
import { redactAddresses } from "@/lib/platform/redact-addresses";

const secretPaths = [
  "password",
  "token",
  "ticket",
  "secret",
  "authorization",
  "cookie",
  "apiKey",
  "webhookSecret",
  "signature",
  "signingKey",
  "databaseUrl",
];

const isGoogle = ["1", "true"].includes(process.env.BOARDS_GOOGLE_LOGGING_COMPAT ?? "");
const severities: Record<string, string> = { trace: "DEBUG", debug: "DEBUG", info: "INFO", warn: "WARNING", error: "ERROR", fatal: "CRITICAL" };
/** Google Cloud Logging's names. */
const googleNames = { messageKey: "message", formatters: { level: (label: string) => ({ severity: severities[label] ?? "DEFAULT" }) } };

/** Structured log of the process: one JSON record a line, which the launcher shows to people. Level by BOARDS_LOG_LEVEL; secrets are cut out by name, and from addresses. */
export const log = pino({
  name: "boards",
  ...(isGoogle ? googleNames : {}),
  level: (process.env.BOARDS_LOG_LEVEL ?? (process.env.BOARDS_DEBUG === "true" ? "debug" : "info")).toLowerCase().replace("warning", "warn"),
  redact: { paths: secretPaths.flatMap((path) => [path, `*.${path}`, `*.*.${path}`]), censor: "[secret]" },
  hooks: { streamWrite: redactAddresses },
});
