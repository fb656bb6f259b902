// @vitest-environment happy-dom
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { seedGenerations } from "@/lib/testing/seed/generation";
import { until } from "@/lib/testing/until";
import {
  describeError,
  initialValues,
  toInputParams,
  useBoard,
  useBoardEvents,
  useBoardGenerations,
  useBoards,
  useCostEstimate,
  useCreateGeneration,
  useDownloads,
  useGeneration,
  useGenerationActions,
  useGenerators,
  useUpdateBoard,
  useUploads,
} from "./index.ts";
import { failureOf, openClient, type Routes } from "./testing/open-client.tsx";

let client: Awaited<ReturnType<typeof openClient>>;
let boardId: string;
beforeAll(async () => {
  client = await openClient();
});
afterAll(() => client.close());
beforeEach(async () => {
  const { createBoard } = await import("@/lib/boards/create-board");
  boardId = (await createBoard(client.owner, { title: "Hills" })).id;
});

/** Writes generations down as they would be after a while, the last one newest. */
/** A hundred a day, at noon in London, so that they lie on one day everywhere. */
const madeAt = (index: number) => new Date(Date.UTC(2026, 0, 1 + Math.floor(index / 100), 12) + index * 1000);
const fill = (count: number, more: object = {}) =>
  seedGenerations({ ...client.owner, boardId }, count, (index) => ({ createdAt: madeAt(index), ...more }));

describe("boards", () => {
  it("are created, renamed and deleted, and the list follows", async () => {
    const list = client.show(useBoards);
    expect(list.now).toMatchObject({ boards: undefined, isLoading: true });
    await list.until(({ boards }) => expect(boards).toBeDefined());
    const id = (await list.now.createBoard("Rivers")) ?? "";
    await list.until(({ boards }) => expect(boards?.[0]).toMatchObject({ id, title: "Rivers", generationCount: 0, permissions: { canEdit: true } }));

    const board = client.show(() => ({ ...useBoard(id), update: useUpdateBoard() }));
    await board.until((now) => expect(now.board).toMatchObject({ title: "Rivers", permissions: { canGenerate: true } }));
    await board.now.update({ id, title: "Mountains" });
    await board.until((now) => expect(now.board?.title).toBe("Mountains"));

    await list.now.deleteBoard(id);
    await list.until(({ boards }) => expect(boards?.map((each) => each.id)).not.toContain(id));
  });

  it("that are not there are null, and what is refused names its field", async () => {
    const missing = client.show(() => useBoard("0192aaaa-0000-7000-8000-00000000dead"));
    expect(missing.now.board).toBeUndefined();
    await missing.until(({ board }) => expect(board).toBeNull());
    const list = client.show(useBoards);
    expect(describeError(await failureOf(list.now.createBoard("")))).toMatchObject({ code: "input.invalid", field: "title" });
  });
});

describe("generators", () => {
  it.each([true, false])("come with their form, and what their inputs would cost; urgent: %s", async (isUrgent) => {
    const hook = client.show(() => useGenerators({ isUrgent }));
    expect(hook.now).toMatchObject({ generators: [], isLoading: true });
    await hook.until(({ generators }) => expect(generators.length).toBeGreaterThan(300));
    const flux = hook.now.generators.find(({ name }) => name === "fal-flux-2");
    const params = flux && toInputParams(flux.fields, { ...initialValues(flux.fields), prompt: "gold" });
    const estimate = client.show(() => useCostEstimate("fal-flux-2", params ?? null));
    await estimate.until((now) => expect(now).toMatchObject({ costUsd: expect.any(Number), outputCount: 1 }));
    expect(client.show(() => useCostEstimate("fal-flux-2", null)).now).toBeNull();
  });
});

