import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations } from "@/lib/api/rest/openapi";
import { tokenPurposes } from "@/lib/platform/caller/signed-token";
import type { Viewer } from "@/lib/platform/caller/viewer";
import type { Cast, Fixture } from "@/lib/testing/access-fixture";
import { jwtSettings, tokenOf } from "@/lib/testing/bearer";
import { openInstallation } from "@/lib/testing/installation";

/*
 * When: someone comes in, or hands on what they may do, and then loses the right. What was opened before opens nothing more, by whichever way,
 * and does nothing for whoever still holds it.
 */

let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/identity/api-keys/api-keys")),
  ...(await import("@/lib/platform/caller/viewer")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/identity/sessions/sessions")),
  ...(await import("@/lib/testing/access-fixture")),
  ...(await import("@/lib/identity/users/ensure-user")),
  graphql: await import("@/app/api/graphql/route"),
  direct: await import("@/app/api/uploads/direct/route"),
  bytes: await import("@/app/api/uploads/direct/[ticket]/route"),
  confirm: await import("@/app/api/uploads/direct/[ticket]/confirm/route"),
  jwt: await import("next-auth/jwt"),
});
let boards: Awaited<ReturnType<typeof load>>;
let cast: Cast;
const secret = "a-session-secret-of-the-tests-aaaaaaaa";

beforeAll(async () => {
  installation = await openInstallation({ ...jwtSettings, BOARDS_MULTI_TENANT_MODE: "1", BOARDS_SESSION_SECRET: secret });
  boards = await load();
  cast = await boards.makeActors();
});
afterAll(() => installation.close());

/** A private board, and someone who administers it beside its owner. */
interface Scene {
  fixture: Fixture;
  boardId: string;
  viewer: Viewer;
  bearer: string;
  newcomer: string;
}
let scenes = 0;

async function makeScene(): Promise<Scene> {
  const name = `guest${++scenes}`;
  const fixture = await boards.makeFixture(cast, "private");
  const { boardId } = fixture;
  const email = `${name}@example.com`;
  const user = await boards.ensureUser(cast.tenantId, { authProvider: "jwt", authSubject: name, email, isEmailVerified: true });
  await boards.db().boardMember.create({ data: { boardId, userId: user.id, role: "admin" } });
  const bearer = await tokenOf(name, { tenant: "default" });
  return { fixture, boardId, viewer: boards.sessionViewer(user, "bearer"), bearer, newcomer: `newcomer${scenes}` };
}

