import {
  buildSchema,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  isObjectType,
  isScalarType,
} from "graphql";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { schema } from "@/lib/api/graphql/schema";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { env } from "@/lib/platform/env";
import { boundLists } from "@/lib/platform/graphql/bound-lists";
import { RequestBudget } from "@/lib/platform/graphql/request-budget";
import { log } from "@/lib/platform/log";
import { askGraphql } from "@/lib/testing/ask-graphql";
import { openInstallation } from "@/lib/testing/installation";
import { apiKeyRow } from "@/lib/testing/seed/api-key";
import { boardRow } from "@/lib/testing/seed/board";
import { seedGenerations } from "@/lib/testing/seed/generation";
import { providerJobRow } from "@/lib/testing/seed/provider-job";
import { rows } from "@/lib/testing/seed/rows";
import { seedUsers } from "@/lib/testing/seed/user";

const tooMany = 230;
let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;
let boardId: string;
let generationId: string;
let batchId: string;

const each = <Row>(make: (index: number) => Row) => rows(tooMany, make);

/** One user whose every list has more rows than the list answers. */
beforeAll(async () => {
  installation = await openInstallation({ BOARDS_GRAPHQL_MAX_COST: String(Number.MAX_SAFE_INTEGER) });
  const { db } = await import("@/lib/platform/db/client");
  owner = await installation.viewer("owner");
  const { tenantId, userId } = owner;
  const tomorrow = new Date(Date.now() + 86_400_000);
  const users = await seedUsers(tenantId, tooMany);
  const boards = each(() => boardRow({ tenantId, ownerId: userId, isPublic: true }));
  const joined = each(() => boardRow({ tenantId, ownerId: users[0] ?? "" }));
  const gone = each(() => boardRow({ tenantId, ownerId: userId, trashedAt: new Date() }));
  await db().board.createMany({ data: [...boards, ...joined, ...gone] });
  boardId = boards[0]?.id ?? "";
  await db().boardMember.createMany({ data: users.map((id) => ({ boardId, userId: id, role: "viewer" })) });
  await db().boardMember.createMany({ data: joined.map((board) => ({ boardId: board.id, userId, role: "editor" })) });
  batchId = uuidv7();
  generationId = batchId;
  const source = [{ generation_id: generationId, role: "image", artifact_type: "image" }];
  const place = { ...owner, boardId };
  const shown = { thumbnailWidths: [320] };
  await seedGenerations(place, tooMany, (batchIndex) => {
    const own = batchIndex ? { inputArtifacts: source } : { id: batchId };
    return { ...shown, ...own, batchId, batchIndex, batchSize: tooMany };
  });
  await seedGenerations(place, tooMany, () => ({ ...shown, trashedAt: new Date() }));
  const tags = each((index) => ({ id: uuidv7(), tenantId, name: `tag ${index}`, slug: `tag-${index}` }));
  await db().tag.createMany({ data: tags });
  await db().generationTag.createMany({ data: tags.map(({ id }) => ({ generationId, tagId: id })) });
  await db().invitation.createMany({
    data: each((index) => ({ tenantId, boardId: index % 2 ? boardId : null, email: `${index}@x.yz`, role: "viewer", expiresAt: tomorrow })),
  });
  await db().invitation.createMany({ data: each((index) => ({ tenantId, boardId, email: `b${index}@x.yz`, role: "viewer", expiresAt: tomorrow })) });
  await db().invitation.createMany({ data: each((index) => ({ tenantId, email: `t${index}@x.yz`, role: "member", expiresAt: tomorrow })) });
  await db().shareLink.createMany({ data: each(() => ({ tenantId, boardId })) });
  await db().apiKey.createMany({ data: each(() => apiKeyRow(userId)) });
  await db().userSession.createMany({ data: each(() => ({ accountId: owner.accountId, userId, expiresAt: tomorrow })) });
  await db().bulkJob.createMany({ data: each(() => ({ tenantId, userId, kind: "empty_trash", arguments: {} })) });
  await db().providerJob.createMany({ data: each((attempt) => providerJobRow({ tenantId, batchId }, { attempt })) });
});
afterAll(() => installation.close());

type Field = GraphQLField<unknown, unknown>;
const objectTypes = () =>
  Object.values(schema.getTypeMap()).filter((type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith("__"));
const listFields = () =>
  objectTypes().flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => isListType(getNullableType(field.type)))
      .map((field): [string, GraphQLObjectType, Field] => [`${type.name}.${field.name}`, type, field]),
  );

interface Bound {
  atMost: () => number;
  usually?: number;
  isCounted: boolean;
}

