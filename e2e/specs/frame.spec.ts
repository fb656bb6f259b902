import { type Browser, devices, type Page } from "playwright/test";
import { seedTenant } from "@/lib/testing/seed/tenant";
import { seedUser } from "@/lib/testing/seed/user";
import type { User } from "@/prisma/generated/client";
import { signedIn } from "../fixtures/actors";
import { createBoard, createGeneration, graphql } from "../fixtures/graphql";
import { sharedInstallation } from "../fixtures/shared-installation";
import { expect, test } from "../fixtures/test";

/* The frame of the studio: navigation, the way to sign in and back, the viewer as a step of the history, what is said when something is away,
   and the pages for strangers. */

const password = "long enough to keep";
const { defaultBrowserType, ...pixel } = devices["Pixel 7"] ?? {};
const nobody = { cookies: [], origins: [] };

/** Someone with a password, whom an admin has invited; answers their address. */
async function invite(admin: { request: Page["request"]; user: { id: string } }, page: Page): Promise<string> {
  const email = `lin-${admin.user.id}@example.com`;
  const query = "mutation ($email: String!) { inviteToTenant(email: $email, role: MEMBER) { link } }";
  const { inviteToTenant } = await graphql<{ inviteToTenant: { link: string } }>(admin.request, query, { email });
  const invitationToken = new URL(inviteToTenant.link, "http://boards").searchParams.get("invitation");
  const create = "mutation ($input: CreateAccountInput!) { createAccount(input: $input) { id } }";
  await graphql(page.request, create, { input: { email, password, invitationToken, displayName: "Lin" } });
  return email;
}

/** A browser of their own for someone who is signed in by a row. */
const contextOf = async (browser: Browser, user: User) =>
  browser.newContext({ baseURL: sharedInstallation().url, storageState: await signedIn(user) });

