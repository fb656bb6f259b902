import type { Browser, Page } from "playwright/test";
import { seedStoredImage } from "@/lib/testing/seed/stored-image";
import { seedTenant } from "@/lib/testing/seed/tenant";
import { seedUser } from "@/lib/testing/seed/user";
import { signedIn } from "../fixtures/actors";
import { watchConsole } from "../fixtures/console";
import { graphql } from "../fixtures/graphql";
import { sharedInstallation } from "../fixtures/shared-installation";
import { expect, test } from "../fixtures/test";

/* Two people in two browsers, by the screens alone. */

const password = "long enough to keep";

/** A browser in which nobody is signed in; its console has to stay quiet. */
async function another(browser: Browser, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ baseURL: sharedInstallation().url, storageState: { cookies: [], origins: [] } });
  const page = await context.newPage();
  const messages = watchConsole(page);
  await use(page);
  await context.close();
  expect(messages, "the console stayed quiet").toEqual([]);
}

async function signUp(page: Page, link: string, name: string) {
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "You're invited" })).toBeVisible();
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
}

const openShare = async (page: Page) => {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  return page.getByRole("dialog", { name: "Share board" });
};
const choose = (page: Page, action: string) => page.getByRole("menuitem", { name: action }).click();
/** Chooses what asks first. */
const chooseAndConfirm = async (page: Page, action: string) => {
  await choose(page, action);
  await page.getByRole("alertdialog").getByRole("button").last().click();
};

test("someone is invited to a board, works on it, becomes a viewer, its owner, and is taken off it", async ({ page, boardRow, browser }) => {
  const email = `lin-${boardRow.id}@example.com`;
  await page.goto(`/boards/${boardRow.id}`);
  const share = await openShare(page);
  await share.getByRole("textbox", { name: "Add people" }).fill(email);
  await share.getByRole("button", { name: "Invite", exact: true }).click();
  const link = await share.getByRole("textbox", { name: `Invitation link for ${email}` }).inputValue();
  await expect(share.getByRole("list", { name: "Pending invitations" }).getByText(email)).toBeVisible();

  await another(browser, async (guest) => {
    await signUp(guest, link, "Lin");
    await expect(guest).toHaveURL(`/boards/${boardRow.id}`);
    const prompt = guest.getByRole("region", { name: "Prompt" });
    await prompt.getByRole("textbox", { name: "Prompt" }).fill("together");
    await guest.getByRole("button", { name: "Generate" }).click();
    await expect(guest.getByRole("button", { name: "Open Sketch: together" })).toBeVisible();

    // The open window of the owner hears of it.
    await share.getByRole("combobox", { name: "Role of Lin" }).click();
    await page.getByRole("option", { name: "Viewer" }).click();
    await expect(guest.getByText("View only")).toBeVisible();
    const theirs = await openShare(guest);
    await expect(theirs.getByText("Only the board's owner and admins can change who has access.")).toBeVisible();
    await expect(theirs.getByRole("switch", { name: "Public" })).toBeDisabled();

    await share.getByRole("button", { name: "Actions for Lin" }).click();
    await chooseAndConfirm(page, "Make owner");
    await expect(theirs.getByRole("combobox", { name: "Role of Ada" })).toHaveText("Admin");
    await theirs.getByRole("button", { name: "Actions for Ada" }).click();
    await chooseAndConfirm(guest, "Make owner");
    await share.getByRole("button", { name: "Actions for Lin" }).click();
    await chooseAndConfirm(page, "Remove from board");
    await expect(guest.getByRole("heading", { name: "This board is no longer available" })).toBeVisible();
  });
  await expect(share.getByRole("button", { name: "Actions for Lin" })).toHaveCount(0);
});

