import { Readable } from "node:stream";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;
const load = async () => ({
  ...(await import("@/lib/identity/api-keys/api-keys")),
  ...(await import("@/lib/generations/artifacts/direct-upload")),
  ...(await import("@/lib/generations/confirm-upload")),
  ...(await import("@/lib/platform/caller/request-context")),
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/boards/members/add-member")),
  ...(await import("@/lib/boards/members/change-member-role")),
  ...(await import("@/lib/boards/members/remove-member")),
  ...(await import("@/lib/curation/trash/trash")),
  ...(await import("@/lib/identity/users/change-users")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
  owner = await installation.viewer("owner");
});
afterAll(() => installation.close());

/** A ticket of an editor of a board, asked for by an API key of theirs. */
async function announce() {
  const editor = await installation.viewer(`editor ${uuidv7()}`);
  const boardId = (await boards.createBoard(owner, { title: "Uploads" })).id;
  await boards.addMember(owner, { boardId, userId: editor.userId, role: "editor" });
  const { key, apiKey } = await boards.createApiKey(editor, { name: "k", scopes: ["generate"] });
  const who = await boards.viewerOfApiKey(key);
  const context = { ...boards.nobody, ...who, requestId: "", ipAddress: null, userAgent: null };
  const { ticket } = await boards.duringRequest(context, () => boards.announceUpload(who.viewer, { boardId, artifactType: "text" }));
  return { editor, boardId, keyId: apiKey.id, ticket };
}
type Announced = Awaited<ReturnType<typeof announce>>;
const send = ({ ticket }: Announced) => boards.receiveUpload(ticket, Readable.from([Buffer.from("a note")]), 6);

const endings: Record<string, (announced: Announced) => Promise<unknown>> = {
  "its holder leaves the board": ({ boardId, editor }) => boards.removeMember(owner, boardId, editor.userId),
  "its holder may only look from now on": ({ boardId, editor }) => boards.changeMemberRole(owner, boardId, editor.userId, "viewer"),
  "its holder is disabled": ({ editor }) => boards.setDisabled(owner, editor.userId, true),
  "the key that asked for it is revoked": ({ editor, keyId }) => boards.revokeApiKey(editor, keyId),
  "the board is put into the trash": ({ boardId }) => boards.trashBoard(owner, boardId),
};

describe("an upload ticket", () => {
  it.each(Object.entries(endings))("takes no more bytes when %s", async (_what, end) => {
    const announced = await announce();
    await expect(send(announced)).resolves.toBeUndefined();
    await end(announced);
    await expect(send(announced)).rejects.toMatchObject({ reason: "upload.ticket_invalid" });
  });

  it.each(Object.entries(endings).filter(([what]) => what.includes("board") || what.includes("look")))(
    "puts nothing on a board when %s between sending and confirming",
    async (_what, end) => {
      const announced = await announce();
      await send(announced);
      await end(announced);
      await expect(boards.confirmUpload(announced.editor, announced.ticket)).rejects.toMatchObject({ reason: expect.stringMatching(/^board\./) });
      expect(await boards.db().generation.count({ where: { boardId: announced.boardId } })).toBe(0);
    },
  );
});