describe("every list of the schema", () => {
  it("has a bound, and costs as much as it may answer, itself or through the field around it", () => {
    expect(listFields().length).toBeGreaterThan(60);
    for (const [name, parent, field] of listFields()) {
      const { list, complexity } = field.extensions as unknown as { list: Bound; complexity: unknown };
      // Plain values have nothing below them that would be read for each.
      expect(list?.atMost(), name).toBeLessThanOrEqual(isScalarType(getNamedType(field.type)) ? 8000 : 2000);
      if (list.isCounted) {
        // Whatever leads to the type of a list that is counted above must count as much.
        const leading = objectTypes()
          .flatMap((type) => Object.values(type.getFields()).map((each): [GraphQLObjectType, Field] => [type, each]))
          .filter(([type, each]) => type !== parent && String(each.type).replace(/[[\]!]/g, "") === parent.name);
        expect(leading.length, name).toBeGreaterThan(0);
        for (const [type, each] of leading) expect((each.extensions.list as Bound)?.atMost(), `${type.name}.${each.name}`).toBe(list.atMost());
        continue;
      }
      const cost = typeof complexity === "function" ? complexity({ limit: list.atMost() }) : complexity;
      expect(cost.field, name).toBeGreaterThan(0);
      expect(cost.multiplier, name).toBe(list.usually ?? list.atMost());
    }
  });

  it("cannot be added without a bound", () => {
    expect(() => boundLists(buildSchema("type Query { names: [String!]! }"))).toThrow("Query.names is a list without a bound");
    expect(() => boundLists(buildSchema("type Query { names(limit: Int): [String!]! }"))).not.toThrow();
  });

  const board = (field: string) => `query ($board: UUID!) { board(id: $board) { items: ${field} } }`;
  const generation = (field: string) => `query ($generation: UUID!) { generation(id: $generation) { items: ${field} } }`;
  const longLists: [string, string, number][] = [
    ["Board.members", board("members { id }"), 200],
    ["Board.generations", board("generations(limit: 200) { id }"), 200],
    ["Board.coverGenerations", board("coverGenerations { id }"), 4],
    ["Board.invitations", board("invitations { id }"), 200],
    ["Board.shareLinks", board("shareLinks { id }"), 200],
    ["Generation.usedBy", generation("usedBy(limit: 200) { id }"), 200],
    ["Generation.tags", generation("tags { id }"), 50],
    ["User.boards", "{ me { items: boards { id } } }", 200],
    ["User.memberBoards", "{ me { items: memberBoards { id } } }", 200],
    ["Query.batch", "query ($generation: UUID!) { items: batch(id: $generation) { id } }", 200],
    ["Query.myApiKeys", "{ items: myApiKeys { id } }", 50],
    ["Query.mySessions", "{ items: mySessions { id } }", 100],
    ["Query.tenantInvitations", "{ items: tenantInvitations { id } }", 200],
    ["Query.trashedBoards", "{ items: trashedBoards(limit: 200) { id } }", 200],
    ["Query.trashedGenerations", "{ items: trashedGenerations(limit: 200) { id } }", 200],
    ["Query.bulkJobs", "{ items: bulkJobs(limit: 200) { id } }", 200],
    ["Query.myBoards", "{ items: myBoards(limit: 200) { id } }", 200],
    ["Query.tags", "{ items: tags(limit: 200) { id } }", 200],
    ["Receipt.attempts", "query ($generation: UUID!) { receipt(generationId: $generation) { items: attempts { startedAt } } }", 100],
  ];
  /** Lists that have no row above, and why they hold no more than their bound. */
  const fullOfBoards = "app/api/access-how-much.test.ts asks for a full one";
  const asManyAsAsked = "as many as its ids, which bound-inputs.test.ts bounds";
  const ofTheInstallation = "as many as the installation has";
  const inTheSource = "part of a provider's description, cut at its bound";
  const heldElsewhere: Record<string, string> = {
    "Account.memberships": "read with its bound",
    "AddedModel.fields": inTheSource,
    "AddedModel.problems": inTheSource,
    "AddedModel.versions": "read with its bound, and no more are kept",
    "Generation.additionalFiles": "part of the row, cut at its bound",
    "Generation.inputArtifacts": "part of the row, cut at its bound",
    ...Object.fromEntries(["starts", "ends", "days", "counts", "ratioSums"].map((name) => [`GallerySections.${name}`, "grouped, cut at its bound"])),
    ...Object.fromEntries(
      ["ids", "ratios", "placeholders", "batchIds", "batchIndexes", "batchSizes", "createdAt"].map((name) => [
        `GalleryItems.${name}`,
        "read with its bound",
      ]),
    ),
    "GalleryOpening.generations": "read with its bound",
    "Board.views": "no more are kept",
    "GenerationFacets.authors": "grouped with its bound",
    "GenerationFacets.months": "grouped with its bound",
    "GenerationFacets.providers": "grouped with its bound",
    "GenerationFacets.ratings": "grouped with its bound",
    "GenerationFacets.artifactTypes": "grouped with its bound",
    "GenerationFacets.generators": "grouped with its bound",
    "GenerationFacets.statuses": "grouped with its bound",
    "GenerationFacets.tags": "grouped with its bound",
    "ModelDescription.fields": inTheSource,
    "ModelDescription.problems": inTheSource,
    "Mutation.copyGenerations": asManyAsAsked,
    "Mutation.moveGenerations": asManyAsAsked,
    "Mutation.rateGenerations": asManyAsAsked,
    "Mutation.starGenerations": asManyAsAsked,
    "Query.allGenerators": ofTheInstallation,
    "Query.generators": ofTheInstallation,
    "Query.generatorSettings": "as many as there are generators, twice",
    "Query.ownGeneratorProblems": ofTheInstallation,
    "Query.peopleToAdd": "read with its bound",
    "Query.providers": ofTheInstallation,
    "Query.modelProviders": ofTheInstallation,
    "Query.galleryIds": "no more may be asked about than its bound",
    "Query.generations": fullOfBoards,
    "Query.publicBoards": fullOfBoards,
    "Query.recentGenerations": fullOfBoards,
    "Query.searchBoards": fullOfBoards,
    "Query.spending": "grouped with its bound",
    "Query.spendingLimits": "no more may be set than its bound",
    "Receipt.lines": "read with its bound",
    "RefreshedModel.changes": inTheSource,
    "RefreshedModel.problems": inTheSource,
    "SharedBoard.generations": "a page, as Board.generations",
  };

  it("has a row above, or says why it needs none", () => {
    const rows = new Set([...longLists.map(([name]) => name), ...Object.keys(heldElsewhere)]);
    const open = listFields().filter(([, , field]) => !(field.extensions.list as Bound).isCounted && !isEnumType(getNamedType(field.type)));
    expect(open.map(([name]) => name).filter((name) => !rows.has(name))).toEqual([]);
  });

  it.each(longLists)("%s answers its bound and reads no more", async (_name, query, bound) => {
    const cuts = vi.spyOn(log, "error");
    const { data, errors } = await askGraphql(owner, query, {
      ...(query.includes("$board") ? { board: boardId } : {}),
      ...(query.includes("$generation") ? { generation: generationId } : {}),
    });
    expect(errors).toEqual([]);
    const { items } = (data?.items ? data : Object.values(data ?? {})[0]) as unknown as { items: unknown[] };
    expect(items).toHaveLength(bound);
    expect(cuts).not.toHaveBeenCalled();
    cuts.mockRestore();
  });
});