test("people of the workspace are found by name, and leave by themselves", async ({ page, boardRow, stranger }) => {
  await page.goto(`/boards/${boardRow.id}`);
  const share = await openShare(page);
  const field = share.getByRole("textbox", { name: "Add people" });
  await field.fill("s");
  const mayAnswer = Promise.withResolvers<void>();
  await page.route("**/api/graphql", async (route) => {
    if (route.request().postDataJSON()?.operationName === "AddBoardMember") await mayAnswer.promise;
    await route.fallback();
  });
  await share.getByRole("button", { name: "Add Sam" }).press("Enter");
  await expect(field).toBeFocused();
  // What is typed before the answer stays.
  await page.keyboard.type("a");
  mayAnswer.resolve();
  await expect(share.getByRole("combobox", { name: "Role of Sam" })).toHaveText("Editor");
  await expect(field).toHaveValue("sa");
  await expect(share.getByText("Nobody in this workspace matches.")).toBeVisible();

  await stranger.page.goto(`/boards/${boardRow.id}`);
  const theirs = await openShare(stranger.page);
  await theirs.getByRole("button", { name: "Leave board" }).click();
  await stranger.page.getByRole("alertdialog").getByRole("button", { name: "Leave" }).click();
  await expect(stranger.page.getByRole("heading", { name: "Your boards" })).toBeVisible();
  await expect(share.getByRole("combobox", { name: "Role of Sam" })).toHaveCount(0);
});

test("activity is narrowed to one person by keys, and widened again by a click; the address keeps whose it is", async ({ page, stranger }) => {
  const create = "mutation ($title: String!) { createBoard(input: { title: $title }) { id } }";
  await graphql(stranger.request, create, { title: "Sam's own" });
  await graphql(page.request, create, { title: "Ada's own" });
  await page.goto("/admin/activity");
  const entries = page.getByRole("list", { name: "Activity" }).getByRole("listitem");
  await expect(entries.filter({ hasText: "Ada's own" })).toBeVisible();
  const person = page.getByRole("combobox", { name: "Person" });
  await person.fill("sa");
  await expect(page.getByRole("option")).toHaveText([/^Sam/]);
  await person.press("Enter");
  await expect(page).toHaveURL(/[?&]person=[\w-]+/);
  await expect(person).toBeFocused();
  await expect(entries.filter({ hasText: "Sam's own" })).toBeVisible();
  await expect(entries.filter({ hasText: "Ada" })).toHaveCount(0);

  await page.reload();
  await expect(person).toHaveValue(/^Sam/);
  await page.getByRole("button", { name: "Show options for Person" }).click();
  await page.getByRole("option", { name: "Everyone" }).click();
  await expect(entries.filter({ hasText: "Ada's own" })).toBeVisible();
  await expect(page).not.toHaveURL(/person=/);
});

