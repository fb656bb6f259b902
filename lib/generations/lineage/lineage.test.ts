import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LineageNode } from "@/lib/generations/lineage/find-lineage";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openInstallation } from "@/lib/testing/installation";
import { seedGeneration } from "@/lib/testing/seed/generation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;
let boardId: string;
const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/generations/lineage/find-lineage")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
  owner = await installation.viewer("owner");
  boardId = (await boards.createBoard(owner, { title: "Lineage" })).id;
});
afterAll(() => installation.close());

let made = 0;
const names = new Map<string, string>();

/** Makes a generation from others, each with its role. */
async function make(name: string, inputs: [id: string, role: string][] = [], more: object = {}) {
  const id = `0192aaaa-0000-7000-8000-${String(++made).padStart(12, "0")}`;
  names.set(id, name);
  const inputArtifacts = inputs.map(([generation_id, role]) => ({ generation_id, role, artifact_type: "image" }));
  await seedGeneration({ ...owner, boardId }, { id, inputArtifacts, ...more });
  return id;
}

/** The tree as text: `name role(children)`. */
const say = (node: LineageNode): string =>
  `${names.get(node.generation.id)}${node.role ? ` ${node.role}` : ""}${node.next.length ? `(${node.next.map(say).sort().join(", ")})` : ""}`;

async function tree(id: string, direction: "ancestry" | "descendants" = "ancestry", { viewer = owner as Viewer | null, maxDepth = 25 } = {}) {
  const root = await boards.db().generation.findUniqueOrThrow({ where: { id } });
  const [found] = await boards.findLineage(viewer, [root], direction, maxDepth);
  if (!found) throw new Error("no tree");
  return found;
}

const size = (node: LineageNode): number => node.next.reduce((sum, each) => sum + size(each), 1);

describe("lineage", () => {
  it("follows a straight line in both directions, as deep as asked", async () => {
    const photo = await make("photo");
    const edit = await make("edit", [[photo, "image"]]);
    const film = await make("film", [[edit, "start"]]);
    const frame = await make("frame", [[film, "video"]]);
    expect(say(await tree(frame))).toBe("frame(film video(edit start(photo image)))");
    expect(say(await tree(photo, "descendants"))).toBe("photo(edit image(film start(frame video)))");
    expect(say(await tree(frame, "ancestry", { maxDepth: 2 }))).toBe("frame(film video(edit start))");
  });

  it("keeps the role of each path through a diamond, and both roles of one source", async () => {
    const source = await make("source");
    const left = await make("left", [[source, "image"]]);
    const right = await make("right", [[source, "mask"]]);
    const both = await make("both", [
      [left, "first"],
      [right, "second"],
      [left, "again"],
    ]);
    expect(say(await tree(both))).toBe("both(left again(source image), left first(source image), right second(source mask))");
    expect(say(await tree(source, "descendants"))).toBe("source(left image(both again, both first), right mask(both second))");
  });

  it("leaves out what the viewer may not see, and what is reached only through it", async () => {
    const stranger = await installation.viewer("stranger");
    const hidden = await boards.createBoard(stranger, { title: "Hidden" });
    const far = await make("far");
    const secret = await make("secret", [[far, "image"]], { boardId: hidden.id });
    const gone = await make("gone", [[far, "image"]], { trashedAt: new Date() });
    const result = await make("result", [
      [secret, "image"],
      [gone, "mask"],
      ["0192aaaa-0000-7000-8000-999999999999", "deleted"],
      [far, "direct"],
    ]);
    expect(say(await tree(result))).toBe("result(far direct)");
    expect(say(await tree(far, "descendants"))).toBe("far(result direct)");
    expect(say(await tree(result, "ancestry", { viewer: null }))).toBe("result");
    await boards.db().board.update({ where: { id: boardId }, data: { isPublic: true } });
    expect(say(await tree(result, "ancestry", { viewer: null }))).toBe("result(far direct)");
    await boards.db().board.update({ where: { id: boardId }, data: { isPublic: false } });
  });

  it("ends on a ladder of diamonds with 33 million paths, nearest first, and says that it was cut", async () => {
    let [left, right] = [await make("l0"), await make("r0")];
    for (let rung = 1; rung <= 25; rung++) {
      const inputs: [string, string][] = [
        [left, "left"],
        [right, "right"],
      ];
      [left, right] = [await make(`l${rung}`, inputs), await make(`r${rung}`, inputs)];
    }
    const cut = await tree(left, "ancestry", { maxDepth: 50 });
    expect(cut.isComplete).toBe(false);
    expect(size(cut)).toBe(1001);
    expect(cut.next).toHaveLength(2);
  });

  it("says that it was cut at the depth, and only then", async () => {
    const chain = [await make("c0")];
    for (let link = 1; link <= 4; link++) chain.push(await make(`c${link}`, [[chain.at(-1) ?? "", "image"]]));
    const last = chain.at(-1) ?? "";
    const cut = await tree(last, "ancestry", { maxDepth: 3 });
    expect([cut.isComplete, size(cut)]).toEqual([false, 4]);
    const whole = await tree(last, "ancestry", { maxDepth: 4 });
    expect([whole.isComplete, size(whole)]).toEqual([true, 5]);
    // One that is within the depth on one path is not shown beyond it on another.
    const both = await make("both", [
      [chain[0] ?? "", "near"],
      [chain[1] ?? "", "image"],
    ]);
    const near = await tree(both, "ancestry", { maxDepth: 1 });
    expect([near.isComplete, say(near)]).toEqual([false, "both(c0 near, c1 image)"]);
  });

  it("does not go round in a circle", async () => {
    const one = await make("one");
    const two = await make("two", [[one, "image"]]);
    await boards.db().generation.update({
      where: { id: one },
      data: { inputArtifacts: [{ generation_id: two, role: "image", artifact_type: "image" }] },
    });
    expect(say(await tree(two))).toBe("two(one image)");
  });
});
