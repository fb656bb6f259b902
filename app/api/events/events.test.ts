import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Cast, type Fixture, makeActors, makeFixture } from "@/lib/testing/access-fixture";
import { jwtSettings, tokenOf } from "@/lib/testing/bearer";
import { eventReaderOf } from "@/lib/testing/event-reader";
import { openInstallation } from "@/lib/testing/installation";

/* Through the real route handlers: rights that end while a stream is open end the stream, without anybody having to ask again. */

let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/identity/memberships/enter-as")),
  ...(await import("@/lib/identity/api-keys/api-keys")),
  ...(await import("@/lib/platform/caller/viewer")),
  ...(await import("@/lib/boards/update-board")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/boards/members/remove-member")),
  ...(await import("@/lib/generations/progress/append-event")),
  ...(await import("@/lib/generations/live/open-streams")),
  ...(await import("@/lib/identity/sessions/sessions")),
  ...(await import("@/lib/identity/tenants/ensure-tenant")),
  ...(await import("@/lib/identity/users/change-users")),
  ...(await import("@/lib/identity/users/ensure-user")),
  events: await import("./route"),
  progress: await import("@/app/api/sse/generations/[id]/progress/route"),
  jwt: await import("next-auth/jwt"),
});
let boards: Awaited<ReturnType<typeof load>>;
let cast: Cast;
const secret = "a-session-secret-of-the-tests-aaaaaaaa";

beforeAll(async () => {
  installation = await openInstallation({ ...jwtSettings, BOARDS_MULTI_TENANT_MODE: "1", BOARDS_SESSION_SECRET: secret });
  boards = await load();
  cast = await makeActors();
});
afterAll(() => installation.close());

const bearer = (token: string | undefined): RequestInit => ({ headers: { authorization: `Bearer ${token}` } });
const ask = (query: string, init: RequestInit = {}) => boards.events.GET(new Request(`http://localhost/api/events?${query}`, init));
const person = async (name: string) => boards.sessionViewer(await boards.db().user.findUniqueOrThrow({ where: { id: cast.people[name]?.id ?? "" } }));
const tell = ({ boardId, completed }: Fixture) =>
  boards.db().$transaction((tx) => {
    const payload = { status: "completed", phase: "finalizing", progress: 100, message: "news", errorCode: null, errorMessage: null };
    return boards.appendEvent(tx, { boardId, generationId: completed, type: "progress", payload });
  });

const editorAccount = () => cast.people.editor?.accountId ?? "";
const elsewhere = async () => (await boards.ensureTenant("elsewhere", "Elsewhere")).id;

/** Each way in, and what ends it. */
const endings: Record<string, { kind: "private" | "public"; enter: () => Promise<RequestInit>; end: (fixture: Fixture) => Promise<unknown> }> = {
  "a member who is removed": {
    kind: "private",
    enter: async () => bearer(cast.tokens.viewer),
    end: async ({ boardId }) => boards.removeMember(await person("owner"), boardId, cast.people.viewer?.id ?? ""),
  },
  "a session that is revoked": {
    kind: "private",
    enter: async () => {
      const sessionId = await boards.openSession(cast.people.editor?.accountId ?? "", cast.people.editor ?? null);
      return { headers: { cookie: `next-auth.session-token=${await boards.jwt.encode({ token: { sessionId }, secret })}` } };
    },
    end: async () => boards.revokeOtherSessions(cast.people.editor?.accountId ?? ""),
  },
  "a session that changes its tenant": {
    kind: "private",
    enter: async () => {
      await boards.ensureUserOf(editorAccount(), await elsewhere(), {});
      const sessionId = await boards.openSession(editorAccount(), cast.people.editor ?? null);
      return { headers: { cookie: `next-auth.session-token=${await boards.jwt.encode({ token: { sessionId }, secret })}` } };
    },
    end: async () => {
      const { id } = await boards.db().userSession.findFirstOrThrow({ where: { accountId: editorAccount() }, orderBy: { createdAt: "desc" } });
      return boards.switchTenant(editorAccount(), id, await elsewhere());
    },
  },
  "a key that is revoked": {
    kind: "private",
    enter: async () => bearer((await boards.createApiKey(await person("boardAdmin"), { name: "CI", scopes: ["read"] })).key),
    end: async () => {
      const viewer = await person("boardAdmin");
      const { id } = await boards.db().apiKey.findFirstOrThrow({ where: { userId: viewer.userId, revokedAt: null } });
      return boards.revokeApiKey(viewer, id);
    },
  },
  "a key that has expired": {
    kind: "private",
    enter: async () => bearer((await boards.createApiKey(await person("owner"), { name: "Short", scopes: ["read"] })).key),
    end: () => boards.db().apiKey.updateMany({ where: { name: "Short" }, data: { expiresAt: new Date(Date.now() - 1) } }),
  },
  "a token that has expired": {
    kind: "private",
    enter: async () => bearer(await tokenOf("editor", { tenant: "default" }, 2)),
    // Its own time ends it.
    end: async () => undefined,
  },
  "somebody who is disabled": {
    kind: "public",
    enter: async () => bearer(cast.tokens.stranger),
    end: async () => boards.setDisabled(await person("tenantOwner"), cast.people.stranger?.id ?? "", true),
  },
  "a tenant that has to wait for approval again": {
    kind: "public",
    enter: async () => {
      const { id } = await boards.ensureTenant("waiting", "Waiting");
      await boards.ensureUser(id, { authProvider: "jwt", authSubject: "waiting" }, "owner");
      return bearer(await tokenOf("waiting", { tenant: "waiting" }));
    },
    end: () => boards.db().tenant.update({ where: { slug: "waiting" }, data: { settings: { status: "pending_approval" } } }),
  },
  "a board that is made private": {
    kind: "public",
    enter: async () => ({}),
    end: async ({ boardId }) => boards.updateBoard(await person("owner"), boardId, { isPublic: false }),
  },
};

