import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openInstallation } from "@/lib/testing/installation";
import { seedStoredImage } from "@/lib/testing/seed/stored-image";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;
const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/boards/update-board")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/boards/members/add-member")),
  ...(await import("@/lib/boards/members/change-member-role")),
  ...(await import("@/lib/boards/members/remove-member")),
  ...(await import("@/lib/generations/sharing/share-links")),
  ...(await import("@/lib/testing/ask-graphql")),
  ...(await import("@/lib/curation/trash/trash")),
  ...(await import("@/lib/identity/users/change-users")),
  storage: await import("@/app/api/storage/[...path]/route"),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
  owner = await installation.viewer("owner");
});
afterAll(() => installation.close());

/** A board with an image, which `sharer`, an admin of the board, has shared. */
async function share() {
  const sharer = await installation.viewer(`sharer ${uuidv7()}`);
  const boardId = (await boards.createBoard(owner, { title: "Shared" })).id;
  await boards.addMember(owner, { boardId, userId: sharer.userId, role: "admin" });
  await seedStoredImage({ ...owner, boardId }, { inputParams: { prompt: "a fox", image_url: "http://10.0.0.8:8188/view?token=ours" } });
  const link = await boards.createShareLink(sharer, { boardId, showsRecipe: true });
  return { sharer, boardId, linkId: link.id, token: boards.shareTokenOf(link.id) };
}
type Share = Awaited<ReturnType<typeof share>>;

interface SharedBoard {
  filesExpireAt: Date;
  generations: { storageUrl: string; inputParams: unknown }[];
}

const shared = async ({ token }: Pick<Share, "token">) => {
  const query = "query ($token: String!) { sharedBoard(token: $token) { title filesExpireAt generations { storageUrl inputParams } } }";
  const answer = await boards.askGraphql(null, query, { token });
  return (answer.data?.sharedBoard ?? null) as SharedBoard | null;
};

/** What takes the right away that a link hands on, and what gives it back, where that is possible. */
const endings: Record<string, { end: (share: Share) => Promise<unknown>; restore?: (share: Share) => Promise<unknown> }> = {
  "its maker leaves the board": {
    end: ({ sharer, boardId }) => boards.removeMember(owner, boardId, sharer.userId),
    restore: ({ sharer, boardId }) => boards.addMember(owner, { boardId, userId: sharer.userId, role: "admin" }),
  },
  "its maker may only edit from now on": {
    end: ({ sharer, boardId }) => boards.changeMemberRole(owner, boardId, sharer.userId, "editor"),
    restore: ({ sharer, boardId }) => boards.changeMemberRole(owner, boardId, sharer.userId, "admin"),
  },
  "its maker is disabled": {
    end: ({ sharer }) => boards.setDisabled(owner, sharer.userId, true),
    restore: ({ sharer }) => boards.setDisabled(owner, sharer.userId, false),
  },
  "the board is put into the trash": {
    end: ({ boardId }) => boards.trashBoard(owner, boardId),
    restore: ({ boardId }) => boards.restoreBoard(owner, boardId),
  },
  "the board is deleted": { end: ({ boardId }) => boards.db().board.delete({ where: { id: boardId } }) },
  "it is revoked": { end: ({ linkId }) => boards.revokeShareLink(owner, linkId) },
};

describe("a share link", () => {
  it.each(Object.entries(endings))("opens nothing any more when %s", async (_what, { end, restore }) => {
    const one = await share();
    expect(await shared(one)).toMatchObject({ title: "Shared" });
    await end(one);
    expect(await shared(one)).toBeNull();
    await restore?.(one);
    if (restore) expect(await shared(one)).toMatchObject({ title: "Shared" });
  });

  it("shows inputs without the addresses in them, and gives out files that caches keep no longer than their address opens them", async () => {
    const one = await share();
    const board = await shared(one);
    expect(board?.generations[0]?.inputParams).toEqual({ prompt: "a fox", image_url: "[address]" });
    const url = new URL(board?.generations[0]?.storageUrl ?? "", "http://localhost");
    const endsAt = new Date(board?.filesExpireAt ?? 0).getTime();
    expect(Number(url.searchParams.get("expires")) * 1000).toBe(endsAt);
    const path = url.pathname.replace("/api/storage/", "").split("/");
    const ask = () => boards.storage.GET(new Request(url), { params: Promise.resolve({ path }) });
    const asked = Date.now();
    const response = await ask();
    expect(response.status).toBe(200);
    const [, seconds] = /^public, max-age=(\d+), immutable$/.exec(response.headers.get("cache-control") ?? "") ?? [];
    expect(Number(seconds)).toBeGreaterThan(0);
    expect(Number(seconds)).toBeLessThanOrEqual((endsAt - asked) / 1000 + 1);
    // Also to its owner, who gets an address of the usual kind.
    const { data } = await boards.askGraphql(owner, "query ($id: UUID!) { board(id: $id) { generations { storageUrl } } }", { id: one.boardId });
    const own = data?.board as SharedBoard | undefined;
    const expires = Number(new URL(own?.generations[0]?.storageUrl ?? "", "http://localhost").searchParams.get("expires")) * 1000;
    expect(expires - asked).toBeGreaterThan(3600 * 1000 - 1000);
  });
});
