import type { Page } from "playwright/test";
import { expectFocusInSight } from "../fixtures/expect-focus-in-sight";
import { graphql } from "../fixtures/graphql";
import { expect, test } from "../fixtures/test";

/* The main job by keyboard alone, as a screen reader tells it: what has the focus is named and in sight, and the log says how things go. */

const password = "long enough to keep";

async function press(page: Page, key: string) {
  await page.keyboard.press(key);
  await expectFocusInSight(page);
}

/** Goes on by Tab until something of this role and name has the focus. */
async function tabTo(page: Page, role: "button" | "textbox" | "link", name: string | RegExp) {
  const wanted = page.getByRole(role, { name }).first();
  await expect(wanted).toBeVisible();
  for (let steps = 0; steps < 60; steps++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await press(page, "Tab");
  }
  throw new Error(`Tab does not lead to the ${role} ${name}`);
}

/** Keeps all that the log says from now on, as a screen reader would read it. */
async function listen(page: Page) {
  const said = await page.getByRole("log").evaluateHandle((element) => {
    const sentences: string[] = [];
    new MutationObserver(() => sentences.push(element.textContent ?? "")).observe(element, { childList: true, characterData: true, subtree: true });
    return sentences;
  });
  return (words: string) => expect.poll(async () => (await said.jsonValue()).join("\n")).toContain(words);
}

test.use({ storageState: { cookies: [], origins: [] } });

test("sign in, a new board, a prompt; told how it goes, and when it fails; the result in the viewer and back", async ({ page, admin, baseURL }) => {
  const email = `key-${admin.user.id}@example.com`;
  const invite = "mutation ($email: String!) { inviteToTenant(email: $email, role: MEMBER) { link } }";
  const { inviteToTenant } = await graphql<{ inviteToTenant: { link: string } }>(admin.request, invite, { email });
  const invitationToken = new URL(inviteToTenant.link, baseURL).searchParams.get("invitation");
  const create = "mutation ($input: CreateAccountInput!) { createAccount(input: $input) { id } }";
  await graphql(page.request, create, { input: { email, password, invitationToken, displayName: "Kay" } });

  await page.goto("/sign-in");
  await tabTo(page, "textbox", "Email");
  await page.keyboard.type(email);
  await press(page, "Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Your boards" })).toBeVisible();

  await press(page, "Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, "button", /New board|Create your first board/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "New board" }).getByRole("textbox", { name: "Name" })).toBeFocused();
  await expectFocusInSight(page);
  await page.keyboard.type("By keys");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "By keys" })).toBeVisible();

  const prompt = page.getByRole("region", { name: "Prompt" }).getByRole("textbox", { name: "Prompt" });
  await expect(prompt).toBeVisible();
  await page.keyboard.press("/");
  await expect(prompt).toBeFocused();
  await page.keyboard.type("hills by keys");
  const hasSaid = await listen(page);
  await tabTo(page, "button", "Generate");
  await page.keyboard.press("Enter");
  await hasSaid("Started: Sketch: hills by keys");
  await hasSaid("Ready: Sketch: hills by keys");

  const cell = page.getByRole("gridcell", { name: "Sketch: hills by keys" });
  await expect(cell).toHaveAttribute("aria-busy", "false");
  for (let steps = 0; steps < 60 && !(await cell.evaluate((element) => element === document.activeElement)); steps++) await press(page, "Shift+Tab");
  await expect(cell).toBeFocused();
  await page.keyboard.press("Enter");
  const viewer = page.getByRole("dialog", { name: "Sketch" });
  await expect(viewer.getByRole("img", { name: "hills by keys" })).toBeVisible();
  for (let steps = 0; steps < 8; steps++) {
    await press(page, "Tab");
    expect(await viewer.evaluate((element) => element.contains(document.activeElement)), "the focus stays in the viewer").toBe(true);
  }
  await page.keyboard.press("Escape");
  await expect(viewer).toHaveCount(0);
  await expect(cell).toBeFocused();
  await expectFocusInSight(page);

  await page.keyboard.press("/");
  await tabTo(page, "button", /^Generator:/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Search generators" })).toBeFocused();
  await page.keyboard.type("flux.2 [dev] fal");
  await expect(page.getByRole("treeitem").first()).toBeVisible();
  const wanted = page.getByRole("treeitem").filter({ has: page.getByText("FLUX.2 [dev]", { exact: true }) });
  const search = page.getByRole("combobox", { name: "Search generators" });
  for (let steps = 0; steps < 20; steps++) {
    const id = await search.getAttribute("aria-activedescendant");
    if (
      id &&
      id ===
        (await wanted
          .last()
          .getAttribute("id")
          .catch(() => null))
    )
      break;
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Generator: FLUX.2 [dev]" })).toBeFocused();
  await expectFocusInSight(page);
  await page.keyboard.press("/");
  await expect(prompt).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("nothing of this sim:refuse");
  await page.keyboard.press("Control+Enter");
  await hasSaid("Started: FLUX.2 [dev]: nothing of this sim:refuse");
  await hasSaid("Failed: FLUX.2 [dev]: nothing of this sim:refuse. fal's content policy blocked this request");
  await expect(prompt).toBeFocused();
  await expectFocusInSight(page);
});