describe("generations", () => {
  const show = () => client.show(() => ({ ...useBoardGenerations(boardId), ...useCreateGeneration(boardId), ...useGenerationActions() }));
  const sketch = { name: "sketch", artifactType: "IMAGE" };
  const newest = (hook: ReturnType<typeof show>) => hook.now.generations[0];

  it("are asked for once each, canceled, retried with their seed, made again with another, and removed", async () => {
    const hook = show();
    await hook.until(({ isLoading }) => expect(isLoading).toBe(false));
    await hook.now.create(sketch, { prompt: "a fox", seed: 7 });
    await hook.until(({ generations }) => expect(generations).toMatchObject([{ status: "PENDING", isUpload: false, inputParams: { seed: 7 } }]));
    const id = newest(hook)?.id ?? "";
    expect(describeError(await failureOf(hook.now.retry(id)))).toMatchObject({ code: "generation.not_retryable" });

    await hook.now.cancel(id);
    await hook.until(() => expect(newest(hook)?.status).toBe("CANCELLED"));
    await hook.now.retry(id);
    await hook.until(({ generations }) => expect(generations).toHaveLength(2));
    expect(newest(hook)).toMatchObject({ status: "PENDING", inputParams: { prompt: "a fox", seed: 7 } });

    await hook.now.regenerate(id);
    await hook.until(({ generations }) => expect(generations).toHaveLength(3));
    expect(newest(hook)?.inputParams).not.toMatchObject({ seed: 7 });

    await hook.now.remove(id);
    await hook.until(({ generations }) => expect(generations.map((each) => each.id)).not.toContain(id));
    expect(hook.now.hasMore).toBe(false);
  });

  it("come by days, newest first, and the last is known as such", async () => {
    const ids = await fill(230);
    const hook = show();
    for (const [count, hasMore] of [
      [30, true],
      [130, true],
      [230, false],
    ] as const) {
      await hook.until(({ generations, ...now }) => expect([generations.length, now.hasMore]).toEqual([count, hasMore]));
      hook.now.loadMore();
    }
    expect(hook.now.generations.map(({ id }) => id)).toEqual(ids.toReversed());
  });

  it("tell everything about one of them, and are null when there is none", async () => {
    const [id = ""] = await fill(1, { inputParams: { prompt: "a fox" }, mimeType: "image/png" });
    const hook = client.show(() => useGeneration(id));
    await hook.until(({ generation }) =>
      expect(generation).toMatchObject({ id, mimeType: "image/png", inputArtifacts: [], usedBy: [], user: { displayName: "owner" } }),
    );
    const missing = client.show(() => useGeneration("0192aaaa-0000-7000-8000-00000000dead"));
    await missing.until(({ generation }) => expect(generation).toBeNull());
  });
});

describe("downloads", () => {
  it("are by an address that is asked for anew each time, and there is none without a file", async () => {
    const [made = "", waiting = ""] = await seedGenerations({ ...client.owner, boardId }, 2, (index) =>
      index === 0 ? { storageKey: `${client.owner.tenantId}/image/file`, mimeType: "image/png" } : { status: "pending" },
    );
    const hook = client.show(useDownloads);
    expect(await hook.now.downloadUrlOf(made)).toMatch(/^\/api\/storage\/.*download=true.*signature=/);
    expect(await hook.now.downloadUrlOf(waiting)).toBeNull();
  });
});

