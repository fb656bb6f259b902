// @vitest-environment happy-dom
import { afterAll, beforeAll, expect, it } from "vitest";
import { askGraphql } from "@/lib/testing/ask-graphql";
import { seedGenerations } from "@/lib/testing/seed/generation";
import { type GalleryFilter, type GallerySort, type PageQuestion, useBoard, useGallery, usePageAnswers, useViewer } from "./index.ts";
import { boardQuestion, openingQuestion, viewerQuestion } from "./page-questions.ts";
import { openClient } from "./testing/open-client.tsx";

/* A page whose server has answered its first questions asks none of them again. */

let client: Awaited<ReturnType<typeof openClient>>;
let boardId: string;
beforeAll(async () => {
  client = await openClient();
  const { createBoard } = await import("@/lib/boards/create-board");
  boardId = (await createBoard(client.owner, { title: "Hills" })).id;
  await seedGenerations({ ...client.owner, boardId }, 3, () => ({ createdAt: new Date(), status: "completed" }));
});
afterAll(() => client.close());

async function answered({ body }: PageQuestion) {
  const { query, variables } = JSON.parse(body);
  const { data } = await askGraphql(client.owner, query, variables);
  return { body: JSON.stringify({ data }), viewer: null };
}
const answerOf = (question: PageQuestion) => ({ key: question.key, answer: answered(question) });

it.each<[what: string, filter: GalleryFilter, sort: GallerySort, asked: string[]]>([
  ["all of it", {}, "NEWEST", []],
  ["the oldest images", { artifactTypes: ["IMAGE"] }, "OLDEST", []],
  ["something else than the page was asked for", { isStarred: false }, "NEWEST", ["GalleryOpening"]],
])("shows a board: %s", async (_what, filter, sort, asked) => {
  const pageFilter = "isStarred" in filter ? {} : filter;
  const answers = [viewerQuestion(), boardQuestion(boardId), openingQuestion(boardId, pageFilter, sort)].map(answerOf);
  const before = client.asked.length;
  const page = client.show(() => {
    usePageAnswers(answers);
    return { ...useViewer(), ...useBoard(boardId), gallery: useGallery(boardId, filter, sort) };
  });
  await page.until(({ viewer, board, gallery }) => {
    expect(viewer?.id).toBe(client.owner.userId);
    expect(board?.title).toBe("Hills");
    expect(gallery.totalCount).toBe(3);
  });
  // A board is asked for once more where another answer reaches the cache before its own: not for what is shown first.
  expect(client.asked.slice(before).filter((name) => name !== "Board")).toEqual(asked);
  page.unmount();
});