const asBearer = (token: string | undefined) => ({ authorization: `Bearer ${token}` });
const post = (path: string, body: unknown, headers: Record<string, string>) =>
  new Request(`http://localhost${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

async function ask(headers: Record<string, string>, query: string, variables: object = {}) {
  const { data, errors } = await (await boards.graphql.POST(post("/api/graphql", { query, variables }, headers))).json();
  return { data, errors };
}
async function done(headers: Record<string, string>, query: string, variables: object) {
  const { data, errors } = await ask(headers, query, variables);
  expect(errors).toBeUndefined();
  return data;
}
const seesBoard = async (headers: Record<string, string>, { boardId }: Scene) =>
  Boolean((await ask(headers, "query ($boardId: UUID!) { board(id: $boardId) { id } }", { boardId })).data?.board);

async function announce({ boardId, bearer }: Scene) {
  const response = await boards.direct.POST(post("/api/uploads/direct", { board_id: boardId, artifact_type: "text" }, asBearer(bearer)));
  const { upload_url } = (await response.json()) as { upload_url: string };
  return { params: Promise.resolve({ ticket: upload_url.split("/").at(-1) ?? "" }) };
}
const send = (ticket: Awaited<ReturnType<typeof announce>>) =>
  boards.bytes.PUT(new Request("http://localhost/", { method: "PUT", body: "a note", duplex: "half" } as RequestInit), ticket);
const confirm = async (ticket: Awaited<ReturnType<typeof announce>>, { bearer }: Scene) =>
  (await boards.confirm.POST(new Request("http://localhost/", { method: "POST", headers: asBearer(bearer) }), ticket)).ok;

/** Opens something, and answers how it is used: true when it still works. */
type Open = (scene: Scene) => Promise<() => Promise<boolean>>;

const opened: Record<string, Open> = {
  "a session": async (scene) => {
    const sessionId = await boards.openSession(scene.viewer.accountId, { id: scene.viewer.userId });
    const cookie = `next-auth.session-token=${await boards.jwt.encode({ token: { sessionId }, secret })}`;
    return () => seesBoard({ cookie }, scene);
  },
  "a bearer token": async (scene) => () => seesBoard(asBearer(scene.bearer), scene),
  "an API key": async (scene) => {
    const { key } = await boards.createApiKey(scene.viewer, { name: "CI", scopes: ["read"] });
    return () => seesBoard(asBearer(key), scene);
  },
  "a share link": async ({ boardId, bearer }) => {
    const { createShareLink } = await done(
      asBearer(bearer),
      "mutation ($boardId: UUID!) { createShareLink(input: { boardId: $boardId }) { token } }",
      { boardId },
    );
    return async () => Boolean((await ask({}, "query ($token: String!) { sharedBoard(token: $token) { title } }", createShareLink)).data.sharedBoard);
  },
  "an invitation": async (scene) => {
    const { boardId, bearer, newcomer } = scene;
    const query =
      "mutation ($boardId: UUID!, $email: String!) { inviteBoardMember(input: { boardId: $boardId, email: $email }) { invitation { id } } }";
    await done(asBearer(bearer), query, { boardId, email: `${newcomer}@example.com` });
    return async () => seesBoard(asBearer(await tokenOf(newcomer)), scene);
  },
  "an upload ticket": async (scene) => {
    const ticket = await announce(scene);
    return async () => {
      await send(ticket);
      return confirm(ticket, scene);
    };
  },
  "an upload that was sent": async (scene) => {
    const ticket = await announce(scene);
    expect((await send(ticket)).status).toBe(204);
    return () => confirm(ticket, scene);
  },
};

/** What is taken, by those who may. */
const owner = () => asBearer(cast.tokens.owner);
const tenantOwner = () => asBearer(cast.tokens.tenantOwner);
const of = ({ boardId, viewer: { userId } }: Scene) => ({ boardId, userId });
const yesterday = new Date(Date.now() - 24 * 3600 * 1000);

const taken = {
  "the membership": (scene: Scene) =>
    done(owner(), "mutation ($boardId: UUID!, $userId: UUID!) { removeBoardMember(boardId: $boardId, userId: $userId) { id } }", of(scene)),
  "the board, into the trash": ({ boardId }: Scene) => done(owner(), "mutation ($boardId: UUID!) { trashBoard(id: $boardId) }", { boardId }),
  "the account of the tenant, disabled": ({ viewer: { userId } }: Scene) =>
    done(tenantOwner(), "mutation ($userId: UUID!) { disableUser(userId: $userId) { id } }", { userId }),
  "the role, lowered to viewer": (scene: Scene) =>
    done(
      owner(),
      "mutation ($boardId: UUID!, $userId: UUID!) { updateBoardMemberRole(boardId: $boardId, userId: $userId, role: VIEWER) { id } }",
      of(scene),
    ),
};

/** A viewer still reads. Everything else ends with what is taken. */
const goesOn = (what: string, loss: string) => loss.includes("lowered") && ["a session", "a bearer token", "an API key"].includes(what);

/** Each of its own: ended by whoever opened it, and by time. A bearer token has only its time, which is seen in token-verifier.test.ts. */
const ends: Record<string, { revoke: (scene: Scene) => Promise<unknown>; expire: (scene: Scene) => Promise<unknown> }> = {
  "a session": {
    revoke: ({ bearer }) => done(asBearer(bearer), "mutation { revokeOtherSessions }", {}),
    expire: ({ viewer: { accountId } }) => boards.db().userSession.updateMany({ where: { accountId }, data: { expiresAt: yesterday } }),
  },
  "an API key": {
    revoke: async ({ viewer: { userId }, bearer }) =>
      done(
        asBearer(bearer),
        "mutation ($id: UUID!) { revokeApiKey(id: $id) { id } }",
        await boards.db().apiKey.findFirstOrThrow({ where: { userId } }),
      ),
    expire: ({ viewer: { userId } }) => boards.db().apiKey.updateMany({ where: { userId }, data: { expiresAt: yesterday } }),
  },
  "a share link": {
    revoke: async ({ boardId, bearer }) => {
      const { id } = await boards.db().shareLink.findFirstOrThrow({ where: { boardId, revokedAt: null } });
      return done(asBearer(bearer), "mutation ($id: UUID!) { revokeShareLink(id: $id) { id } }", { id });
    },
    expire: ({ boardId }) => boards.db().shareLink.updateMany({ where: { boardId }, data: { expiresAt: yesterday } }),
  },
  "an invitation": {
    revoke: async ({ newcomer, bearer }) => {
      const { id } = await boards.db().invitation.findFirstOrThrow({ where: { email: `${newcomer}@example.com` } });
      return done(asBearer(bearer), "mutation ($id: UUID!) { revokeInvitation(id: $id) }", { id });
    },
    expire: ({ newcomer }) => boards.db().invitation.updateMany({ where: { email: `${newcomer}@example.com` }, data: { expiresAt: yesterday } }),
  },
};

const people = async ({ boardId }: Scene) => [
  await boards.db().boardMember.count({ where: { boardId } }),
  await boards.db().generation.count({ where: { boardId } }),
];

describe.each(Object.entries(opened))("%s", (what, open) => {
  it("works while nothing is taken", async () => {
    const use = await open(await makeScene());
    expect(await use()).toBe(true);
  });

  it.each(Object.entries(taken))("is judged anew when this is taken: %s", async (loss, take) => {
    const scene = await makeScene();
    const use = await open(scene);
    await take(scene);
    const before = await people(scene);
    expect(await use()).toBe(goesOn(what, loss));
    expect(await people(scene)).toEqual(before);
  });

  it.runIf(what in ends)("opens nothing once it is revoked, or its time is over", async () => {
    for (const end of [ends[what]?.revoke, ends[what]?.expire]) {
      const scene = await makeScene();
      const use = await open(scene);
      await end?.(scene);
      expect(await use()).toBe(false);
    }
  });
});

describe("a tenant that waits for approval", () => {
  it.each(["a session", "a bearer token", "an API key"])("is left by whoever is in it by %s", async (what) => {
    const scene = await makeScene();
    const use = await opened[what]?.(scene);
    const setStatus = (status: string) => boards.db().tenant.update({ where: { id: cast.tenantId }, data: { settings: { status } } });
    await setStatus("pending_approval");
    const outcome = await use?.();
    await setStatus("active");
    expect(outcome).toBe(false);
    expect(await use?.()).toBe(true);
  });
});

describe("what can be open", () => {
  /** Where the same is seen of what has no row above. */
  const seenElsewhere: Record<string, string> = {
    passwordReset: "lib/identity/passwords/password-reset.test.ts: it ends with the password that it replaces, and with the right of whoever made it",
    device: "lib/identity/passwords/sign-in-attempts.test.ts: it opens nothing, and lets an owner's own browser try again sooner",
    setup: "app/api/setup/owner/route.test.ts: once somebody owns the installation, the token is worth nothing",
    "GET /api/events": "app/api/events/events.test.ts: rights that end while it is open end it",
    "GET /api/sse/generations/{id}/progress": "app/api/events/events.test.ts, beside the other stream",
  };

  it("has a row, or a test of its own: every purpose of a token, and every stream", () => {
    const streams = Object.entries(operations).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { rawAnswer }]) =>
        rawAnswer?.type === "text/event-stream" ? [`${method.toUpperCase()} ${path}`] : [],
      ),
    );
    expect(streams.length).toBeGreaterThan(1);
    const hasRow = (purpose: string) => Object.keys(opened).some((what) => what.includes(purpose));
    expect([...tokenPurposes, ...streams].filter((name) => !hasRow(name) && !(name in seenElsewhere))).toEqual([]);
  });
});