describe("uploads", () => {
  const file = new File(["a fox"], "fox.txt", { type: "text/plain" });
  const show = (answer: Routes[string]) =>
    client.show(() => ({ ...useUploads(boardId), ...useBoardGenerations(boardId) }), { routes: { "/api/uploads/direct": answer } });

  it("arrive on the board, known as uploads", async () => {
    const sent: string[] = [];
    const answers: Routes[string] = async ({ method, body }, path) => {
      sent.push(`${method} ${path}`);
      if (path === "/api/uploads/direct") {
        expect(JSON.parse(String(body))).toEqual({ board_id: boardId, artifact_type: "text", filename: "fox.txt", size_bytes: 5 });
        return Response.json({ upload_url: "/api/uploads/direct/t", confirm_url: "/api/uploads/direct/t/confirm" });
      }
      if (method === "PUT") {
        expect(await new Response(body).text()).toBe("a fox");
        return new Response(null, { status: 204 });
      }
      const [id] = await fill(1, { generatorName: "user-upload-text", artifactType: "text" });
      return Response.json({ id });
    };
    const hook = show(answers);
    await hook.until(({ isLoading }) => expect(isLoading).toBe(false));
    const ids = await hook.now.uploadFiles([file]);
    await hook.until(({ generations, items }) => expect([generations, items]).toMatchObject([[{ id: ids[0], isUpload: true }], []]));
    expect(sent).toEqual(["POST /api/uploads/direct", "PUT /api/uploads/direct/t", "POST /api/uploads/direct/t/confirm"]);
  });

  describe("are checked once they have come", () => {
    /** A server to which files come, of which each is on the board as `ids` says, pending. */
    const showPending = (ids: string[]) => {
      const answers: Routes[string] = async (_init, path) => {
        if (path === "/api/uploads/direct")
          return Response.json({ upload_url: "/api/uploads/direct/t", confirm_url: "/api/uploads/direct/t/confirm" });
        if (!path.endsWith("/confirm")) return new Response(null, { status: 204 });
        const [id = ""] = await fill(1, { generatorName: "user-upload-text", artifactType: "text", status: "pending" });
        ids.push(id);
        return Response.json({ id });
      };
      return show(answers);
    };
    const end = async (id: string | undefined, data: object) => void (await client.ledger.db().generation.update({ where: { id: id ?? "" }, data }));
    const checking = (hook: ReturnType<typeof show>) => hook.until(({ items }) => expect(items).toMatchObject([{ progress: 1, isChecking: true }]));

    it("while the next is sent, and arrive when they are found good", async () => {
      const ids: string[] = [];
      const hook = showPending(ids);
      const uploading = hook.now.uploadFiles([file, file]);
      await hook.until(({ items }) => expect(items.map(({ isChecking }) => isChecking)).toEqual([true, true]));
      await end(ids[1], { status: "completed" });
      await hook.until(({ items }) => expect(items).toHaveLength(1));
      await end(ids[0], { status: "completed" });
      expect(await uploading).toEqual(ids);
      await hook.until(({ items }) => expect(items).toEqual([]));
    });

    it("say why one was refused, and take it off the board when it is sent again or dismissed", async () => {
      const ids: string[] = [];
      const hook = showPending(ids);
      const uploading = hook.now.uploadFiles([file]);
      await checking(hook);
      await end(ids[0], { status: "failed", errorCode: "artifact.type_refused", errorMessage: "Not a text" });
      expect(await uploading).toEqual([]);
      const refused = { isChecking: false, error: { code: "artifact.type_refused", message: "Not a text" } };
      await hook.until(({ items }) => expect(items).toMatchObject([refused]));
      const count = () => client.ledger.db().generation.count({ where: { id: { in: ids } } });
      expect(await count()).toBe(1);
      const again = hook.now.retry(hook.now.items[0]?.key ?? "");
      await checking(hook);
      await until(async () => ids.length === 2 && (await count()) === 1);
      await end(ids[1], { status: "failed", errorCode: "artifact.type_refused", errorMessage: "Not a text" });
      expect(await again).toBeNull();
      hook.now.dismiss(hook.now.items[0]?.key ?? "");
      await until(async () => (await count()) === 0);
    });

    it.each<[what: string, end: (hook: ReturnType<typeof show>, id: string | undefined) => Promise<unknown>]>([
      ["dismissed", async ({ now }) => now.dismiss(now.items[0]?.key ?? "")],
      ["canceled on the board", (_hook, id) => end(id, { status: "cancelled" })],
      ["deleted elsewhere", (_hook, id) => client.ledger.db().generation.delete({ where: { id: id ?? "" } })],
    ])("and are nothing to wait for when one is %s meanwhile", async (what, endIt) => {
      const ids: string[] = [];
      const hook = showPending(ids);
      const uploading = hook.now.uploadFiles([file]);
      await checking(hook);
      await endIt(hook, ids[0]);
      expect(await uploading).toEqual([]);
      await hook.until(({ items }) => expect(items).toEqual([]));
      if (what === "dismissed") await until(async () => (await client.ledger.db().generation.count({ where: { id: { in: ids } } })) === 0);
    });
  });

  it.each<[what: string, answer: () => Response | Promise<Response>, code: string, message: string | null]>([
    [
      "that are refused say why",
      () => Response.json({ detail: "Too large", reason: "artifact.too_large" }, { status: 413 }),
      "artifact.too_large",
      "Too large",
    ],
    ["that something between refuses are told", () => new Response("<h1>502</h1>", { status: 502 }), "client.unknown", null],
    ["that never arrive are told", () => Promise.reject(new TypeError("no network")), "client.unreachable", null],
  ])("%s, until that is dismissed", async (_what, answer, code, message) => {
    const hook = show(answer);
    expect(await hook.now.uploadFiles([file])).toEqual([]);
    await hook.until(({ items }) => expect(items).toMatchObject([{ name: "fox.txt", error: { code, message } }]));
    hook.now.dismiss(hook.now.items[0]?.key ?? "");
    await hook.until(({ items }) => expect(items).toEqual([]));
  });

  it("by an address that the server does not open say why", async () => {
    const hook = show(() => new Response());
    expect(await hook.now.uploadUrl("http://127.0.0.1:1/fox.mp4?x=1")).toBeNull();
    await hook.until(({ items }) => expect(items).toMatchObject([{ error: { code: expect.stringMatching(/^\w+\.\w+$/) } }]));
  });
});