test("a link opens the board for strangers until it is revoked, and so does a public board until it is private", async ({
  page,
  boardRow,
  browser,
  stranger: colleague,
}) => {
  await page.goto(`/boards/${boardRow.id}`);
  const share = await openShare(page);
  await share.getByRole("combobox", { name: "Expires" }).click();
  await page.getByRole("option", { name: "In a day" }).click();
  await page.evaluate(() => {
    navigator.clipboard.writeText = async (text) => void Object.assign(window, { copied: text });
  });
  await share.getByRole("button", { name: "Create link" }).click();
  const links = share.getByRole("list", { name: "Share links" });
  await expect(links.getByText(/^Hides prompts · Expires/)).toBeVisible();
  // It is listed a moment before it is copied.
  const copied = await page.waitForFunction(() => (window as unknown as { copied?: string }).copied);
  const link = String(await copied.jsonValue());

  await another(browser, async (stranger) => {
    await stranger.goto(link);
    await expect(stranger.getByRole("heading", { name: boardRow.title })).toBeVisible();
    await links.getByRole("button", { name: /^Revoke the link/ }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
    await expect(links).toHaveCount(0);
    await stranger.reload();
    await expect(stranger.getByRole("heading", { name: boardRow.title })).toHaveCount(0);

    const isPublic = share.getByRole("switch", { name: "Public" });
    await isPublic.press("Space");
    await expect(isPublic).toBeChecked();
    await seedStoredImage({ tenantId: boardRow.tenantId, userId: boardRow.ownerId, boardId: boardRow.id }, { inputParams: { prompt: "hills" } });
    await stranger.goto(`/boards/${boardRow.id}`);
    await expect(stranger.getByRole("heading", { name: boardRow.title })).toBeVisible();
    // Stars and ratings are for people with an account.
    const marks = /^(Star|Rate)/;
    await stranger.getByRole("gridcell", { name: "Sketch: hills" }).press("ContextMenu");
    await expect(stranger.getByRole("menuitem", { name: "Open" })).toBeVisible();
    await expect(stranger.getByRole("menuitem", { name: marks })).toHaveCount(0);
    await stranger.keyboard.press("Escape");
    await stranger.getByRole("gridcell", { name: "Sketch: hills" }).press("Enter");
    await expect(stranger.getByRole("dialog").getByText("hills", { exact: true })).toBeVisible();
    await expect(stranger.getByRole("button", { name: marks })).toHaveCount(0);

    // Several results at once, and the board as a file, are for people on it.
    await colleague.page.goto(`/boards/${boardRow.id}`);
    await colleague.page.getByRole("gridcell", { name: "Sketch: hills" }).press(" ");
    await expect(colleague.page.getByRole("toolbar", { name: "Selection" }).getByRole("button", { name: "Star" })).toBeVisible();
    await expect(colleague.page.getByRole("button", { name: "Download" })).toHaveCount(0);
    await colleague.page.getByRole("button", { name: "Board actions" }).click();
    await expect(colleague.page.getByRole("menuitem", { name: "Duplicate" })).toBeVisible();
    await expect(colleague.page.getByRole("menuitem", { name: "Export" })).toHaveCount(0);

    await isPublic.press("Space");
    await expect(isPublic).not.toBeChecked();
    await stranger.reload();
    await expect(stranger).toHaveURL(/\/sign-in/);
  });
});

test("a workspace is run by its screens: invitation, role, forgotten password, another password, disabling", async ({ page, tenant, browser }) => {
  const email = `kim-${tenant.id}@example.com`;
  await page.goto("/admin/people");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByRole("button", { name: "Create link" }).click();
  const link = await page.getByRole("textbox", { name: "Invitation link" }).inputValue();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("list", { name: "Pending invitations" }).getByText(email)).toBeVisible();

  await another(browser, async (guest) => {
    await signUp(guest, link, "Kim");
    await expect(guest.getByRole("heading", { name: "Your boards" })).toBeVisible();
    await guest.goto(link);
    await expect(guest.getByRole("heading", { name: "You've already accepted" })).toBeVisible();

    await page.reload();
    const members = page.getByRole("list", { name: "Members" });
    await page.getByRole("searchbox", { name: "Search" }).fill("kim-");
    await expect(members.getByRole("listitem")).toHaveCount(1);
    const act = () => page.getByRole("button", { name: "Actions for Kim" }).click();
    await act();
    await choose(page, "Make admin");
    await expect(members.getByText("Admin", { exact: true })).toBeVisible();
    await guest.goto("/admin/people");
    await expect(guest.getByRole("list", { name: "Members" }).getByText("Kim (you)")).toBeVisible();
    await act();
    await choose(page, "Make member");

    await guest.goto("/account");
    const section = guest.getByRole("region", { name: "Password" });
    await section.getByLabel("Current password").fill("not this one");
    await section.getByLabel("New password").fill("another long one");
    await section.getByRole("button", { name: "Change password" }).click();
    await expect(section.getByRole("alert")).toBeVisible();
    await section.getByLabel("Current password").fill(password);
    await section.getByRole("button", { name: "Change password" }).click();
    await expect(guest.getByText("Password changed.")).toBeVisible();

    await act();
    await choose(page, "Create password reset link");
    const reset = await page.getByRole("textbox", { name: "Password reset link" }).inputValue();
    await page.keyboard.press("Escape");
    await another(browser, async (elsewhere) => {
      await elsewhere.goto(reset);
      await elsewhere.getByLabel("New password").fill("the third long one");
      await elsewhere.getByRole("button", { name: "Set password" }).click();
      await expect(elsewhere.getByRole("heading", { name: "Your boards" })).toBeVisible();
      await act();
      await chooseAndConfirm(page, "Disable");
      await expect(members.getByText("Disabled")).toBeVisible();
      await elsewhere.reload();
      await expect(elsewhere.getByRole("button", { name: "Sign in" })).toBeVisible();
      await act();
      await choose(page, "Enable");
      await expect(members.getByText("Disabled")).toHaveCount(0);
      await elsewhere.getByRole("textbox", { name: "Email" }).fill(email);
      await elsewhere.getByLabel("Password").fill("the third long one");
      await elsewhere.getByRole("button", { name: "Sign in" }).click();
      await expect(elsewhere.getByRole("heading", { name: "Your boards" })).toBeVisible();
    });
  });
});

