import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations } from "@/lib/api/rest/openapi";
import { type Actor, actors, boardKinds, type Fixture } from "@/lib/testing/access-fixture";
import { openMatrix } from "@/lib/testing/access-matrix/open-matrix";
import {
  admins,
  among,
  editors,
  everybody,
  inOrder,
  isFamiliar,
  isKey,
  type Outcome,
  onBoard,
  type Rule,
  signedIn,
  visible,
} from "@/lib/testing/access-rules";

/* Who may do what at the REST routes, by every actor, on every kind of board. An operation without a row fails the first test. */

let matrix: Awaited<ReturnType<typeof openMatrix>>;

beforeAll(async () => {
  matrix = await openMatrix("access matrix of REST");
});
afterAll(() => matrix.close());

type Handler = (request: Request, context: never) => Promise<Response>;

interface RestRow {
  path: (fixture: Fixture, actor: Actor) => string | Promise<string>;
  params?: (fixture: Fixture, actor: Actor, path: string) => object;
  body?: (fixture: Fixture, actor: Actor) => BodyInit;
  expected: Rule;
  /** Statuses for outcomes that this route says otherwise. */
  statuses?: Partial<Record<Outcome, number>>;
}

const usual: Record<Outcome, number> = {
  ok: 200,
  empty: 404,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  CONFLICT: 409,
};
const json = (value: object) => JSON.stringify(value);
const note2 = new File(["a note"], "note.txt");
const formOf = (entries: Record<string, string | File>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(entries)) form.set(name, value);
  return form;
};
const installationAdmin = inOrder(signedIn("admin"), among(admins));
let slugs = 0;

const ticketOf = async (fixture: Fixture) => {
  const { announceUpload } = await import("@/lib/generations/artifacts/direct-upload");
  const viewer = {
    accountId: matrix.cast.people.owner?.accountId ?? "",
    userId: matrix.cast.people.owner?.id ?? "",
    tenantId: matrix.cast.tenantId,
    tenantRole: "member",
    scopes: ["read", "generate"],
    via: "session",
  } as const;
  return (await announceUpload(viewer, { boardId: fixture.boardId, artifactType: "text" })).ticket;
};

