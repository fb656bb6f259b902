// @vitest-environment happy-dom
import { useApolloClient } from "@apollo/client/react";
import { useEffect } from "react";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { generationRow, seedGeneration, seedGenerations } from "@/lib/testing/seed/generation";
import { rows as seedRows } from "@/lib/testing/seed/rows";
import { refreshBoards } from "../gallery/change-board.ts";
import { useArtifactSearch, useBoardEvents, useBoardGenerations, useGallery, useTiles } from "../index.ts";
import { openClient, type Travel } from "../testing/open-client.tsx";
import { foundMs } from "./board-changes.ts";
import { pollIntervalMs } from "./board-stream.ts";

/* What the real stream tells, in the cache of a real client: as if it had been asked for, without asking. */

let client: Awaited<ReturnType<typeof openClient>>;
const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/curation/trash/trash")),
  ...(await import("@/lib/generations/change-generations")),
  ...(await import("@/lib/generations/show-progress")),
  ...(await import("@/lib/generations/live/board-event-stream")),
  ...(await import("@/lib/generations/live/event-stream")),
  ...(await import("@/lib/platform/caller/request-context")),
  ...(await import("@/lib/platform/db/client")),
});
let boards: Awaited<ReturnType<typeof load>>;
beforeAll(async () => {
  // The pages of these tests are told at their next question, which nobody waits two seconds for.
  const { setTimeout: later } = globalThis;
  vi.stubGlobal("setTimeout", (work: () => void, waitMs?: number) => later(work, waitMs === pollIntervalMs ? 20 : waitMs));
  client = await openClient();
  boards = await load();
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await client.close();
});

/** A board with one generation that is being made. */
async function boardAtWork(facts: object = {}) {
  const { id: boardId } = await boards.createBoard(client.owner, { title: "Live", isPublic: true });
  const { id } = await seedGeneration({ ...client.owner, boardId }, { status: "pending", inputParams: { prompt: "a fox" }, ...facts });
  return { boardId, id };
}

/** What the pages of each viewer, which ask as one, asked for. */
const polled: { viewer: Viewer; path: string }[] = [];

/** How often the pages of a viewer have asked what happened to a board since they were told where it stands. */
const timesFollowed = (boardId: string, of: Viewer) => polled.filter(({ viewer, path }) => viewer === of && path.includes(`${boardId}:`)).length;

/** What left the gallery of the page that is watched last. */
const gone: string[] = [];

/** The stream of events as the server tells this viewer. */
const streamOf = (viewer: Viewer) => (_init: RequestInit, path: string) => {
  polled.push({ viewer, path: decodeURIComponent(path) });
  const wanted = new URL(path, "http://boards.test").searchParams.getAll("board").map((each) => each.split(":"));
  const cursors = new Map(wanted.map(([id = "", number]) => [id, number === undefined ? null : Number(number)]));
  const context = { ...boards.nobody, requestId: "test", ipAddress: null, userAgent: null, viewer };
  return boards.eventStreamResponse(new Request("http://boards.test/"), context, [...cursors.keys()], (stream) =>
    boards.boardEventMessages(stream, cursors, { isOnce: true }),
  );
};

/** A page that shows the board, live. The browser of these tests has no locks: it asks now and then, each time from where it was. */
function watch(boardId: string, viewer: Viewer = client.owner, { isPicking = false, travel }: { isPicking?: boolean; travel?: Travel } = {}) {
  const events = streamOf(viewer);
  const show = () => {
    useBoardEvents(boardId, () => undefined);
    const gallery = useGallery(boardId, {}, "NEWEST");
    const { onGone } = gallery;
    useEffect(() => onGone((ids) => void gone.push(...ids)), [onGone]);
    const apollo = useApolloClient();
    const { artifacts } = useArtifactSearch({ boardId, artifactType: "IMAGE", query: "", isSkipped: !isPicking });
    return { ...useBoardGenerations(boardId), artifacts, gallery, refresh: () => refreshBoards(apollo) };
  };
  const page = client.show(show, { viewer, routes: { "/api/events": events }, ...(travel ? { travel } : {}) });
  return {
    get now() {
      return page.now;
    },
    until: page.until,
    /** Waits until the page shows this, and has heard where the journal stands: from there on it is told by events. */
    async untilLive(check: (now: typeof page.now) => void) {
      await page.until((now) => {
        check(now);
        expect(now.isLoading).toBe(false);
        // From where it stands, which it was told the first time.
        expect(timesFollowed(boardId, viewer)).toBeGreaterThan(0);
      });
      client.asked.length = 0;
    },
  };
}

