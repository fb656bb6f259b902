import type { Page } from "playwright/test";
import { freePort } from "@/lib/testing/free-port";
import { startOidcServer } from "@/lib/testing/oidc-server";
import { cleanUp, onCleanUp } from "../../fixtures/clean-up";
import { graphql } from "../../fixtures/graphql";
import { type Installation, startInstallation } from "../../fixtures/installation";
import { expect, test } from "../../fixtures/quiet-test";

/* Where people sign in at an OpenID Connect provider, and AI providers are real. */

interface Session {
  id: string;
  isCurrent: boolean;
}

let oidc: Awaited<ReturnType<typeof startOidcServer>>;
let boards: Installation;

test.beforeAll(async () => {
  test.setTimeout(600_000);
  const port = await freePort();
  oidc = await startOidcServer({ redirectUris: [`http://127.0.0.1:${port}/api/auth/callback/oidc`], hasLoginPages: true });
  onCleanUp(() => oidc.close());
  boards = await startInstallation("oidc", {
    PORT: String(port),
    BOARDS_AUTH_PROVIDER: "oidc",
    OIDC_ISSUER: oidc.issuer,
    OIDC_CLIENT_ID: oidc.clientId,
    OIDC_CLIENT_SECRET: oidc.clientSecret,
    OIDC_AUDIENCE: "boards-api",
    BOARDS_AUTH_CONFIG: JSON.stringify({ name: "Acme ID" }),
    FAL_KEY: "",
    BOARDS_GENERATOR_API_KEYS: "",
  });
});
test.afterAll(cleanUp);

/** Signs in on the provider's own pages: who it is, and whether they agree. */
async function signIn(page: Page) {
  await page.goto(boards.url);
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByRole("button", { name: "Continue with Acme ID" }).click();
  await page.getByPlaceholder("Enter any login").fill("ada@example.com");
  await page.getByPlaceholder("and password").fill("whatever");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL((url) => url.href.startsWith(boards.url) && !url.pathname.startsWith("/api/"));
}

test("a person signs in, makes a board, sees their session, and is out when it is revoked", async ({ page }) => {
  await signIn(page);
  // Nobody owns the installation yet, and being the first makes nobody its owner.
  await page.goto(`${boards.url}/setup?setup=guessed`);
  await page.getByRole("button", { name: "Become the owner" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "This setup token is incorrect" })).toBeVisible();
  await page.goto(`${boards.url}/setup?setup=${boards.setupToken()}`);
  await page.getByRole("button", { name: "Become the owner" }).click();
  await expect(page.getByRole("heading", { name: "Your boards" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Account: ada" })).toBeVisible();
  await page.getByRole("button", { name: "Create your first board" }).click();
  await page.getByRole("textbox").fill("Behind a gate");
  await page
    .getByRole("button", { name: /^Create/ })
    .last()
    .click();
  await expect(page).toHaveURL(/\/boards\//);
  const boardUrl = page.url();
  await page.getByRole("textbox", { name: "Prompt" }).fill("a gate");
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

test("a key is set, never shown, and removed", async ({ page }) => {
  await signIn(page);
  await page.getByRole("link", { name: "Admin", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Providers" })).toBeVisible();

  const heard: string[] = [];
  page.on("response", async (response) => {
    if (response.url().endsWith("/api/graphql")) heard.push(await response.text().catch(() => ""));
  });
  // A provider that can't be asked for free whether a key works: no test asks a real one.
  const minimax = page.getByRole("list", { name: "Providers" }).getByRole("listitem", { name: "MiniMax" });
  await expect(minimax).toContainText("Not set up");
  await minimax.getByRole("button", { name: "Add key for MiniMax" }).click();
  const dialog = page.getByRole("dialog", { name: "Key for MiniMax" });
  await dialog.getByRole("button", { name: "Save key" }).click();
  await expect(dialog.getByRole("alert")).toHaveText("Enter the API key.");
  await dialog.getByLabel("Key", { exact: true }).fill("a-key-that-nobody-sees-again");
  await dialog.getByRole("button", { name: "Save key" }).click();
  await expect(page.getByText("Saved for MiniMax. It wasn't tested.")).toBeVisible();
  await expect(minimax).toContainText("Uses your own key.");
  await expect(minimax).toContainText("Ready");
  await minimax.getByRole("button", { name: "Replace key for MiniMax" }).click();
  await expect(dialog.getByLabel("Key", { exact: true })).toHaveValue("");
  await page.keyboard.press("Escape");
  await expect(minimax.getByRole("button", { name: "Replace key for MiniMax" })).toBeFocused();
  await page.reload();
  await expect(minimax).toContainText("Ready");
  expect(await page.content()).not.toContain("nobody-sees-again");
  expect(heard.length).toBeGreaterThan(1);
  expect(heard.join()).not.toContain("nobody-sees-again");

  await minimax.getByRole("button", { name: "Remove key for MiniMax" }).click();
  await page.getByRole("alertdialog", { name: "Remove the key for MiniMax?" }).getByRole("button", { name: "Remove" }).click();
  await expect(minimax).toContainText("Not set up");
});
