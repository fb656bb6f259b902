import { startOidcServer } from "@/lib/testing/oidc-server";
import { graphql } from "../fixtures/graphql";
import { startInstallation } from "../fixtures/installation";
import { expect, test } from "../fixtures/test";
import { watchStreams } from "../fixtures/watch-streams";

type Installation = Awaited<ReturnType<typeof startInstallation>>;
interface Session {
  id: string;
  isCurrent: boolean;
}

test.describe("at an OpenID Connect provider", () => {
  const port = 3110;
  let oidc: Awaited<ReturnType<typeof startOidcServer>>;
  let boards: Installation;

  test.beforeAll(async () => {
    test.setTimeout(240_000);
    oidc = await startOidcServer({ redirectUris: [`http://127.0.0.1:${port}/api/auth/callback/oidc`] });
    boards = await startInstallation("e2e-oidc", port, {
      BOARDS_AUTH_PROVIDER: "oidc",
      OIDC_ISSUER: oidc.issuer,
      OIDC_CLIENT_ID: oidc.clientId,
      OIDC_CLIENT_SECRET: oidc.clientSecret,
      OIDC_AUDIENCE: "boards-api",
      BOARDS_AUTH_CONFIG: JSON.stringify({ name: "Acme ID" }),
    });
  });
  test.afterAll(async () => {
    await boards?.stop();
    await oidc?.close();
  });

  test("a person signs in, makes a board, sees their session, and is out when it is revoked", async ({ page }) => {
    await page.goto(boards.url);
    await expect(page).toHaveURL(/\/sign-in/);
    await page.getByRole("button", { name: "Continue with Acme ID" }).click();

    // The provider's own pages: who it is, and whether they agree.
    await page.locator("input[name=login]").fill("ada@example.com");
    await page.locator("input[name=password]").fill("whatever");
    await page.locator("button[type=submit]").click();
    await page.locator("button[type=submit]").click();

    // Nobody owns the installation yet, and being the first makes nobody its owner.
    await page.waitForURL((url) => url.href.startsWith(boards.url) && !url.pathname.startsWith("/api/"));
    await page.goto(`${boards.url}/setup?setup=guessed`);
    await page.getByRole("button", { name: "Become the owner" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "This setup token is incorrect" })).toBeVisible();
    await page.goto(`${boards.url}/setup?setup=${boards.setupToken()}`);
    await page.getByRole("button", { name: "Become the owner" }).click();
    await expect(page.getByRole("heading", { name: "Your boards" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Account: ada" })).toBeVisible();
    await page.getByRole("button", { name: "Create your first board" }).click();
    await page.getByRole("textbox").fill("Behind a door");
    await page
      .getByRole("button", { name: /^Create/ })
      .last()
      .click();
    await expect(page).toHaveURL(/\/boards\//);
    const boardUrl = page.url();
    await page.getByRole("textbox", { name: "Prompt" }).fill("a door");
    await page.getByRole("button", { name: /^Generate/ }).click();
    await expect(page.getByRole("button", { name: /Open Sketch/ })).toBeVisible();

    const { me, mySessions, auditLog } = await graphql<{
      me: object;
      mySessions: Session[];
      auditLog: { nodes: { action: string; outcome: string }[] };
    }>(
      page.request,
      "{ me { email tenantRole authProvider } mySessions { id isCurrent ipAddress } auditLog(first: 50) { nodes { action outcome } } }",
      {},
      boards.url,
    );
    expect(me).toEqual({ email: "ada@example.com", tenantRole: "OWNER", authProvider: "oidc" });
    expect(mySessions).toMatchObject([{ isCurrent: true, ipAddress: expect.stringContaining("127.0.0.1") }]);
    // Signing in happened before there was a tenant to tell of it.
    expect(auditLog.nodes.map((entry) => entry.action)).toEqual(["createGeneration", "createBoard", "POST /api/setup/owner"]);

    // Someone without a session sees nothing of it.
    const stranger = await page.context().browser()?.newContext();
    const query = { query: "query ($id: UUID!) { board(id: $id) { id } }", variables: { id: boardUrl.split("/").at(-1) } };
    const anonymous = await stranger?.request.post(`${boards.url}/api/graphql`, { data: query });
    expect(await anonymous?.json()).toEqual({ data: { board: null } });
    await stranger?.close();

    const revoke = { query: "mutation ($id: UUID!) { revokeSession(id: $id) }", variables: { id: mySessions[0]?.id } };
    expect(await (await page.request.post(`${boards.url}/api/graphql`, { data: revoke })).json()).toEqual({ data: { revokeSession: true } });
    await page.goto(boards.url);
    await expect(page).toHaveURL(/\/sign-in/);
  });

  test("a program comes in with a token of the provider, and not with another", async ({ request }) => {
    const ask = async (token: string) =>
      request.post(`${boards.url}/graphql`, { data: { query: "{ me { displayName } }" }, headers: { authorization: `Bearer ${token}` } });
    const good = await ask(await oidc.issueToken({ claims: { name: "A program" } }));
    expect(await good.json()).toEqual({ data: { me: { displayName: "A program" } } });
    const bad = await ask(await oidc.issueToken({ audience: "another-api" }));
    expect(bad.status()).toBe(401);
    expect((await bad.json()).errors[0].extensions.code).toBe("UNAUTHENTICATED");
  });
});

test.describe("by e-mail and password", () => {
  let boards: Installation;
  test.beforeAll(async () => {
    test.setTimeout(240_000);
    boards = await startInstallation("e2e-password", 3120, { BOARDS_AUTH_PROVIDER: "password" });
  });
  test.afterAll(() => boards?.stop());

  test("the first account owns the installation; a wrong password and a second account are refused", async ({ page }) => {
    await page.goto(`${boards.url}/sign-in`);
    await page.getByRole("link", { name: "Create the first account" }).click();
    await expect(page.getByRole("heading", { name: "Set up Boards" })).toBeVisible();
    await page.getByRole("textbox", { name: "Setup token" }).fill("guessed");
    await page.getByRole("textbox", { name: "Name" }).fill("Ada");
    await page.getByRole("textbox", { name: "Email" }).fill("ada@example.com");
    await page.getByLabel(/^Password/).fill("short");
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "at least 10 characters" })).toBeVisible();
    await page.getByLabel(/^Password/).fill("long enough to keep");
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "This setup token is incorrect" })).toBeVisible();
    // The address that the start printed has the token filled in.
    expect(boards.setupToken()).not.toBe("");
    await page.goto(`${boards.url}/sign-up?setup=${boards.setupToken()}`);
    await page.getByRole("textbox", { name: "Name" }).fill("Ada");
    await page.getByRole("textbox", { name: "Email" }).fill("ada@example.com");
    await page.getByLabel(/^Password/).fill("long enough to keep");
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page.getByRole("heading", { name: "Your boards" })).toBeVisible();

    await page.getByRole("button", { name: "Account: Ada" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    await page.getByRole("textbox", { name: "Email" }).fill("ada@example.com");
    await page.getByLabel("Password").fill("wrong wrong wrong");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("Wrong email or password.")).toBeVisible();
    await page.getByLabel("Password").fill("long enough to keep");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: "Your boards" })).toBeVisible();

    await page.getByRole("button", { name: "Account: Ada" }).click();
    await page.getByRole("menuitem", { name: "Account" }).click();
    await expect(page.getByRole("region", { name: "Sessions" }).getByText("This browser")).toBeVisible();
    await page.getByRole("button", { name: "New key" }).click();
    await page.getByRole("textbox", { name: "Name" }).last().fill("Nightly export");
    await page.getByRole("checkbox", { name: /^Generate/ }).check();
    await page.getByRole("button", { name: "Create key" }).click();
    const key = await page.getByRole("dialog", { name: "Your new key" }).locator("code").textContent();
    await page.keyboard.press("Escape");
    await expect(page.getByText("Read, Generate")).toBeVisible();
    const askByKey = () =>
      page.request.post(`${boards.url}/graphql`, { data: { query: "{ me { displayName } }" }, headers: { authorization: `Bearer ${key}` } });
    expect(await (await askByKey()).json()).toEqual({ data: { me: { displayName: "Ada" } } });
    await page.getByRole("button", { name: "Revoke" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
    await expect(page.getByText("Nightly export")).toHaveCount(0);
    expect((await askByKey()).status()).toBe(401);

    await page.goto(`${boards.url}/sign-up`);
    await expect(page.getByText("You need an invitation")).toBeVisible();
  });

  test("signing out in one tab ends the stream of all of them", async ({ browser }) => {
    const context = await browser.newContext();
    const streams = watchStreams(context);
    const [one, other] = [await context.newPage(), await context.newPage()];
    await one.goto(`${boards.url}/sign-in`);
    await one.getByRole("textbox", { name: "Email" }).fill("ada@example.com");
    await one.getByLabel("Password").fill("long enough to keep");
    await one.getByRole("button", { name: "Sign in" }).click();
    await expect(one.getByRole("heading", { name: "Your boards" })).toBeVisible();
    const create = 'mutation { createBoard(input: { title: "Watched" }) { id } }';
    const { createBoard } = await graphql<{ createBoard: { id: string } }>(one.request, create, {}, boards.url);
    await other.goto(`${boards.url}/boards/${createBoard.id}`);
    await expect(other.getByText("This board is empty")).toBeVisible();
    await expect.poll(() => streams.holders().length).toBe(1);

    await one.getByRole("button", { name: "Account: Ada" }).click();
    await one.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(one).toHaveURL(/\/sign-in/);
    await expect.poll(() => streams.holders().length).toBe(0);
    await context.close();
  });

  test("pages and answers carry the headers that guard them", async ({ request }) => {
    const page = await request.get(`${boards.url}/sign-in`);
    const policy = page.headers()["content-security-policy"] ?? "";
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'(;|$)/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(page.headers()).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY" });
    const answer = await request.post(`${boards.url}/graphql`, { data: { query: "{ publicBoards { id } }" } });
    expect(answer.headers()).toMatchObject({ "ratelimit-limit": "300", "x-content-type-options": "nosniff" });
    expect(answer.headers()["access-control-allow-origin"]).toBeUndefined();
    const introspection = await request.post(`${boards.url}/graphql`, { data: { query: "{ __schema { types { name } } }" } });
    expect((await introspection.json()).errors[0].extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
    const closed = await request.get(`${boards.url}/graphiql`);
    expect(closed.status()).toBe(404);
  });
});
