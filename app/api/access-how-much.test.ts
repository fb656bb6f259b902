import { type GraphQLField, type GraphQLObjectType, getNamedType, getNullableType, isListType, isObjectType, isRequiredArgument } from "graphql";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { schema } from "@/lib/api/graphql/schema";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { askGraphql } from "@/lib/testing/ask-graphql";
import { jwtSettings } from "@/lib/testing/bearer";
import { eventReaderOf } from "@/lib/testing/event-reader";
import { openInstallation } from "@/lib/testing/installation";
import { boardRow } from "@/lib/testing/seed/board";
import { generationRow } from "@/lib/testing/seed/generation";
import { rows } from "@/lib/testing/seed/rows";

/*
 * How much: each list at its limit and beyond, and who sees what of a list that is full. What operations take is bounded in
 * bound-inputs.test.ts, that every list has a bound in bound-lists.test.ts, bodies and files in limit-body.test.ts and read-form.test.ts.
 */

const many = 210;
const full = 200;

let installation: Awaited<ReturnType<typeof openInstallation>>;
/** Someone who sees half of everything; the other half is newer, so that a list which cuts before it looks would come out short. */
let visitor: Viewer;
const known: Record<string, string> = {};
const visible = { Board: new Set<string>(), Generation: new Set<string>() };

const each = <Row>(make: (index: number) => Row) => rows(many, make);

beforeAll(async () => {
  installation = await openInstallation({ ...jwtSettings, BOARDS_GRAPHQL_MAX_COST: String(Number.MAX_SAFE_INTEGER) });
  const { db } = await import("@/lib/platform/db/client");
  const { tokenFor } = await import("@/lib/platform/caller/signed-token");
  const owner = await installation.viewer("owner");
  visitor = await installation.viewer("visitor");
  const { userId: colleague } = await installation.viewer("colleague");
  const { tenantId, userId: ownerId } = owner;
  const [before, now] = [new Date(Date.now() - 3600 * 1000), new Date()];

  const board = (seen: boolean, more: object = {}) => {
    const row = boardRow({ tenantId, ownerId, title: "crowd", createdAt: seen ? before : now, ...more });
    if (seen) visible.Board.add(row.id);
    return row;
  };
  const open = each(() => board(true, { isPublic: true }));
  const joined = each(() => board(true));
  const closed = each(() => board(false));
  const trashed = (seen: boolean, by: string) => each(() => board(seen, { ownerId: by, trashedAt: seen ? before : now }));
  const [ownTrash, othersTrash] = [trashed(true, visitor.userId), trashed(false, ownerId)];
  await db().board.createMany({ data: [...open, ...joined, ...closed, ...ownTrash, ...othersTrash] });
  const member = (boardId: string, userId: string) => ({ boardId, userId, role: "viewer" });
  await db().boardMember.createMany({
    data: [...joined.flatMap(({ id }) => [member(id, visitor.userId), member(id, colleague)]), ...closed.map(({ id }) => member(id, colleague))],
  });

  const [shown = "", hidden = ""] = [joined[0]?.id, closed[0]?.id];
  const root = uuidv7();
  const batchId = uuidv7();
  const generation = (boardId: string, more: object = {}) => {
    const seen = boardId === shown;
    const common = { batchId, batchSize: 1000, thumbnailWidths: [320], createdAt: seen ? before : now };
    const row = generationRow({ ...owner, boardId }, { ...common, ...more });
    if (seen) visible.Generation.add(row.id);
    const inputArtifacts = row.id === root ? [] : [{ generation_id: root, role: "image", artifact_type: "image" }];
    return { ...row, storageKey: `x/${row.id}`, inputArtifacts };
  };
  await db().generation.createMany({
    data: [
      generation(shown, { id: root, batchIndex: 999 }),
      ...each((index) => generation(shown, { batchIndex: 2 * index + 1 })),
      ...each((index) => generation(hidden, { batchIndex: 2 * index })),
      ...each(() => generation(shown, { batchId: uuidv7(), trashedAt: before })),
      ...each(() => generation(hidden, { batchId: uuidv7(), trashedAt: now })),
    ],
  });
  const link = await db().shareLink.create({ data: { tenantId, boardId: shown, createdById: ownerId } });
  const half = [...visible.Generation].slice(0, 100);
  const { id: otherHalf } = await db().generation.findFirstOrThrow({ where: { boardId: hidden } });
  Object.assign(known, { shown, root, batchId, ownerId, colleague, token: tokenFor("share", link.id) });
  known.ids = JSON.stringify([...half, ...Array.from({ length: 100 }, () => otherHalf)]);
});
afterAll(() => installation.close());

