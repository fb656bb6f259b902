import { afterAll, beforeAll, expect, it } from "vitest";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
beforeAll(async () => {
  installation = await openInstallation();
});
afterAll(() => installation.close());

it("views of a board are saved by whoever may generate there, renamed, deleted, and bounded", async () => {
  const { createBoard } = await import("@/lib/boards/create-board");
  const { addMember } = await import("@/lib/boards/members/add-member");
  const { updateBoard } = await import("@/lib/boards/update-board");
  const { saveView, deleteView } = await import("@/lib/boards/views/change-views");
  const { viewsOf } = await import("@/lib/boards/views/board-view");
  const owner = await installation.viewer("owner");
  const [editor, reader] = [await installation.viewer("editor"), await installation.viewer("reader")];
  const { id } = await createBoard(owner, { title: "Views", settings: { theme: "warm" } });
  await addMember(owner, { boardId: id, userId: editor.userId, role: "editor" });
  await addMember(owner, { boardId: id, userId: reader.userId, role: "viewer" });

  await saveView(editor, id, { name: " Starred videos ", filter: "type=VIDEO&starred=yes" });
  await saveView(owner, id, { name: "All failed", filter: "status=FAILED" });
  const renamed = await saveView(owner, id, { name: "Best", filter: "type=VIDEO&starred=yes" }, "Starred videos");
  expect(viewsOf(renamed.settings)).toEqual([
    { name: "All failed", filter: "status=FAILED" },
    { name: "Best", filter: "type=VIDEO&starred=yes" },
  ]);
  expect(renamed.settings).toMatchObject({ theme: "warm" });
  expect(viewsOf((await deleteView(editor, id, "All failed")).settings)).toHaveLength(1);

  await expect(saveView(reader, id, { name: "Mine", filter: "" })).rejects.toMatchObject({ reason: "board.forbidden" });
  await expect(deleteView(editor, id, "All failed")).rejects.toMatchObject({ reason: "board.view_not_found", field: "name" });
  await expect(saveView(editor, id, { name: "  ", filter: "" })).rejects.toMatchObject({ reason: "input.invalid", field: "name" });
  const views = Array.from({ length: 50 }, (_, each) => ({ name: `View ${each}`, filter: "" }));
  await updateBoard(owner, id, { settings: { views: [...views, "no view"] } });
  await expect(saveView(editor, id, { name: "One more", filter: "" })).rejects.toMatchObject({ field: "name" });
  expect(viewsOf({ views: "nothing" })).toEqual([]);
});
