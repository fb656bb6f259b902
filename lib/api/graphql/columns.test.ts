import { defaultFieldResolver, type GraphQLObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { columnsOf } from "@/lib/platform/graphql/columns";
import { openInstallation } from "@/lib/testing/installation";
import { seedBoard } from "@/lib/testing/seed/board";
import { seedGeneration } from "@/lib/testing/seed/generation";
import type { Generation } from "@/prisma/generated/client";

const always = ["id", "tenantId", "boardId", "userId"];
let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/api/graphql/schema")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/graphql/context")),
  ...(await import("@/lib/testing/ask-graphql")),
});
let boards: Awaited<ReturnType<typeof load>>;
let owner: Viewer;
let row: Generation;

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
  owner = await installation.viewer("owner");
  const { id: boardId } = await seedBoard({ tenantId: owner.tenantId, ownerId: owner.userId });
  const columns = {
    artifactType: "text",
    inputParams: { prompt: "a lighthouse" },
    outputMetadata: { content: "the text", simulated: true, preview_note: "note" },
    storageKey: "a/b/c/d/original",
    mimeType: "image/png",
    thumbnailWidths: [320],
    costUsd: 1,
    estimatedCostUsd: 2,
    fileSizeBytes: 3,
    errorRaw: "raw",
  };
  row = await seedGeneration({ ...owner, boardId }, columns);
});
afterAll(() => installation.close());

const generationType = () => boards.schema.getType("Generation") as GraphQLObjectType;

describe("the columns of a generation", () => {
  it("are said by each field that says any, as it reads them for whoever sees it and whoever does not", async () => {
    const fields = Object.values(generationType().getFields());
    const saying = fields.filter(({ name }) => columnsOf(generationType(), { name: { kind: "Name", value: name } } as never));
    expect(saying.length).toBeGreaterThan(fields.length - 8);
    for (const { name, resolve = defaultFieldResolver, args } of saying) {
      const said = [...always, ...(columnsOf(generationType(), { name: { kind: "Name", value: name } } as never) ?? [])];
      for (const viewer of [owner, null]) {
        const read = new Set<string>();
        const watched = new Proxy(row, {
          get: (target, key) => {
            read.add(String(key));
            return target[key as keyof Generation];
          },
        });
        const defaults = Object.fromEntries(args.map((each) => [each.name, each.defaultValue]));
        const info = { fieldName: name, fieldNodes: [], fragments: {}, returnType: generationType(), path: { key: name } };
        await resolve(watched, defaults, boards.createContext({ viewer }) as never, info as never);
        expect({ field: name, reads: [...read].filter((column) => !said.includes(column)) }).toEqual({ field: name, reads: [] });
      }
    }
  });

  it("are enough: each field alone answers what it answers beside all others", async () => {
    const leaves = Object.values(generationType().getFields()).filter(
      ({ type }) => !/^\[?(User|Board|Tag|Ancestry|Descendant|Generation|Artifact|Additional)/.test(String(type)),
    );
    const ask = async (selection: string) => {
      const { data, errors } = await boards.askGraphql(owner, `{ recentGenerations { ${selection} } }`);
      expect(errors).toEqual([]);
      return (data as unknown as { recentGenerations: Record<string, unknown>[] }).recentGenerations[0] ?? {};
    };
    // `ancestry` says nothing of its columns, so that every row is read whole.
    const whole = await ask(`${leaves.map(({ name }) => name).join(" ")} ancestry { depth }`);
    for (const { name } of leaves) expect(await ask(name)).toEqual({ [name]: whole[name] });
  });

  it("are all that is read of a list's rows, by whichever way it was asked for", async () => {
    const statements: string[] = [];
    boards.db().$on("query", ({ query }) => statements.push(query));
    const paths = [
      (fields: string) => `{ recentGenerations { ${fields} } }`,
      (fields: string) => `{ myBoards { generations { ${fields} } } }`,
      (fields: string) => `{ myBoards { coverGenerations { ${fields} } } }`,
      (fields: string) => `{ generation(id: "${row.id}") { ${fields} } }`,
      (fields: string) => `{ generations(ids: ["${row.id}"]) { ${fields} } }`,
      (fields: string) => `{ batch(id: "${row.batchId}") { ${fields} } }`,
      (fields: string) => `{ recentGenerationsConnection { edges { cursor node { ${fields} } } } }`,
      (fields: string) =>
        `{ recentGenerationsConnection { ...page } } fragment page on QueryRecentGenerationsConnection { edges { node { ${fields} } } }`,
      (fields: string) => `{ myBoards { generationsConnection { edges { node { ${fields} } } } } }`,
      (fields: string) => `{ searchGenerations(input: {}) { edges { node { ${fields} } } } }`,
      (fields: string) => `{ recentGenerations { ...tile } } fragment tile on Generation { ... on Generation { ${fields} } }`,
    ];
    for (const path of paths) {
      statements.length = 0;
      expect((await boards.askGraphql(owner, path("id thumbnailUrl"))).errors).toEqual([]);
      const read = statements.filter((each) => each.includes('"storage_key"'));
      expect(read).toHaveLength(1);
      expect(read[0]).not.toContain('"input_params"');
    }
  });

  it("are those of both where one list is asked for twice", async () => {
    const { data } = await boards.askGraphql(owner, "{ myBoards { a: generations { id } b: generations { generatorName status } } }");
    expect(data).toEqual({ myBoards: [{ a: [{ id: row.id }], b: [{ generatorName: "sketch", status: "COMPLETED" }] }] });
  });
});