const rest: Record<string, RestRow> = {
  "GET /api/health": { path: () => "/api/health", expected: everybody },
  "POST /api/jobs/generations": {
    path: () => "/",
    body: ({ boardId }) => json({ board_id: boardId, generator_name: "sketch", artifact_type: "image", input_params: { prompt: "x" } }),
    expected: onBoard(editors, "generate"),
  },
  "GET /api/sse/generations/{id}/progress": {
    path: () => "/",
    params: ({ completed }) => ({ id: completed }),
    expected: inOrder(signedIn("read"), visible),
  },
  "GET /api/events": { path: ({ boardId }) => `/api/events?board=${boardId}`, expected: visible },
  "POST /api/uploads/artifact": {
    path: () => "/",
    body: ({ boardId }) => formOf({ board_id: boardId, artifact_type: "text", file: note2 }),
    expected: onBoard(editors, "generate"),
  },
  "GET /api/generations/archive": {
    path: ({ completed }) => `/api/generations/archive?id=${completed}`,
    // Strangers see a public board, and are not told how things on it were made.
    expected: inOrder(signedIn("read"), visible, (actor, kind) => (isFamiliar(actor, kind) ? "ok" : "FORBIDDEN")),
  },
  "GET /api/generations/{id}/file": {
    path: () => "/?embed_prompts=true",
    params: ({ completed }) => ({ id: completed }),
    expected: inOrder(signedIn("read"), visible, (actor, kind) => (isFamiliar(actor, kind) ? "ok" : "FORBIDDEN")),
  },
  "POST /api/board-archives": {
    path: () => "/",
    body: () => "no archive",
    // Whoever may make boards gets as far as to be told what is wrong with it.
    expected: inOrder(signedIn(), () => "BAD_USER_INPUT"),
  },
  "POST /api/uploads/direct": {
    path: () => "/",
    body: ({ boardId }) => json({ board_id: boardId, artifact_type: "text" }),
    expected: onBoard(editors, "generate"),
  },
  "PUT /api/uploads/direct/{ticket}": {
    path: async (fixture) => `/${await ticketOf(fixture)}`,
    params: (_fixture, _actor, path) => ({ ticket: path.slice(1) }),
    body: () => "a note",
    expected: everybody,
    statuses: { ok: 204 },
  },
  "POST /api/uploads/direct/{ticket}/confirm": {
    // Sent by nobody yet, so even its owner is told so; nobody else gets as far.
    path: async (fixture) => `/${await ticketOf(fixture)}`,
    params: (_fixture, _actor, path) => ({ ticket: path.slice(1) }),
    expected: inOrder(signedIn("generate"), () => "BAD_USER_INPUT"),
  },
  "GET /api/storage/{path}": {
    path: ({ storageKey }) => `/api/storage/${storageKey}`,
    params: ({ storageKey }) => ({ path: storageKey?.split("/") }),
    expected: visible,
  },
  "POST /api/webhooks/{provider}/{jobId}": {
    // No job has this id: whoever calls is told no more than that.
    path: () => "/",
    params: () => ({ provider: "fal", jobId: crypto.randomUUID() }),
    body: () => "{}",
    expected: () => "NOT_FOUND",
  },
  "GET /api/setup/status": { path: () => "/", expected: installationAdmin },
  "POST /api/setup/owner": {
    // It has one: even the right token is worth nothing, and nobody learns which that is.
    path: () => "/",
    body: () => json({ setup_token: "guessed" }),
    expected: inOrder(signedIn("read"), (actor) => (isKey(actor) ? "FORBIDDEN" : "CONFLICT")),
  },
  "GET /api/setup/tenants": { path: () => "/", expected: installationAdmin },
  "POST /api/setup/tenant": { path: () => "/", body: () => json({ name: "T", slug: `t-${++slugs}` }), expected: installationAdmin },
  "GET /api/setup/tenant/{id}": { path: () => "/", params: () => ({ id: matrix.cast.tenantId }), expected: installationAdmin },
  "PUT /api/setup/tenant/{id}": {
    path: () => "/",
    params: () => ({ id: matrix.cast.tenantId }),
    body: () => json({ name: "T" }),
    expected: installationAdmin,
  },
  "DELETE /api/setup/tenant/{id}": {
    // The default tenant is never deleted, by nobody.
    path: () => "/",
    params: () => ({ id: matrix.cast.tenantId }),
    expected: inOrder(installationAdmin, () => "BAD_USER_INPUT"),
  },
  "GET /api/tenants/registration/status": { path: () => "/", expected: signedIn("read") },
  "POST /api/tenants/register": {
    path: () => "/",
    body: () => json({ organization_name: `Org ${++slugs} ${crypto.randomUUID()}`, admin_email: "a@b.cd" }),
    expected: inOrder(signedIn("read"), (actor) => (isKey(actor) ? "FORBIDDEN" : "ok")),
  },
};

describe("the access matrix of REST", () => {
  const described = Object.entries(operations).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));

  it("has a row for every operation", () => {
    expect(Object.keys(rest).sort()).toEqual(described.sort());
  });

  it.each(Object.entries(rest).map(([name, row]) => ({ name, row })))("$name", async ({ name, row }) => {
    const [method = "", path = ""] = name.split(" ");
    const folder = path.replace("/api/", "").replace("{path}", "[...path]").replaceAll("{", "[").replaceAll("}", "]");
    const handlers = (await import(/* @vite-ignore */ join(import.meta.dirname, folder, "route.ts"))) as Record<string, Handler>;
    const answers: Record<string, number> = {};
    const expected: Record<string, number> = {};
    for (const kind of boardKinds) {
      const fixture = matrix.reads[kind];
      for (const actor of actors) {
        const rule = row.expected(actor, kind);
        const address = await row.path(fixture, actor);
        const body = row.body?.(fixture, actor);
        const abort = new AbortController();
        const request = new Request(`http://localhost${address}`, {
          method,
          signal: abort.signal,
          headers: matrix.headersOf(actor),
          ...(body ? { body, duplex: "half" } : {}),
        } as RequestInit);
        const response = await handlers[method]?.(request, { params: Promise.resolve(row.params?.(fixture, actor, address) ?? {}) } as never);
        answers[`${actor}, ${kind}`] = response?.status ?? 0;
        expected[`${actor}, ${kind}`] = row.statuses?.[rule] ?? usual[rule];
        matrix.note(name, rule);
        abort.abort();
        await response?.body?.cancel().catch(() => undefined);
      }
    }
    // No function engine runs here, so the health of the installation is not the point.
    if (name === "GET /api/health") for (const key of Object.keys(answers)) answers[key] = answers[key] === 503 ? 200 : (answers[key] ?? 0);
    expect(answers).toEqual(expected);
  });
});