type Field = GraphQLField<unknown, unknown>;
const fields = Object.values(schema.getTypeMap()).flatMap((type): { type: GraphQLObjectType; field: Field; name: string }[] =>
  isObjectType(type) && !type.name.startsWith("__") && type.name !== "Mutation"
    ? Object.values(type.getFields()).map((field) => ({ type, field, name: `${type.name}.${field.name}` }))
    : [],
);

/** How each type is reached that has lists or numbers. */
const roads: Record<string, (inner: string) => string> = {
  Query: (inner) => `{ ${inner} }`,
  Board: (inner) => `{ board(id: "${known.shown}") { ${inner} } }`,
  Generation: (inner) => `{ generation(id: "${known.root}") { ${inner} } }`,
  GalleryOpening: (inner) => `{ galleryOpening(search: { boardId: "${known.shown}" }) { ${inner} } }`,
  User: (inner) => `{ user(id: "${inner.startsWith("memberBoards") ? known.colleague : known.ownerId}") { ${inner} } }`,
  SharedBoard: (inner) => `{ sharedBoard(token: "${known.token}") { ${inner} } }`,
  SharedGeneration: (inner) => `{ sharedBoard(token: "${known.token}") { generations(limit: 1) { ${inner} } } }`,
};
/** What fields insist on. */
const required: Record<string, () => string> = {
  id: () => `"${known.batchId}"`,
  ids: () => known.ids ?? "",
  query: () => '"crowd"',
  input: () => "{}",
  generatorName: () => '"sketch"',
  inputParams: () => "{}",
};

function queryOf({ type, field }: { type: GraphQLObjectType; field: Field }, given: Record<string, number | null>, selection: string): string {
  const needed = field.args.filter(isRequiredArgument).map(({ name }) => `${name}: ${required[name]?.()}`);
  const args = [...needed, ...Object.entries(given).map(([name, value]) => `${name}: ${value}`)];
  const road = roads[type.name];
  if (!road) throw new Error(`no road to ${type.name}: say above how it is reached`);
  return road(`${field.name}${args.length ? `(${args.join(", ")})` : ""} ${selection}`);
}

const [least, most] = [-2_147_483_648, 2_147_483_647];
/** Every number that a field takes to say how much: what it takes at its limit, and what is refused by name. */
const numbers: Record<string, { takes: (number | null)[]; refuses: number[] }> = {
  // As in the original: none and 0 are the usual number.
  limit: { takes: [null, 0, 1, full], refuses: [full + 1, -1, most, least] },
  offset: { takes: [null, 0, 100_000], refuses: [100_001, -1, most, least] },
  first: { takes: [null, 1, full], refuses: [full + 1, 0, -1, most, least] },
  last: { takes: [null, 1, full], refuses: [full + 1, 0, -1, most, least] },
  maxDepth: { takes: [1, 50], refuses: [51, 0, -1, most, least] },
  // The nearest that there is.
  width: { takes: [null, 0, 1, most, least], refuses: [] },
  maxLength: { takes: [null, 0, 1, most, least], refuses: [] },
};
const withNumbers = fields.flatMap((place) =>
  place.field.args.filter(({ type }) => getNamedType(type).name === "Int").map((argument) => ({ ...place, argument: argument.name })),
);