async function signIn(page: Page, email: string) {
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test.describe("someone who is not signed in", () => {
  test.use({ storageState: nobody });

  test("is led to sign-in, and then where they wanted to go, with query and hash", async ({ page, admin }) => {
    const email = await invite(admin, page);
    await page.goto("/account?from=mail#keys");
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await signIn(page, email);
    await expect(page.getByRole("heading", { name: "Account" })).toBeVisible();
    const { pathname, search, hash } = new URL(page.url());
    expect(pathname + search + hash).toBe("/account?from=mail#keys");
    // Who is signed in already has nothing to do there.
    await page.goto("/sign-in?callbackUrl=%2Faccount%3Fagain");
    await expect(page).toHaveURL(/\/account\?again$/);
    for (const path of ["/admin/spending", "/", "/boards/0192aaaa-0000-7000-8000-000000000000"]) {
      await page.context().clearCookies();
      await page.goto(path);
      await expect(page).toHaveURL(path === "/" ? /\/sign-in$/ : `/sign-in?${new URLSearchParams({ callbackUrl: path })}`);
    }
  });

  test("sees a public board without what changes it, and a shared one by its link until that is revoked", async ({
    page,
    owner,
    admin,
    browser,
    boardRow,
  }) => {
    const asOwner = await contextOf(browser, owner);
    const ask = asOwner.request;
    const input = { boardId: boardRow.id, generatorName: "sketch", artifactType: "IMAGE", inputParams: { prompt: "a quay in fog" } };
    const id = await createGeneration(ask, input);
    const status = "query ($id: UUID!) { generation(id: $id) { status } }";
    await expect.poll(async () => (await graphql<{ generation: { status: string } }>(ask, status, { id })).generation.status).toBe("COMPLETED");
    await graphql(ask, "mutation ($input: UpdateBoardInput!) { updateBoard(input: $input) { id } }", { input: { id: boardRow.id, isPublic: true } });

    await page.goto(`/boards/${boardRow.id}`);
    await expect(page.getByRole("heading", { name: boardRow.title })).toBeVisible();
    await expect(page.getByRole("button", { name: "Open Sketch: a quay in fog" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Generate" })).toHaveCount(0);
    await expect(page.getByRole("navigation", { name: "Main" }).getByRole("button", { name: "Sign in" })).toBeVisible();

    const share = "mutation ($input: CreateShareLinkInput!) { createShareLink(input: $input) { id token } }";
    const { createShareLink: link } = await graphql<{ createShareLink: { id: string; token: string } }>(ask, share, {
      input: { boardId: boardRow.id, showsRecipe: true },
    });
    await page.goto(`/shared/${link.token}`);
    await expect(page.getByRole("heading", { name: boardRow.title })).toBeVisible();
    await expect(page.getByText("Shared by Ada · 1 result")).toBeVisible();
    await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
    await page.getByRole("button", { name: "Open a quay in fog" }).click();
    const viewer = page.getByRole("dialog", { name: "a quay in fog" });
    await expect(viewer.getByRole("img")).toBeVisible();
    await expect(viewer.getByText("sketch")).toBeVisible();
    await page.goBack();
    await expect(viewer).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Open a quay in fog" })).toBeFocused();

    await admin.page.goto(`/shared/${link.token}`);
    await expect(admin.page.getByRole("link", { name: "Open Boards" })).toBeVisible();
    await graphql(ask, "mutation ($id: UUID!) { revokeShareLink(id: $id) { id } }", { id: link.id });
    await page.reload();
    await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
    await asOwner.close();
  });
});

for (const [device, options] of Object.entries({ desktop: {}, phone: pixel }))
  test.describe(`on a ${device}`, () => {
    test.use(options);

    test("the viewer opens offline, is one step of the history, and gives the focus back to the tile it has come to", async ({
      board,
      page,
      context,
    }) => {
      for (const prompt of ["first", "second"]) await board.ask("sketch", "IMAGE", { prompt });
      const [first, second] = [await board.finished(/Open Sketch: first/), await board.finished(/Open Sketch: second/)];
      await context.setOffline(true);
      await expect(page.getByRole("status").filter({ hasText: "You're offline" })).toBeVisible();
      await second.click();
      const viewer = page.getByRole("dialog", { name: "Sketch" });
      await expect(viewer).toBeVisible();
      const opened = page.url();
      expect(opened).toContain("?view=");
      await page.keyboard.press("ArrowRight");
      await expect(viewer.getByRole("img", { name: "first" })).toBeVisible();
      expect(page.url()).not.toBe(opened);
      await page.goBack();
      await expect(viewer).toHaveCount(0);
      expect(page.url()).not.toContain("view=");
      const openFirst = page.getByRole("button", { name: "Open Sketch: first" });
      await expect(page.locator("[data-generation]").filter({ has: openFirst })).toBeFocused();

      await context.setOffline(false);
      await expect(page.getByText("You're offline")).toHaveCount(0);
      await first.click();
      await expect(viewer.getByRole("img")).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(viewer).toHaveCount(0);
      // Closing it went back: there is no viewer to come back to.
      await page.reload();
      await expect(first).toBeVisible();
      await expect(viewer).toHaveCount(0);
    });

    test("a server that does not answer is said at once, and forgotten when it is back", async ({ board, page }) => {
      await board.promptBar.getByRole("textbox", { name: "Prompt" }).fill("kept meanwhile");
      await page.route("**/api/**", (route) => route.abort());
      await board.generate();
      const banner = page.getByRole("status").filter({ hasText: "Trying again" });
      await expect(banner).toHaveText("Can't reach the server. Trying again…");
      await expect(board.promptBar.getByRole("textbox", { name: "Prompt" })).toHaveValue("kept meanwhile");
      await page.unroute("**/api/**");
      await expect(banner).toHaveCount(0);
      await board.generate();
      await board.finished(/Open Sketch: kept meanwhile/);
    });

    test("what happens to the board elsewhere is said at once", async ({ board, page, request }) => {
      const rename = "mutation ($input: UpdateBoardInput!) { updateBoard(input: $input) { id } }";
      await graphql(request, rename, { input: { id: board.id, title: "Another name" } });
      await expect(page.getByRole("heading", { name: "Another name" })).toBeVisible();
      await graphql(request, "mutation ($id: UUID!) { trashBoard(id: $id) }", { id: board.id });
      await expect(page.getByRole("heading", { name: "This board is no longer available" })).toBeVisible();
      await graphql(request, "mutation ($id: UUID!) { restoreBoard(id: $id) { id } }", { id: board.id });
      await page.evaluate(() => window.dispatchEvent(new Event("online")));
      await expect(page.getByRole("heading", { name: "Another name" })).toBeVisible();
    });

    test("nothing lies over anything: header, board, prompt bar and navigation stand side by side", async ({ board, page }) => {
      const [bar, navigation] = await Promise.all(
        [board.promptBar, page.getByRole("navigation", { name: "Main" })].map((part) => part.boundingBox()),
      );
      const { width = 0, height = 0 } = page.viewportSize() ?? {};
      if (!bar || !navigation) throw new Error("the page has no prompt bar or no navigation");
      if (width < 768) {
        expect(bar.y + bar.height).toBeLessThanOrEqual(navigation.y);
        expect(navigation.y + navigation.height).toBeCloseTo(height, 0);
      } else {
        expect(navigation.x + navigation.width).toBeLessThanOrEqual(bar.x);
        expect(bar.y + bar.height).toBeLessThanOrEqual(height);
      }
      const { scrollWidth, scrollHeight } = await page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        return { scrollWidth, scrollHeight };
      });
      expect([scrollWidth, scrollHeight]).toEqual([width, height]);
      await page.getByRole("link", { name: "Boards", exact: true }).click();
      await expect(page.getByRole("heading", { name: "Your boards" })).toBeVisible();
      await expect(page.getByRole("link", { name: "Boards", exact: true })).toHaveAttribute("aria-current", "page");
    });
  });

test("an invitation to a board leads somebody of another workspace into it, and tells others whom it is for", async ({
  request,
  boardRow,
  browser,
  page,
}) => {
  const { id: tenantId } = await seedTenant({});
  const guest = await seedUser({ tenantId, displayName: "Olu" });
  const asGuest = await contextOf(browser, guest);
  const { myAccount } = await graphql<{ myAccount: { email: string } }>(asGuest.request, "{ myAccount { email } }");
  const invite = "mutation ($input: InviteBoardMemberInput!) { inviteBoardMember(input: $input) { invitation { link } } }";
  const { inviteBoardMember } = await graphql<{ inviteBoardMember: { invitation: { link: string } } }>(request, invite, {
    input: { boardId: boardRow.id, email: myAccount.email },
  });
  const { link } = inviteBoardMember.invitation;
  await page.goto(link);
  await expect(page.getByText(`This invitation is for ${myAccount.email}`)).toBeVisible();

  const guestPage = await asGuest.newPage();
  // Whoever opens it once more is on the board already.
  for (const action of ["Accept invitation", "Open"]) {
    await guestPage.goto(link);
    await guestPage.getByRole("button", { name: action }).click();
    await expect(guestPage.getByRole("heading", { name: boardRow.title })).toBeVisible();
    await expect(guestPage).toHaveURL(`/boards/${boardRow.id}`);
  }
  await expect(guestPage.getByText("View only")).toBeVisible();
  await asGuest.close();
});

test.describe("a session that ends", () => {
  test.use({ storageState: nobody });

  test("in another tab leaves the page as it is, until one has signed in again", async ({ page, context, admin }) => {
    const email = await invite(admin, page);
    await page.goto("/sign-in");
    await signIn(page, email);
    await expect(page.getByRole("heading", { name: "Your boards" })).toBeVisible();
    const { url } = sharedInstallation();
    const id = await createBoard(page.request, "Kept", url);
    await page.goto(`/boards/${id}`);
    const prompt = page.getByRole("region", { name: "Prompt" }).getByRole("textbox", { name: "Prompt" });
    await prompt.fill("half a sentence");

    const other = await context.newPage();
    await other.goto("/");
    await other.getByRole("button", { name: "Account: Lin" }).click();
    await other.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(other).toHaveURL(/\/sign-in/);

    const dialog = page.getByRole("dialog", { name: "You've been signed out" });
    await expect(dialog).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog.getByRole("textbox", { name: "Email" })).toHaveValue(email);
    await dialog.getByLabel("Password").fill("not this one at all");
    await dialog.getByRole("button", { name: "Sign in" }).click();
    await expect(dialog.getByRole("alert")).toHaveText("Incorrect email or password.");
    await dialog.getByLabel("Password").fill(password);
    await dialog.getByRole("button", { name: "Sign in" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(prompt).toHaveValue("half a sentence");
    await page.getByRole("button", { name: "Generate" }).click();
    await expect(page.getByRole("button", { name: "Open Sketch: half a sentence" })).toBeVisible();
  });
});
