import { isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { schema } from "@/lib/api/graphql/schema";
import { type Actor, actors, type BoardKind, boardKinds, type Fixture } from "@/lib/testing/access-fixture";
import { boardMutations } from "@/lib/testing/access-matrix/board-mutations";
import { fields } from "@/lib/testing/access-matrix/fields";
import { openMatrix } from "@/lib/testing/access-matrix/open-matrix";
import { queries } from "@/lib/testing/access-matrix/queries";
import type { Row } from "@/lib/testing/access-matrix/row";
import { workspaceMutations } from "@/lib/testing/access-matrix/workspace-mutations";
import { everybody, type Outcome } from "@/lib/testing/access-rules";
import { seedBoard } from "@/lib/testing/seed/board";

/*
 * Who may do what, through the real route handlers: every query, mutation and guarded field, by every actor, on every kind of board.
 * An operation without a row fails the first test. REST has a matrix of its own beside this one.
 */

const mutations = { ...boardMutations, ...workspaceMutations };

let matrix: Awaited<ReturnType<typeof openMatrix>>;
let graphql: typeof import("@/app/api/graphql/route");

beforeAll(async () => {
  matrix = await openMatrix("access matrix", { COMFYUI_URL: "http://10.0.0.8:8188" });
  graphql = await import("@/app/api/graphql/route");
});
afterAll(() => matrix.close());

/** Asks as each actor; `answers` keeps what was answered, so that nobody is asked the same twice for boards that a question does not name. */
async function ask({ query, variables, shows }: Row, fixture: Fixture, actor: Actor, answers = new Map<string, Promise<Answer>>()): Promise<Outcome> {
  const body = JSON.stringify({ query, variables: variables?.(fixture, actor) ?? {} });
  const question = `${actor} ${body}`;
  const answer = answers.get(question) ?? post(body, actor);
  answers.set(question, answer);
  const { data, errors } = await answer;
  if (errors) return errors[0]?.extensions.code as Outcome;
  return !shows || shows(data, fixture, actor) ? "ok" : "empty";
}

interface Answer {
  data: never;
  errors?: { extensions: { code: Outcome } }[];
}

async function post(body: string, actor: Actor): Promise<Answer> {
  const headers = { "content-type": "application/json", ...matrix.headersOf(actor) };
  const response = await graphql.POST(new Request("http://localhost/api/graphql", { method: "POST", headers, body }));
  return (await response.json()) as Answer;
}

/** The boards to try something on: one is enough where nothing of a board is named. */
const kindsOf = ({ variables }: Row) => {
  const named = boardKinds.map((kind) => JSON.stringify(actors.map((actor) => variables?.(matrix.reads[kind], actor))));
  return new Set(named).size === 1 ? boardKinds.slice(0, 1) : boardKinds;
};

interface Asked {
  actor: Actor;
  kind: BoardKind;
}

const byActor = (asked: Asked[], outcomes: Outcome[]) =>
  Object.fromEntries(asked.map(({ actor, kind }, index) => [`${actor}, ${kind}`, outcomes[index]]));

function expectedOf(operation: string, row: Row, asked: Asked[]): Outcome[] {
  const outcomes = asked.map(({ actor, kind }) => row.expected(actor, kind));
  for (const outcome of outcomes) matrix.note(operation, outcome);
  return outcomes;
}

/** Who of those that were refused changed their board: each tries again, on one of their own. */
async function whoChanges(row: Row, needs: object, refused: Asked[]): Promise<string[]> {
  const found: string[] = [];
  for (const { actor, kind } of refused) {
    const fixture = await matrix.makeFixture(matrix.cast, kind, needs);
    const before = await matrix.fingerprint(fixture.boardId);
    await ask(row, fixture, actor);
    if (before !== (await matrix.fingerprint(fixture.boardId))) found.push(`${actor}, ${kind}`);
  }
  return found.length > 0 ? found : ["some of them, together"];
}

const named = (rows: Record<string, Row>) => Object.entries(rows).map(([name, row]) => ({ name, row }));

/** Every field that is no operation. */
const rowFields = () =>
  Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith("__") && !["Query", "Mutation"].includes(type.name)
      ? Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field }))
      : [],
  );

/** Found by asking each field, in a context that notices whether it is asked for the viewer. */
async function fieldsThatAskWhoLooks(): Promise<string[]> {
  const asking = new Set<string>();
  for (const { name, field } of rowFields()) {
    const budget = { count: () => undefined, check: () => undefined, isSpent: false };
    const context = {
      budget,
      loaders: {},
      get viewer() {
        asking.add(name);
        return null;
      },
    };
    // What becomes of a row that is none is not the point.
    await Promise.resolve()
      .then(() => field.resolve?.({}, {}, context, {} as never))
      .catch(() => undefined);
  }
  return [...asking];
}