const roundAndRound = (levels: number) => `{ board(id: "${boardId}") ${"{ owner { boards ".repeat(levels)} { id } ${"} }".repeat(levels)} }`;

describe("a request that goes round and round", () => {
  it("is answered where its lists are short as a rule: lineage, asked for by nesting", async () => {
    process.env.BOARDS_GRAPHQL_MAX_COST = "";
    const { forgetEnv } = await import("@/lib/platform/env");
    forgetEnv();
    const levels = 4;
    const query = `{ generation(id: "${generationId}") { ${"inputArtifacts { role generation { generatorName ".repeat(levels)} ${"} }".repeat(levels)} } }`;
    expect((await askGraphql(owner, query)).errors).toEqual([]);
    process.env.BOARDS_GRAPHQL_MAX_COST = String(Number.MAX_SAFE_INTEGER);
    forgetEnv();
  });

  it("is refused before anything is read, by what its lists may answer", async () => {
    process.env.BOARDS_GRAPHQL_MAX_COST = "";
    const { forgetEnv } = await import("@/lib/platform/env");
    forgetEnv();
    const { errors } = await askGraphql(owner, roundAndRound(3));
    expect(errors[0]).toMatchObject({ message: expect.stringContaining("cost of 8"), extensions: { reason: "request.too_complex" } });
    process.env.BOARDS_GRAPHQL_MAX_COST = String(Number.MAX_SAFE_INTEGER);
    forgetEnv();
  });

  it("ends at its budget where it may be tried, with one error, and little more is read", async () => {
    const counted = vi.spyOn(RequestBudget.prototype, "count");
    const { data, errors } = await askGraphql(owner, roundAndRound(4));
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { reason: "request.too_complex" } }]);
    const rowsAndFields = counted.mock.calls.reduce((sum, [cost]) => sum + cost, 0);
    counted.mockRestore();
    // Without a budget it would be 200 to the power of 4.
    expect(rowsAndFields).toBeGreaterThan(env().graphql.maxAnswer);
    expect(rowsAndFields).toBeLessThan(3 * env().graphql.maxAnswer);
  });

  it("leaves people alone who ask for much that is theirs", async () => {
    const query = `{ myBoards(limit: 200) { id title generationCount members { role user { displayName } } coverGenerations { thumbnailUrl } } }`;
    expect((await askGraphql(owner, query)).errors).toEqual([]);
  });
});
