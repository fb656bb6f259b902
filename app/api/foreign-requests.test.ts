import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { env, forgetEnv } from "@/lib/platform/env";

/* Every route handler, found from its file, looks at where a request comes from before anything else. */

// Neither a database nor a function engine is asked for.
Object.assign(process.env, { BOARDS_LOG_LEVEL: "silent", INNGEST_BASE_URL: "http://127.0.0.1:1" });
const before = { ...process.env };
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
type Handler = (request: Request, context: object) => Promise<Response>;
const files = (await readdir(import.meta.dirname, { recursive: true })).filter((file) => file.endsWith("route.ts"));
const routes = await Promise.all(
  files.map(async (file) => ({ file, handlers: (await import(/* @vite-ignore */ join(import.meta.dirname, file))) as Record<string, Handler> })),
);

function settings(given: Record<string, string>) {
  process.env = { ...before, DATABASE_URL: "postgresql://localhost:1/none", BOARDS_STORAGE_SIGNING_KEY: "k".repeat(32), ...given };
  forgetEnv();
}
afterAll(() => {
  process.env = before;
  forgetEnv();
});

const ask = async (handler: Handler | undefined, method: string, headers: Record<string, string>) => {
  const response = await handler?.(new Request("http://localhost:3000/", { method, headers }), { params: Promise.resolve({}) });
  return { status: response?.status, reason: (await response?.json().catch(() => null))?.reason, headers: response?.headers };
};

const local = { BOARDS_LOCAL: "1" };
const forOthers = { BOARDS_FRONTEND_BASE_URL: "https://boards.example" };
const evil = "https://evil.example";

describe.each(routes)("$file", ({ file, handlers }) => {
  const exported = methods.filter((method) => handlers[method]);

  it("answers preflights, so that Next.js does not", () => {
    expect(exported).toContain("OPTIONS");
  });

  it.each(
    exported.flatMap((method) => [
      { method, what: "a local installation", given: local },
      { method, what: "a server for others", given: forOthers },
    ]),
  )("of $what refuses $method under a foreign host", async ({ method, given }) => {
    settings(given);
    const { status, reason, headers } = await ask(handlers[method], method, { host: "evil.example" });
    // Whether all is well is told to whoever asks; without a database it is not.
    if (file === "health/route.ts" && method === "GET") expect([status, reason]).toEqual([503, undefined]);
    else expect([status, reason]).toEqual([403, "auth.foreign_host"]);
    expect(headers?.get("x-content-type-options")).toBe("nosniff");
    expect(headers?.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers?.get("strict-transport-security")).toBe(env().isLocal ? null : "max-age=31536000");
  });

  it.each(exported)("of a local installation refuses %s of a foreign page", async (method) => {
    settings(local);
    const { status, reason, headers } = await ask(handlers[method], method, { host: "localhost:3000", origin: evil });
    expect([status, reason, headers?.get("access-control-allow-origin")]).toEqual([403, "auth.foreign_origin", null]);
  });

  it("of a local installation answers a preflight of the pages that are listed", async () => {
    settings({ ...local, BOARDS_CORS_ORIGINS: "http://localhost:4000" });
    const { status, headers } = await ask(handlers.OPTIONS, "OPTIONS", { host: "localhost:3000", origin: "http://localhost:4000" });
    expect([status, headers?.get("access-control-allow-origin")]).toEqual([204, "http://localhost:4000"]);
  });

  it("of a server for others answers a preflight of the pages that are listed, and of no other", async () => {
    settings({ ...forOthers, BOARDS_CORS_ORIGINS: "https://front.example" });
    const allowed = async (origin: string) => {
      const { headers } = await ask(handlers.OPTIONS, "OPTIONS", { host: "boards.example", origin });
      return headers?.get("access-control-allow-origin");
    };
    expect([await allowed("https://front.example"), await allowed(evil)]).toEqual(["https://front.example", null]);
  });
});