describe("the access matrix", () => {
  it("has a row for every query and every mutation", () => {
    const names = (rows: Record<string, Row>) => [...new Set(Object.keys(rows).map((name) => name.replace(/ \(.*/, "")))].sort();
    expect(names(queries)).toEqual(Object.keys(schema.getQueryType()?.getFields() ?? {}).sort());
    expect(names(mutations)).toEqual(Object.keys(schema.getMutationType()?.getFields() ?? {}).sort());
  });

  it("has a row for every field that is guarded or asks who looks", async () => {
    const guarded = rowFields().flatMap(({ name, field }) => (field.extensions.guard ? [name] : []));
    const asking = await fieldsThatAskWhoLooks();
    expect(guarded.length).toBeGreaterThan(25);
    expect(asking).toEqual(expect.arrayContaining(["Board.permissions", "User.email"]));
    expect([...guarded, ...asking].filter((name) => !(name in fields))).toEqual([]);
  });

  it.each([...named(queries), ...named(fields)])("$name", async ({ name, row }) => {
    const trashed = row.isTrashed ? await matrix.makeFixtures(matrix.cast, [...boardKinds], { isTrashed: true }) : [];
    const asked = boardKinds.flatMap((kind, index) => actors.map((actor) => ({ kind, actor, fixture: trashed[index] ?? matrix.reads[kind] })));
    const answers = new Map<string, Promise<Answer>>();
    const outcomes = await Promise.all(asked.map(({ actor, fixture }) => ask(row, fixture, actor, answers)));
    expect(byActor(asked, outcomes)).toEqual(byActor(asked, expectedOf(name, row, asked)));
  });

  it.each(named(mutations))("$name", async ({ name, row }) => {
    const { isTrashed = false, needsKey: hasKey = false, needsModels: hasModels = false, needsJob: hasJob = false } = row;
    const needs = { isTrashed, hasKey, hasModels, hasJob };
    const all = kindsOf(row).flatMap((kind) => actors.map((actor) => ({ kind, actor })));
    const isRefused = ({ kind, actor }: Asked) => row.expected(actor, kind) !== "ok";
    const [refused, allowed] = [all.filter(isRefused), all.filter((asked) => !isRefused(asked))];
    // What is refused changes nothing, and so all of it meets the same board of its kind; what is done needs a fresh one each time.
    const fixtures = await matrix.makeFixtures(matrix.cast, [...boardKinds, ...allowed.map(({ kind }) => kind)], needs);
    const shared = Object.fromEntries(boardKinds.map((kind, index) => [kind, fixtures[index]])) as Record<BoardKind, Fixture>;
    const prints = () => Promise.all(boardKinds.map((kind) => matrix.fingerprint(shared[kind].boardId)));
    const before = await prints();
    const refusals = await Promise.all(refused.map(({ kind, actor }) => ask(row, shared[kind], actor)));
    const after = await prints();
    const outcomes: Outcome[] = [];
    for (const [index, { actor }] of allowed.entries()) outcomes.push(await ask(row, fixtures[boardKinds.length + index] as Fixture, actor));

    const inOrder = [...refused, ...allowed];
    expect(byActor(inOrder, [...refusals, ...outcomes])).toEqual(byActor(inOrder, expectedOf(name, row, inOrder)));
    const changed = boardKinds.filter((_, index) => before[index] !== after[index]);
    expect(changed.length > 0 ? await whoChanges(row, needs, refused) : []).toEqual([]);
  });
});

describe("the tenant scope of every route handler", () => {
  it("shows a handler that forgets to ask for the tenant no other tenant's rows", async () => {
    const { routeHandler } = await import("@/lib/api/route-handler");
    const { db } = await import("@/lib/platform/db/client");
    const forgetful = routeHandler({}, async () =>
      Response.json(await db().board.findMany({ select: { id: true, tenantId: true, isPublic: true } })),
    );
    const rowsOf = async (actor: Actor) => {
      const response = await forgetful(new Request("http://localhost/", { headers: matrix.headersOf(actor) }));
      return (await response.json()) as { tenantId: string; isPublic: boolean }[];
    };
    const { id: ownerId = "", tenantId = "" } = matrix.cast.people.otherTenant ?? {};
    await seedBoard({ tenantId, ownerId });
    expect((await rowsOf("stranger")).every((row) => row.isPublic || row.tenantId === matrix.cast.tenantId)).toBe(true);
    expect((await rowsOf("otherTenant")).some((row) => row.tenantId === tenantId)).toBe(true);
    expect((await rowsOf("otherTenant")).every((row) => row.isPublic || row.tenantId !== matrix.cast.tenantId)).toBe(true);
    expect((await rowsOf("anonymous")).every((row) => row.isPublic)).toBe(true);
    expect((await rowsOf("anonymous")).length).toBeGreaterThan(0);
  });

  it("keeps many requests of two tenants apart, at once", async () => {
    const own = await matrix.makeFixture(matrix.cast, "private");
    const asked = Array.from({ length: 150 }, async (_, each) => {
      const actor = (["owner", "otherTenant", "stranger"] as const)[each % 3] ?? "owner";
      const query = `mutation ($ids: [UUID!]!) { starGenerations(ids: $ids) { isStarred board { title owner { displayName } } user { displayName } } }`;
      const outcome = await ask({ query, variables: (fixture) => ({ ids: [fixture.completed] }), expected: everybody }, own, actor);
      return [actor, outcome].join(": ");
    });
    expect(new Set(await Promise.all(asked))).toEqual(new Set(["owner: ok", "otherTenant: NOT_FOUND", "stranger: NOT_FOUND"]));
  });
});