describe("strangers to a public board", () => {
  const said = { message: "On 10.0.0.8", errorCode: "provider.failed", errorMessage: "10.0.0.8 does not answer" };
  const tellMore = ({ boardId, completed }: Fixture) =>
    boards.db().$transaction((tx) => {
      const payload = { status: "processing", phase: "needs_review", progress: 50, ...said };
      return boards.appendEvent(tx, { boardId, generationId: completed, type: "progress", payload });
    });
  const untold = { status: "processing", phase: "processing", message: null, errorCode: null, errorMessage: null };

  it.each(["anonymous", "otherTenant", "stranger"] as const)("hear that something happens, and nothing of what is said: %s", async (actor) => {
    const fixture = await makeFixture(cast, "public");
    const init = cast.tokens[actor] ? bearer(cast.tokens[actor]) : {};
    const stream = eventReaderOf((await ask(`board=${fixture.boardId}`, init)).body);
    const [snapshot] = await stream.take("snapshot", 1);
    expect(JSON.stringify(snapshot)).not.toMatch(/10\.0\.0\.8|needs_review|provider\.failed/);
    await tellMore(fixture);
    expect(await stream.take("generation", 1)).toMatchObject([{ data: untold }]);
    if (actor === "anonymous") return;
    const single = await boards.progress.GET(new Request("http://localhost/", init), { params: Promise.resolve({ id: fixture.detailed }) });
    expect(await single.text()).not.toMatch(/10\.0\.0\.8|needs_review/);
  });

  it("are those, too, who were members when they began to listen", async () => {
    const fixture = await makeFixture(cast, "public");
    const stream = eventReaderOf((await ask(`board=${fixture.boardId}:0`, bearer(cast.tokens.viewer))).body);
    await tellMore(fixture);
    expect(await stream.take("generation", 1)).toMatchObject([{ data: { phase: "needs_review", ...said } }]);
    await boards.removeMember(await person("owner"), fixture.boardId, cast.people.viewer?.id ?? "");
    await boards.openStreams().review();
    await tellMore(fixture);
    expect(await stream.take("generation", 1)).toMatchObject([{ data: untold }]);
  });
});

describe.each(Object.entries(endings))("%s", (_name, { kind, enter, end }) => {
  it("hears no more of the board within seconds, on both kinds of streams", async () => {
    const fixture = await makeFixture(cast, kind);
    const init = await enter();
    const stream = eventReaderOf((await ask(`board=${fixture.boardId}:0`, init)).body);
    await tell(fixture);
    expect(await stream.take("generation", 1)).toMatchObject([{ data: { message: kind === "public" ? null : "news" } }]);
    const params = Promise.resolve({ id: fixture.pending });
    const single = await boards.progress.GET(new Request("http://localhost/", init), { params });
    const progress = single.ok ? eventReaderOf(single.body) : null;
    await progress?.next();

    await end(fixture);
    expect(await stream.take("gone", 1)).toMatchObject([{ data: { boardId: fixture.boardId } }]);
    await tell(fixture);
    expect(await stream.rest()).toEqual([]);
    expect(await progress?.rest()).toEqual(progress ? [] : undefined);
  });
});

describe("GET /api/events", () => {
  it("goes on for a request that named its tenant, wherever its session stands", async () => {
    const fixture = await makeFixture(cast, "private");
    await boards.ensureUserOf(editorAccount(), await elsewhere(), {});
    const sessionId = await boards.openSession(editorAccount(), await boards.enterAs(editorAccount(), await elsewhere()));
    const cookie = `next-auth.session-token=${await boards.jwt.encode({ token: { sessionId }, secret })}`;
    expect((await ask(`board=${fixture.boardId}`, { headers: { cookie } })).status).toBe(404);
    const stream = eventReaderOf((await ask(`board=${fixture.boardId}:0`, { headers: { cookie, "x-tenant": "default" } })).body);
    await boards.openStreams().review();
    await tell(fixture);
    expect(await stream.take("generation", 1)).toMatchObject([{ data: { message: "news" } }]);
    await boards.revokeSession(editorAccount(), sessionId);
    expect(await stream.take("gone", 1)).toMatchObject([{ data: { boardId: fixture.boardId } }]);
  });

  it("leaves out boards that may not be seen, and says so", async () => {
    const [shown, hidden] = [await makeFixture(cast, "public"), await makeFixture(cast, "private")];
    const stream = eventReaderOf((await ask(`board=${shown.boardId}&board=${hidden.boardId}&once=1`, bearer(cast.tokens.otherTenant))).body);
    const told = (await stream.rest()).map(({ event, data }) => [event, data.boardId]);
    expect(told.slice(1)).toEqual([
      ["gone", hidden.boardId],
      ["snapshot", shown.boardId],
    ]);
  });

  it("names what is wrong with the boards that are asked for", async () => {
    const id = "0192aaaa-0000-7000-8000-000000000001";
    const tooMany = Array.from({ length: 101 }, (_, each) => `board=0192aaaa-0000-7000-8000-${String(each).padStart(12, "0")}`).join("&");
    for (const query of ["", "board=x", `board=${id}&board=`, `board=:3`, tooMany]) {
      const answer = await ask(query);
      expect([answer.status, await answer.json()]).toMatchObject([400, { field: "board", reason: "input.invalid" }]);
    }
    expect((await ask(`board=${id}`)).status).toBe(404);
  });
});