describe("the events of a board", () => {
  it("bring what others do, and ask for the board again when it may be gone", async () => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    const say = (name: string, data: unknown) => void writer.write(new TextEncoder().encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`));
    const [known = ""] = await fill(1, { status: "processing" });
    const hook = client.show(
      () => {
        const { board, reload } = useBoard(boardId);
        useBoardEvents(boardId, reload);
        return { ...useBoardGenerations(boardId), title: board?.title, isGone: board === null };
      },
      { routes: { "/api/events": () => new Response(readable) } },
    );
    await hook.until(({ generations, title }) => expect([title, generations]).toMatchObject(["Hills", [{ id: known, status: "PROCESSING" }]]));
    // While the stream is being opened, nobody tells of it.
    const { updateBoard } = await import("@/lib/boards/update-board");
    await updateBoard(client.owner, boardId, { title: "Valleys" });
    const state = { phase: "processing", message: "Drawing", errorCode: null, errorMessage: null };
    say("snapshot", { boardId, number: 1, generations: [{ id: known, status: "processing", progress: 10, ...state }] });
    say("generation", { boardId, number: 2, generationId: known, type: "progress", status: "processing", progress: 40, ...state });
    await hook.until(({ generations }) => expect(generations).toMatchObject([{ progress: 40, progressMessage: "Drawing" }]));
    await hook.until(({ title }) => expect(title).toBe("Valleys"));

    const [added = ""] = await fill(1);
    say("generation", { boardId, number: 3, generationId: added, type: "created", status: "pending", progress: 0, ...state });
    await hook.until(({ generations }) => expect(generations.map(({ id }) => id)).toContain(added));
    say("generation", { boardId, number: 4, generationId: known, type: "deleted", status: "cancelled", progress: 0, ...state });
    await hook.until(({ generations }) => expect(generations.map(({ id }) => id)).toEqual([added]));
    const { trashBoard } = await import("@/lib/curation/trash/trash");
    await trashBoard(client.owner, boardId);
    say("gone", { boardId });
    await hook.until(({ isGone }) => expect(isGone).toBe(true));
  });
});