test("an invitation that was taken back says that it isn't valid any more", async ({ page, boardRow, browser }) => {
  await page.goto(`/boards/${boardRow.id}`);
  const share = await openShare(page);
  const email = `gone-${boardRow.id}@example.com`;
  await share.getByRole("textbox", { name: "Add people" }).fill(email);
  await share.getByRole("button", { name: "Invite", exact: true }).click();
  const link = await share.getByRole("textbox", { name: `Invitation link for ${email}` }).inputValue();
  await share.getByRole("button", { name: `Revoke the invitation for ${email}` }).click();
  await expect(share.getByRole("list", { name: "Pending invitations" })).toHaveCount(0);
  await another(browser, async (guest) => {
    await guest.goto(link);
    await expect(guest.getByRole("heading", { name: "This invitation isn't valid" })).toBeVisible();
  });
});

test("someone of another workspace turns one invitation down, accepts the next, and goes from one workspace to the other", async ({
  page,
  tenant,
  boardRow,
  browser,
}) => {
  const own = await seedTenant({ name: "Their own workspace" });
  const context = await browser.newContext({
    baseURL: sharedInstallation().url,
    storageState: await signedIn(await seedUser({ tenantId: own.id, displayName: "Olu" })),
  });
  const guest = await context.newPage();
  const { myAccount } = await graphql<{ myAccount: { email: string } }>(guest.request, "{ myAccount { email } }");
  await page.goto(`/boards/${boardRow.id}`);
  const share = await openShare(page);
  for (const action of ["Decline", "Accept invitation"]) {
    await share.getByRole("textbox", { name: "Add people" }).fill(myAccount.email);
    await share.getByRole("textbox", { name: "Add people" }).press("Enter");
    await guest.goto(await share.getByRole("textbox", { name: `Invitation link for ${myAccount.email}` }).inputValue());
    await expect(guest.getByText("Ada invited you to the board")).toBeVisible();
    await guest.getByRole("button", { name: action }).click();
    await expect(guest).toHaveURL(action === "Decline" ? "/" : `/boards/${boardRow.id}`);
    await expect(share.getByRole("list", { name: "Pending invitations" })).toHaveCount(0);
  }
  for (const { id, name } of [own, tenant]) {
    await guest.getByRole("button", { name: "Account: Olu" }).click();
    await guest.getByRole("menuitem", { name: `Switch to ${name}` }).click();
    await expect.poll(async () => (await graphql<{ me: { tenantId: string } }>(guest.request, "{ me { tenantId } }")).me.tenantId).toBe(id);
    await expect(guest.getByRole("heading", { name: "Your boards" })).toBeVisible();
  }
  await context.close();
});