/** The board as somebody sees it who has just come. */
async function asAsked(boardId: string, viewer: Viewer = client.owner) {
  const fresh = client.show(() => useBoardGenerations(boardId), { viewer });
  await fresh.until(({ isLoading }) => expect(isLoading).toBe(false));
  return fresh.now.generations;
}

const change = (id: string, ...[type, data]: [Parameters<typeof boards.changeGenerations>[2], Parameters<typeof boards.changeGenerations>[3]]) =>
  boards.changeGenerations(boards.db(), { id }, type, data);
const working = { status: "processing" as const, phase: "processing", startedAt: new Date("2026-05-01T10:00:00Z") };
const ended = { phase: "finalizing", completedAt: new Date("2026-05-01T10:00:07Z"), progressMessage: null };

describe("a board that is followed", () => {
  const results = {
    image: {
      artifactType: "image",
      facts: { width: 640, height: 480, thumbnailWidths: [320, 640], mimeType: "image/png", outputMetadata: { simulated: true, damaged: true } },
    },
    text: { artifactType: "text", facts: { mimeType: "text/plain", outputMetadata: { content: "word ".repeat(400) } } },
    audio: { artifactType: "audio", facts: { durationSeconds: 3, mimeType: "audio/wav", peaks: "AAECAwQF" } },
    video: {
      artifactType: "video",
      facts: {
        width: 64,
        height: 48,
        durationSeconds: 2.5,
        mimeType: "video/mp4",
        thumbnailWidths: [320],
        placeholder: "3OcRJYB4d3h/iIeHeEh3eIhw+j2w",
        stripFrames: 12,
      },
    },
  };
  it("offers what is finished where someone picks an artifact", async () => {
    const { boardId, id } = await boardAtWork();
    const page = watch(boardId, client.owner, { isPicking: true });
    await page.untilLive(({ artifacts, generations }) => expect([artifacts.length, generations.length]).toEqual([0, 1]));
    await change(id, "completed", { ...results.image.facts, ...ended, status: "completed" });
    await page.until(({ artifacts }) => expect(artifacts.map((each) => each.id)).toEqual([id]));
  });

  it("offers it too where what was answered before is still on its way", async () => {
    const { boardId, id } = await boardAtWork();
    const arrives = Promise.withResolvers<void>();
    let [answers, isFinished] = [0, false];
    const travel = async (operation: string) => {
      if (operation !== "FindArtifacts" || isFinished) return;
      answers += 1;
      await arrives.promise;
    };
    const page = watch(boardId, client.owner, { isPicking: true, travel });
    await page.untilLive(({ generations }) => expect(generations).toHaveLength(1));
    await expect.poll(() => answers).toBeGreaterThan(0);
    const timers = vi.spyOn(globalThis, "setTimeout");
    await change(id, "completed", { ...results.image.facts, ...ended, status: "completed" });
    // It has looked, found that it is still being answered, and is about to look again.
    const timesAboutToLook = () => timers.mock.calls.filter(([, waitMs]) => waitMs === foundMs).length;
    await expect.poll(() => timesAboutToLook()).toBeGreaterThan(1);
    timers.mockRestore();
    isFinished = true;
    arrives.resolve();
    await page.until(({ artifacts }) => expect(artifacts.map((each) => each.id)).toEqual([id]));
  });

  for (const [name, { artifactType, facts }] of Object.entries(results))
    it(`shows progress and a finished ${name} as they would be answered, and sends no request for them`, async () => {
      const { boardId, id } = await boardAtWork({ artifactType });
      const page = watch(boardId);
      await page.untilLive(({ generations }) => expect(generations).toMatchObject([{ id, status: "PENDING" }]));

      await boards.showProgress(id, { ...working, progress: 40, progressMessage: "Drawing" });
      await page.until(({ generations }) => expect(generations).toMatchObject([{ status: "PROCESSING", progress: 40, progressMessage: "Drawing" }]));
      await change(id, "completed", { ...ended, ...facts, status: "completed", progress: 100, storageKey: `tenant/${artifactType}/${id}/original` });
      await page.until(({ generations }) => expect(generations).toMatchObject([{ status: "COMPLETED", storageUrl: expect.stringContaining(id) }]));
      expect(client.asked).toEqual([]);
      expect(page.now.generations).toEqual(await asAsked(boardId));
    });

  it("shows what failed and why, and to strangers no more than they would be answered", async () => {
    const stranger = await client.ledger.installation.viewer("stranger", "another");
    const { boardId, id } = await boardAtWork();
    const [mine, theirs] = [watch(boardId), watch(boardId, stranger)];
    for (const page of [mine, theirs]) await page.untilLive(({ generations }) => expect(generations).toHaveLength(1));
    await boards.showProgress(id, { ...working, phase: "needs_review", progress: 10, progressMessage: "On 10.0.0.8" });
    await mine.until(({ generations }) => expect(generations).toMatchObject([{ phase: "needs_review", progressMessage: "On 10.0.0.8" }]));
    await theirs.until(({ generations }) => expect(generations).toMatchObject([{ phase: "processing", progress: 10, progressMessage: null }]));
    await change(id, "failed", { ...ended, status: "failed", errorCode: "provider.failed", errorMessage: "10.0.0.8 is down" });
    for (const page of [mine, theirs]) await page.until(({ generations }) => expect(generations).toMatchObject([{ status: "FAILED" }]));
    expect(client.asked).toEqual([]);
    expect(mine.now.generations).toEqual(await asAsked(boardId));
    expect(theirs.now.generations).toEqual(await asAsked(boardId, stranger));
    expect(JSON.stringify(theirs.now.generations)).not.toContain("10.0.0.8");
  });

  /** Results that come to a board in one go, each told by an event. */
  async function bring(boardId: string, count: number) {
    const made = seedRows(count, () => generationRow({ ...client.owner, boardId }, { status: "pending" }));
    const { appendEvents, payloadOf } = await import("@/lib/generations/progress/append-event");
    await boards.db().$transaction(async (tx) => {
      const rows = await tx.generation.createManyAndReturn({ data: made });
      await appendEvents(
        tx,
        rows.map((row) => ({ boardId, generationId: row.id, type: "created", payload: payloadOf(row) })),
      );
    });
  }

  it("asks for what has come, a hundred at a time, and not for the index", async () => {
    const { boardId } = await boardAtWork();
    const page = watch(boardId);
    await page.untilLive(({ generations }) => expect(generations).toHaveLength(1));
    await bring(boardId, 250);
    await page.until(({ generations }) => expect(generations).toHaveLength(251));
    expect(client.asked.filter((name) => name !== "Tiles")).toEqual([]);
    expect(client.asked.length).toBeLessThanOrEqual(4);
  });

  it("does not ask for each of very many that come together, but for the index", async () => {
    const { boardId } = await boardAtWork();
    const page = watch(boardId);
    await page.untilLive(({ generations }) => expect(generations).toHaveLength(1));
    for (let round = 0; round < 2; round++) await bring(boardId, 1500);
    await page.until(({ gallery }) => expect(gallery.totalCount).toBe(3001));
    const countOf = (name: string) => client.asked.filter((each) => each === name).length;
    // Of those that come alone, such as the first, and of those on the first pages.
    expect(countOf("Tiles")).toBeLessThanOrEqual(15);
    expect(countOf("GallerySections")).toBeLessThanOrEqual(3);
  });

  it("tells what left the gallery, also what somebody else took away, and what was gone when the stream came back", async () => {
    const { boardId, id } = await boardAtWork();
    const [first = "", second = ""] = await seedGenerations({ ...client.owner, boardId }, 2);
    const page = watch(boardId);
    await page.untilLive(({ generations }) => expect(generations).toHaveLength(3));
    gone.length = 0;
    await boards.trashGenerations(client.owner, [first]);
    await page.until(() => expect(gone).toEqual([first]));
    // Nobody tells of this one.
    await boards.db().generation.update({ where: { id: second }, data: { trashedAt: new Date() } });
    page.now.gallery.need(page.now.gallery.sections.map(({ key }) => key));
    page.now.refresh();
    await page.until(({ generations }) => expect(generations?.map((each) => each.id)).toEqual([id]));
    expect(gone).toEqual([first, second]);
  });

  it("tells, after events were missed, what was kept of pages that are not loaded, and asks for it in batches", async () => {
    const { boardId } = await boardAtWork();
    const earlier = (index: number) => ({ createdAt: new Date(Date.now() - (index + 1) * 60_000) });
    const ids = await seedGenerations({ ...client.owner, boardId }, 1100, earlier);
    const left: string[] = [];
    let kept: string[] = [];
    const page = client.show(() => {
      const gallery = useGallery(boardId, {}, "NEWEST");
      const { onGone } = gallery;
      useEffect(
        () =>
          onGone(
            (gone) => void left.push(...gone),
            () => kept,
          ),
        [onGone],
      );
      const apollo = useApolloClient();
      return { gallery, refresh: () => refreshBoards(apollo) };
    });
    await page.until(({ gallery }) => expect(gallery.totalCount).toBe(1101));
    client.asked.length = 0;
    kept = ids;
    // Nobody tells of these, and nobody looks at their pages.
    const gone = ids.slice(-2);
    await boards.db().generation.updateMany({ where: { id: { in: gone } }, data: { trashedAt: new Date() } });
    page.now.refresh();
    await page.until(() => expect(left.toSorted()).toEqual(gone.toSorted()));
    expect(client.asked.filter((name) => name === "GalleryIds")).toHaveLength(2);
  });

  it("is followed among others by who shows all boards, without asking for the index again and again", async () => {
    const [one, other] = [await boardAtWork(), await boardAtWork()];
    // The one board has counted further than the other.
    for (const progress of [10, 20, 30]) await boards.showProgress(one.id, { ...working, progress });
    const events = streamOf(client.owner);
    const page = client.show(
      () => {
        useBoardEvents(one.boardId, () => undefined);
        useBoardEvents(other.boardId, () => undefined);
        const gallery = useGallery(null, {}, "NEWEST");
        return { gallery, tiles: useTiles([one.id, other.id]) };
      },
      { routes: { "/api/events": events } },
    );
    await page.until(({ tiles }) => expect([...tiles.keys()].sort()).toEqual([one.id, other.id].sort()));
    await page.until(() => expect(timesFollowed(other.boardId, client.owner)).toBeGreaterThan(0));
    await page.until(({ gallery }) => expect(gallery.totalCount).toBeGreaterThan(0));
    await page.until(() => expect(client.asked.filter((name) => name === "GallerySections").length).toBeGreaterThan(0));
    client.asked.length = 0;
    await change(other.id, "completed", { ...results.image.facts, ...ended, status: "completed" });
    await page.until(({ tiles }) => expect(tiles.get(other.id)?.status).toBe("COMPLETED"));
    await boards.trashGenerations(client.owner, [one.id]);
    await page.until(({ tiles }) => expect(tiles.has(one.id)).toBe(false));
    expect(client.asked.filter((name) => name === "GallerySections").length).toBeLessThanOrEqual(2);
  });
});