describe("how much is asked for", () => {
  it("is said by numbers that are known", () => {
    expect(withNumbers.length).toBeGreaterThan(40);
    expect(withNumbers.filter(({ argument }) => !numbers[argument]).map(({ name, argument }) => `${name} ${argument}`)).toEqual([]);
  });

  it.each(withNumbers.map((place) => ({ ...place, what: `${place.name} ${place.argument}` })))("$what", async (place) => {
    const { takes = [], refuses = [] } = numbers[place.argument] ?? {};
    const selection = isObjectType(getNamedType(place.field.type)) ? "{ __typename }" : "";
    const outcomes: [number | null, unknown][] = [];
    for (const value of [...takes, ...refuses]) {
      const { errors } = await askGraphql(admin(place.name), queryOf(place, { [place.argument]: value }, selection));
      const { reason, field } = errors[0]?.extensions ?? {};
      outcomes.push([value, errors[0] ? `${reason} ${field}` : "answered"]);
    }
    const expected = [...takes.map((value) => [value, "answered"]), ...refuses.map((value) => [value, `input.invalid ${place.argument}`])];
    expect(outcomes).toEqual(expected);
  });
});

/** Lists for admins are asked for by one. */
const admin = (name: string): Viewer =>
  ["Query.tenantUsers", "Query.auditLog", "Query.providerJobs"].includes(name) ? { ...visitor, tenantRole: "admin" } : visitor;

/** The lists of boards and generations, each through its parent; a connection's is its nodes. */
const lists = fields.flatMap((place) => {
  const answer = getNamedType(place.field.type);
  const isConnection = isObjectType(answer) && "pageInfo" in answer.getFields();
  const item = isConnection ? getNamedType(answer.getFields().nodes?.type ?? answer) : answer;
  const isList = isConnection || isListType(getNullableType(place.field.type));
  const isOfConnection = "pageInfo" in place.type.getFields();
  return isList && !isOfConnection && ["Board", "Generation"].includes(item.name)
    ? [{ ...place, item: item.name as "Board" | "Generation", isConnection }]
    : [];
});
/** Where what is visible is less than a full page. */
const fewer: Record<string, number> = {
  "Board.coverGenerations": 4,
  "Query.generations": 100,
  "GalleryOpening.generations": 60,
};

describe("a list that is full", () => {
  it("is found from the schema", () => {
    expect(lists.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Query.myBoards", "Query.batch", "Generation.usedBy", "User.memberBoards"]),
    );
    expect(lists.length).toBeGreaterThan(15);
  });

  it.each(lists)("shows as many as it may, and none but what may be seen: $name", async (place) => {
    const limit = ["limit", "first"].find((name) => place.field.args.some((argument) => argument.name === name));
    const query = queryOf(place, limit ? { [limit]: full } : {}, place.isConnection ? "{ nodes { id } }" : "{ id }");
    const { data, errors } = await askGraphql(visitor, query);
    expect(errors).toEqual([]);
    const parent = place.type.name === "Query" ? data : Object.values(data ?? {})[0];
    const answer = (parent as unknown as Record<string, unknown>)[place.field.name] as { id: string }[] & { nodes: { id: string }[] };
    const ids = (place.isConnection ? answer.nodes : answer).map(({ id }) => id);
    expect(ids.filter((id) => !visible[place.item].has(id))).toEqual([]);
    expect(new Set(ids).size).toBe(fewer[place.name] ?? full);
  });
});

describe("GET /api/events", () => {
  it("follows a hundred boards and tells only of those that may be seen; one more is refused by name", async () => {
    const { GET } = await import("@/app/api/events/route");
    const { db } = await import("@/lib/platform/db/client");
    const [open, closed] = await Promise.all(
      [true, false].map((isPublic) => db().board.findMany({ where: { isPublic, trashedAt: null }, take: 51, select: { id: true } })),
    );
    const ask = (ids: { id: string }[]) => GET(new Request(`http://localhost/api/events?once=1&${ids.map(({ id }) => `board=${id}`).join("&")}`));
    const told = await eventReaderOf((await ask([...(open ?? []).slice(1), ...(closed ?? []).slice(1)])).body).rest();
    const of = (event: string) => new Set(told.filter((each) => each.event === event).map(({ data }) => data.boardId));
    expect(of("snapshot")).toEqual(new Set(open?.slice(1).map(({ id }) => id)));
    expect(of("gone")).toEqual(new Set(closed?.slice(1).map(({ id }) => id)));
    const answer = await ask([...(open ?? []).slice(1), ...(closed ?? [])]);
    expect([answer.status, await answer.json()]).toMatchObject([400, { field: "board", reason: "input.invalid" }]);
  });
});
