import pino from "pino";

const secretPaths = ["password", "token", "secret", "authorization", "cookie", "apiKey", "signature", "signingKey", "databaseUrl"];

/** Structured log of the process: JSON in production, for people elsewhere. Level by BOARDS_LOG_LEVEL; secrets are cut out by name. */
export const log = pino({
  name: "boards",
  level: (process.env.BOARDS_LOG_LEVEL ?? "info").toLowerCase().replace("warning", "warn"),
  redact: { paths: secretPaths.flatMap((path) => [path, `*.${path}`, `*.*.${path}`]), censor: "[secret]" },
  ...(process.env.NODE_ENV === "production" || process.env.VITEST
    ? {}
    : { transport: { target: "pino-pretty", options: { ignore: "pid,hostname,name" } } }),
});
