// @vitest-environment happy-dom
import { act } from "@testing-library/react";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { seedStoredImage } from "@/lib/testing/seed/stored-image";
import {
  describeError,
  useAccount,
  useBecomeOwner,
  useCreateAccount,
  useInvitation,
  useMemberships,
  useResetPassword,
  useSession,
  useSharedBoard,
  useSteadySource,
  useViewer,
} from "./index.ts";
import { failureOf, openClient, type Routes } from "./testing/open-client.tsx";

let client: Awaited<ReturnType<typeof openClient>>;
beforeAll(async () => {
  client = await openClient();
});
afterAll(() => client.close());
afterEach(() => vi.restoreAllMocks());

describe("the viewer", () => {
  it("is known with what they may do, and nobody is null", async () => {
    const owner = client.show(useViewer);
    expect(owner.now).toMatchObject({ viewer: undefined, isLoading: true });
    await owner.until((now) => expect(now).toMatchObject({ viewer: { displayName: "owner" }, isAdmin: true, canSignIn: false }));
    const nobody = client.show(useViewer, { viewer: null });
    await nobody.until((now) => expect(now).toMatchObject({ viewer: null, account: null, isAdmin: false }));
  });

  it("renames themselves, and makes and ends API keys, whose text is told once", async () => {
    const hook = client.show(() => ({ ...useAccount(), memberships: useMemberships(), invitation: useInvitation("guessed") }));
    await hook.until(({ viewer }) => expect(viewer).toMatchObject({ displayName: "owner", storage: { usedBytes: 0 } }));
    await hook.until(({ invitation }) => expect(invitation.invitation).toBeNull());
    await hook.now.rename("Ada");
    await hook.until(({ viewer }) => expect(viewer?.displayName).toBe("Ada"));
    const key = (await hook.now.createApiKey("Sketchbook", ["READ"])) ?? "";
    await hook.until(({ apiKeys }) => expect(apiKeys).toMatchObject([{ name: "Sketchbook", scopes: ["READ"] }]));
    expect(key.length).toBeGreaterThan(20);
    expect(JSON.stringify(hook.now.apiKeys)).not.toContain(key);
    await hook.now.revokeApiKey(hook.now.apiKeys[0]?.id ?? "");
    await hook.until(({ apiKeys }) => expect(apiKeys).toEqual([]));
    expect(hook.now.sessions).toEqual([]);
    const passwords = { currentPassword: "one of long ago", newPassword: "another of these days" };
    expect(describeError(await failureOf(hook.now.changePassword(passwords))).code).toMatch(/^\w+\.\w+$/);
    expect(describeError(await failureOf(hook.now.invitation.decline())).code).toMatch(/^\w+\.\w+$/);
    expect(describeError(await failureOf(hook.now.revokeSession("0192aaaa-0000-7000-8000-00000000dead"))).code).toMatch(/^\w+\.\w+$/);
    expect(describeError(await failureOf(hook.now.invitation.accept())).code).toMatch(/^\w+\.\w+$/);
  });

  it("is told why an account or a password cannot be made", async () => {
    const hook = client.show(() => ({ create: useCreateAccount(), reset: useResetPassword() }), { viewer: null });
    const account = { email: "ada@example.com", password: "correct horse battery" };
    expect(describeError(await failureOf(hook.now.create(account))).code).toMatch(/^\w+\.\w+$/);
    const newPassword = account.password;
    expect(describeError(await failureOf(hook.now.reset({ token: "guessed", newPassword })))).toMatchObject({ code: "auth.reset_forbidden" });
  });
});

