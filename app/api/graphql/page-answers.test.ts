import { boardQuestion, openingQuestion, viewerQuestion } from "@boards/client/page-questions";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerForPage, answerPages } from "@/lib/api/page-answers";
import { jwtSettings, tokenOf } from "@/lib/testing/bearer";
import { openInstallation } from "@/lib/testing/installation";
import { seedGenerations } from "@/lib/testing/seed/generation";
import { waitLimitMs } from "@/lib/testing/wait-limit";

/* What comes with a page is what whoever asked for the page may see, and nothing where the API would refuse. */

let installation: Awaited<ReturnType<typeof openInstallation>>;
let boardId: string;
const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/identity/tenants/ensure-tenant")),
  ...(await import("@/lib/identity/users/ensure-user")),
  ...(await import("@/lib/platform/caller/viewer")),
  ...(await import("./route")),
});

beforeAll(async () => {
  installation = await openInstallation(jwtSettings);
  const { createBoard, ensureDefaultTenant, ensureTenant, ensureUser, POST, sessionViewer } = await load();
  // The route says so itself when it is loaded, which another file of this process may have done.
  answerPages(POST);
  const { id } = await ensureDefaultTenant();
  const owner = sessionViewer(await ensureUser(id, { authProvider: "jwt", authSubject: "owner" }, "owner"));
  await ensureUser(id, { authProvider: "jwt", authSubject: "stranger" }, "member");
  const other = await ensureTenant("other", "Other");
  await ensureUser(other.id, { authProvider: "jwt", authSubject: "elsewhere" }, "owner");
  boardId = (await createBoard(owner, { title: "Secret hills" })).id;
  await seedGenerations({ ...owner, boardId }, 2, () => ({ status: "completed", inputParams: { prompt: "a secret fox" } }));
});
afterAll(() => installation.close());

async function answersFor(subject: string | null, more: Record<string, string> = {}) {
  const bearer: Record<string, string> = subject ? { authorization: `Bearer ${await tokenOf(subject)}` } : {};
  const page = new Headers({ host: "localhost", accept: "text/html", ...bearer, ...more });
  const questions = [viewerQuestion(), boardQuestion(boardId), openingQuestion(boardId, {}, "NEWEST")];
  return Promise.all(questions.map(({ body }) => answerForPage(body, page, waitLimitMs)));
}

describe("the answers that come with a board's page", () => {
  it("are those of its people", async () => {
    const [viewer, board, opening] = await answersFor("owner");
    expect(JSON.parse(board?.body ?? "").data.board).toMatchObject({ id: boardId, title: "Secret hills", __typename: "Board" });
    expect(JSON.parse(opening?.body ?? "").data.galleryOpening.generations).toHaveLength(2);
    expect(viewer?.viewer).toContain(JSON.parse(viewer?.body ?? "").data.me.id);
    expect(opening?.viewer).toBe(viewer?.viewer);
  });

  it.each([
    ["someone who is not on the board", "stranger"],
    ["someone of another tenant", "elsewhere"],
    ["nobody", null],
  ])("hold nothing for %s", async (_who, subject) => {
    const [, board, opening] = await answersFor(subject);
    expect(board?.body).toBe('{"data":{"board":null}}\n');
    expect(opening?.body).toBe('{"data":{"galleryOpening":null}}\n');
    if (!subject) expect(board?.viewer).toBe("nobody");
  });

  it("are left to the page where the API refuses", async () => {
    expect(await answersFor(null, { authorization: "Bearer made-up" })).toEqual([null, null, null]);
    expect(await answerForPage(viewerQuestion().body, new Headers({ host: "localhost" }), 0)).toBeNull();
    expect(await answersFor("owner", { host: "evil.example" })).toEqual([null, null, null]);
    expect(await answerForPage(boardQuestion("not an id").body, new Headers({ host: "localhost" }))).toBeNull();
  });
});
