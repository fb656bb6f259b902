import type { Page } from "playwright/test";
import { db } from "@/lib/platform/db/client";
import { seedGenerations } from "@/lib/testing/seed/generation";
import { graphql } from "../fixtures/graphql";
import { expect, test } from "../fixtures/test";

/* What is pressed by keys takes itself away. The focus stays near by, and never falls to the page's start, where keys do nothing. */

interface Flow {
  what: string;
  /** Where it begins, below the board's address or from the root. */
  at?: string;
  act: (page: Page) => Promise<void>;
  /** The name of what has the focus then. */
  ends: string | RegExp;
}

const press = (page: Page, name: string | RegExp, role: "button" | "menuitem" = "button") =>
  page
    .getByRole(role, { name, exact: typeof name === "string" })
    .first()
    .press("Enter");
const confirm = (page: Page, action: string) => page.getByRole("alertdialog").getByRole("button", { name: action }).press("Enter");
const saveView = async (page: Page, name: string) => {
  await page.getByRole("textbox", { name: "Save this view as" }).fill(name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name, exact: true })).toBeVisible();
};

const flows: Flow[] = [
  {
    what: "a saved view renamed, then deleted",
    at: "?type=IMAGE",
    act: async (page) => {
      await press(page, "Saved views");
      await saveView(page, "First");
      await saveView(page, "Second");
      await press(page, "Actions for First");
      await press(page, "Rename", "menuitem");
      await expect(page.getByRole("textbox", { name: "New name" })).toBeFocused();
      await page.keyboard.type("Fifth");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("button", { name: "Fifth", exact: true })).toBeFocused();
      await press(page, "Actions for Second");
      await press(page, "Delete", "menuitem");
    },
    ends: /Fifth/,
  },
  {
    what: "all filters cleared",
    at: "?type=IMAGE&status=COMPLETED",
    act: async (page) => {
      await expect(page.getByRole("gridcell", { name: /prompt 3/ })).toBeVisible();
      await press(page, "Clear all");
    },
    ends: "Keyboard shortcuts",
  },
  {
    what: "a refused upload dismissed",
    act: async (page) => {
      await press(page, "Upload");
      const files = ["a.png", "b.png"].map((name) => ({ name, mimeType: "image/png", buffer: Buffer.from("words") }));
      await page.getByLabel("Files").setInputFiles(files);
      await press(page, "Dismiss a.png");
    },
    ends: /(Retry|Try again|Dismiss).* b\.png/,
  },
  {
    what: "a name left by Escape",
    act: async (page) => {
      await press(page, "Rename board");
      await page.keyboard.press("Escape");
    },
    ends: "Rename board",
  },
  {
    what: "a name saved by Enter",
    act: async (page) => {
      await press(page, "Rename board");
      await page.keyboard.type("Another name");
      await page.keyboard.press("Enter");
    },
    ends: "Rename board",
  },
  {
    what: "a share link created by a server that takes its time",
    act: async (page) => {
      await page.route("**/api/graphql", async (route) => {
        if (route.request().postData()?.includes("createShareLink")) await new Promise((resolve) => setTimeout(resolve, 2000));
        await route.continue();
      });
      await press(page, "Share");
      await press(page, "Create link");
      await expect(page.getByRole("button", { name: /^Revoke the link/ })).toBeVisible();
    },
    ends: "Create link",
  },
  {
    what: "a share link revoked",
    act: async (page) => {
      await press(page, "Share");
      await press(page, "Create link");
      await press(page, /^Revoke the link/);
      await confirm(page, "Revoke");
      await expect(page.getByRole("button", { name: /^Revoke the link/ })).toHaveCount(0);
    },
    ends: "Expires",
  },
  {
    what: "a window closed that a tile's menu opened",
    act: async (page) => {
      await page.getByRole("gridcell", { name: /prompt 1$/ }).press("Shift+F10");
      await press(page, "Move or copy…", "menuitem");
      await expect(page.getByRole("dialog", { name: "Move or copy" })).toBeVisible();
      await page.keyboard.press("Escape");
    },
    ends: /prompt 1$/,
  },
  {
    what: "a board taken out of the archive",
    at: "/?of=archived",
    act: async (page) => {
      await press(page, "Actions for Old one");
      await press(page, "Take out of the archive", "menuitem");
    },
    ends: /Older one/,
  },
  {
    what: "an API key revoked",
    at: "/account",
    act: async (page) => {
      await press(page, "New key");
      await page.getByRole("dialog").getByRole("textbox").fill("Nightly");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("dialog", { name: "Your new key" })).toBeVisible();
      await page.keyboard.press("Escape");
      await press(page, "Revoke Nightly");
      await confirm(page, "Revoke");
      await expect(page.getByRole("button", { name: "Revoke Nightly" })).toHaveCount(0);
    },
    ends: "New key",
  },
];

test.beforeEach(async ({ boardRow: { id: boardId, tenantId }, owner }) => {
  await seedGenerations({ tenantId, userId: owner.id, boardId }, 4, (index) => ({
    createdAt: new Date(Date.now() - index * 60_000),
    completedAt: new Date(),
    progress: 100,
    status: "completed",
    artifactType: "image",
    inputParams: { prompt: `prompt ${index}` },
  }));
});

for (const { what, at = "", act, ends } of flows)
  test(`the focus stays near: ${what}`, async ({ page, boardRow, owner }) => {
    for (const title of ["Old one", "Older one"]) {
      const data = { tenantId: owner.tenantId, ownerId: owner.id, title, archivedAt: new Date() };
      if (at.includes("archived")) await db().board.create({ data });
    }
    await page.goto(at.startsWith("/") ? at : `/boards/${boardRow.id}${at}`);
    await act(page);
    const focused = page.locator(":focus");
    await expect(focused).toHaveAccessibleName(ends);
  });

test.describe("someone who is not signed in", () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test("the focus goes to the field of a form that was refused", async ({ page, admin }) => {
    const invite = "mutation ($email: String!) { inviteToTenant(email: $email, role: MEMBER) { link } }";
    const { inviteToTenant } = await graphql<{ inviteToTenant: { link: string } }>(admin.request, invite, {
      email: `f-${admin.user.id}@example.com`,
    });
    await page.goto(inviteToTenant.link);
    await page.getByLabel(/^Password/).fill("short");
    await press(page, "Create account");
    await expect(page.getByText("at least 10 characters").last()).toBeVisible();
    await expect(page.getByLabel(/^Password/)).toBeFocused();
  });
});