describe("signing in and out", () => {
  const bodies: URLSearchParams[] = [];
  const keep = (answer: Response) => (init: RequestInit) => {
    bodies.push(init.body as URLSearchParams);
    return answer;
  };
  const show = (routes: Routes) => client.show(useSession, { routes: { "/api/auth/csrf": () => Response.json({ csrfToken: "t" }), ...routes } });
  const given = { email: "ada@example.com", password: "secret" };
  const path = "/api/auth/callback/password";

  it.each<[what: string, answer: () => Response, refusal: object | null]>([
    ["works", () => Response.json({ url: "http://localhost:3000/" }), null],
    ["is refused", () => Response.json({ url: "/sign-in?error=auth.disabled" }, { status: 401 }), { code: "auth.disabled", retryAfterSeconds: null }],
    [
      "has to wait",
      () => Response.json({ url: "/" }, { status: 429, headers: { "retry-after": "5" } }),
      { code: "request.rate_limited", retryAfterSeconds: 5 },
    ],
    ["lost its token", () => Response.json({ url: "/api/auth/signin?csrf=true" }), { code: "unknown", retryAfterSeconds: null }],
    ["gets no answer", () => new Response("<h1>502</h1>", { status: 502 }), { code: "client.unreachable", retryAfterSeconds: null }],
  ])("by password %s", async (_what, answer, refusal) => {
    const hook = show({ [path]: keep(answer()) });
    expect(await hook.now.signInByPassword(given)).toEqual(refusal);
    expect(Object.fromEntries(bodies.at(-1) ?? [])).toMatchObject({ ...given, csrfToken: "t" });
  });

  it("at a provider and out leave the page", async () => {
    const left = vi.spyOn(window.location, "assign").mockImplementation(() => undefined);
    const hook = show({
      "/api/auth/signin/oidc": keep(Response.json({ url: "https://id.example/authorize" })),
      "/api/auth/signout": keep(Response.json({ url: "http://localhost:3000/sign-in" })),
    });
    await hook.now.signInAtProvider("oidc", "/boards/1");
    expect(bodies.at(-1)?.get("callbackUrl")).toBe("/boards/1");
    await hook.now.signOut("/sign-in");
    expect(left.mock.calls.map(([url]) => String(url))).toEqual(["https://id.example/authorize", "http://localhost:3000/sign-in"]);
  });

  it.each<[what: string, answer: () => Response | Promise<Response>, refusal: object | null]>([
    ["takes the setup token", () => Response.json({}), null],
    [
      "refuses another",
      () => Response.json({ detail: "Wrong", reason: "setup.wrong_token", code: "FORBIDDEN" }, { status: 403 }),
      { code: "setup.wrong_token", message: "Wrong" },
    ],
    ["does not answer", () => Promise.reject(new TypeError("no network")), { code: "client.unreachable", message: null }],
  ])("the owner of a new installation: the server %s", async (_what, answer, refusal) => {
    const hook = client.show(useBecomeOwner, { routes: { "/api/setup/owner": answer } });
    expect(await hook.now("token")).toEqual(refusal);
  });
});

describe("a shared board", () => {
  async function share() {
    const { createBoard } = await import("@/lib/boards/create-board");
    const { createShareLink, shareTokenOf } = await import("@/lib/generations/sharing/share-links");
    const { id: boardId } = await createBoard(client.owner, { title: "Shared" });
    await seedStoredImage({ ...client.owner, boardId }, { inputParams: { prompt: "a fox" } });
    const link = await createShareLink(client.owner, { boardId, showsRecipe: true });
    return shareTokenOf(link.id);
  }

  it("is open to whoever has its link, and is null without", async () => {
    const token = await share();
    const hook = client.show(() => useSharedBoard(token), { viewer: null });
    expect(hook.now.board).toBeUndefined();
    await hook.until(({ board }) => expect(board).toMatchObject({ title: "Shared", showsRecipe: true, generations: [{ generatorTitle: "Sketch" }] }));
    // Where this page reaches the server, whatever the settings call it.
    expect(hook.now.board?.generations[0]?.storageUrl).toMatch(/^\/api\/storage\/.*signature=/);
    const before = client.asked.length;
    await hook.now.renew();
    expect(client.asked.slice(before)).toEqual(["SharedBoard"]);
    const guessed = client.show(() => useSharedBoard("guessed"), { viewer: null });
    await guessed.until(({ board }) => expect(board).toBeNull());
  });

  it("gives players that have not begun the newest address, and takes it away with the element", () => {
    let address = "/1";
    const hook = client.show(() => useSteadySource(address, () => undefined));
    const player = document.createElement("video");
    act(() => hook.now(player));
    expect(player.src).toContain("/1");
    address = "/2";
    hook.rerender();
    expect(player.src).toContain("/2");
    act(() => hook.now(null));
    address = "/3";
    hook.rerender();
    expect(player.src).toContain("/2");
  });
});
