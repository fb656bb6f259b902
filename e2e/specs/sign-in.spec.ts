import type { Page } from "playwright/test";
import { graphql } from "../fixtures/graphql";
import { sharedInstallation } from "../fixtures/shared-installation";
import { expect, test } from "../fixtures/test";
import { watchStreams } from "../fixtures/watch-streams";

/* By email and password, through the forms; everywhere else people are signed in by a row. */

async function fillAccount(page: Page, name: string, email?: string) {
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  if (email) await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByLabel(/^Password/).fill("long enough to keep");
}

test.describe("someone who is not signed in", () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test("the first account owns the installation; a wrong password and a second account are refused", async ({ page }) => {
    const { setupToken } = sharedInstallation();
    await page.goto("/sign-in");
    await page.getByRole("link", { name: "Create the first account" }).click();
    await expect(page.getByRole("heading", { name: "Set up Boards" })).toBeVisible();
    await page.getByRole("textbox", { name: "Setup token" }).fill("guessed");
    await fillAccount(page, "Grace", "grace@example.com");
    await page.getByLabel(/^Password/).fill("short");
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "at least 10 characters" })).toBeVisible();
    await page.getByLabel(/^Password/).fill("long enough to keep");
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "This setup token is incorrect" })).toBeVisible();
    // The address that the start printed has the token filled in.
    expect(setupToken).not.toBe("");
    await page.goto(`/sign-up?setup=${setupToken}`);
    await fillAccount(page, "Grace", "grace@example.com");
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page.getByRole("heading", { name: "Your boards" })).toBeVisible();

    await page.getByRole("button", { name: "Account: Grace" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    await page.getByRole("textbox", { name: "Email" }).fill("grace@example.com");
    await page.getByLabel("Password").fill("wrong wrong wrong");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("Incorrect email or password.")).toBeVisible();
    await page.getByLabel("Password").fill("long enough to keep");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: "Your boards" })).toBeVisible();

    await page.goto("/sign-up");
    await expect(page.getByText("You need an invitation")).toBeVisible();
  });

  test("an invitation makes a member, who sees no administration", async ({ page, admin }) => {
    const email = `ben-${admin.user.id}@example.com`;
    const invite = "mutation ($email: String!) { inviteToTenant(email: $email, role: MEMBER) { link } }";
    const { inviteToTenant } = await graphql<{ inviteToTenant: { link: string } }>(admin.request, invite, { email });
    await page.goto(inviteToTenant.link);
    await expect(page.getByRole("textbox", { name: "Email" })).toHaveValue(email);
    await fillAccount(page, "Ben");
    await page.getByRole("button", { name: "Create account" }).click();
    await page.getByRole("button", { name: "Account: Ben" }).click();
    await expect(page.getByRole("menuitem", { name: "Account settings" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Admin", exact: true })).toHaveCount(0);
    const { me } = await graphql<{ me: object }>(page.request, "{ me { tenantId tenantRole } }");
    expect(me).toEqual({ tenantId: admin.user.tenantId, tenantRole: "MEMBER" });
  });

  test("signing in leads to no other site", async ({ page }) => {
    await page.goto("/sign-in?callbackUrl=//evil.example");
    const { url } = await page.evaluate(async () => {
      const { csrfToken } = await (await fetch("/api/auth/csrf")).json();
      const body = new URLSearchParams({ csrfToken, callbackUrl: "//evil.example", json: "true" });
      return (await fetch("/api/auth/signout", { method: "POST", body })).json();
    });
    expect(new URL(url).host).toBe(new URL(page.url()).host);
  });
});

test("a key is made, asks as its owner, and is out when it is revoked", async ({ page, request }) => {
  await page.goto("/account");
  await expect(page.getByRole("region", { name: "Sessions" }).getByText("This browser")).toBeVisible();
  await page.getByRole("button", { name: "New key" }).click();
  // The page has a field of this name, too, and the window may still be on its way.
  await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill("Nightly export");
  await page.getByRole("checkbox", { name: /^Generate/ }).check();
  await page.getByRole("button", { name: "Create key" }).click();
  const key = await page
    .getByRole("dialog", { name: "Your new key" })
    .getByText(/^boards_/)
    .textContent();
  await page.keyboard.press("Escape");
  await expect(page.getByText("Read, Generate")).toBeVisible();
  const askByKey = () => request.post("/graphql", { data: { query: "{ me { displayName } }" }, headers: { authorization: `Bearer ${key}` } });
  expect(await (await askByKey()).json()).toEqual({ data: { me: { displayName: "Ada" } } });
  await page.getByRole("button", { name: "Revoke" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText("Nightly export")).toHaveCount(0);
  expect((await askByKey()).status()).toBe(401);
});

test("signing out in one tab ends the stream of all of them", async ({ page, context, boardRow }) => {
  const streams = watchStreams(context);
  await page.goto("/");
  const other = await context.newPage();
  await other.goto(`/boards/${boardRow.id}`);
  await expect(other.getByText("This board is empty")).toBeVisible();
  await expect.poll(() => streams.holders().length).toBe(1);

  await page.getByRole("button", { name: "Account: Ada" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await expect.poll(() => streams.holders().length).toBe(0);
});
