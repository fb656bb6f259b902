import { isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { schema } from "@/lib/api/graphql/schema";
import { type Actor, actors, type BoardKind, boardKinds, type Cast, type Fixture } from "@/lib/testing/access-fixture";
import { fields } from "@/lib/testing/access-matrix/fields";
import { mutations } from "@/lib/testing/access-matrix/mutations";
import { queries } from "@/lib/testing/access-matrix/queries";
import type { Row } from "@/lib/testing/access-matrix/row";
import { everybody, type Outcome } from "@/lib/testing/access-rules";
import { jwtSettings } from "@/lib/testing/bearer";
import { openInstallation } from "@/lib/testing/installation";

/*
 * Who may do what, through the real route handlers: every query, mutation and guarded field, by every actor, on every kind of board.
 * An operation without a row fails the first test. REST has a matrix of its own beside this one.
 */

let installation: Awaited<ReturnType<typeof openInstallation>>;
let cast: Cast;
const load = async () => ({ ...(await import("@/lib/testing/access-fixture")), graphql: await import("@/app/api/graphql/route") });
let boards: Awaited<ReturnType<typeof load>>;
let reads: Record<BoardKind, Fixture>;
const tally = { operations: new Set<string>(), checks: 0, denials: 0 };

beforeAll(async () => {
  installation = await openInstallation({ ...jwtSettings, BOARDS_MULTI_TENANT_MODE: "1", COMFYUI_URL: "http://10.0.0.8:8188" });
  boards = await load();
  cast = await boards.makeActors();
  const each = async (kind: BoardKind) => [kind, await boards.makeFixture(cast, kind, { hasFile: true })] as const;
  reads = Object.fromEntries(await Promise.all(boardKinds.map(each))) as Record<BoardKind, Fixture>;
});
afterAll(async () => {
  console.info(`access matrix: ${tally.operations.size} operations, ${tally.checks} checks, ${tally.denials} of them denials`);
  await installation.close();
});

async function ask({ query, variables, shows }: Row, fixture: Fixture, actor: Actor): Promise<Outcome> {
  const token = cast.tokens[actor];
  const response = await boards.graphql.POST(
    new Request("http://localhost/api/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ query, variables: variables?.(fixture, actor) ?? {} }),
    }),
  );
  const { data, errors } = (await response.json()) as { data: never; errors?: { extensions: { code: Outcome } }[] };
  if (errors) return errors[0]?.extensions.code as Outcome;
  return !shows || shows(data, fixture, actor) ? "ok" : "empty";
}

function note(operation: string, outcome: Outcome) {
  tally.operations.add(operation.replace(/ \(.*/, ""));
  tally.checks += 1;
  if (outcome !== "ok") tally.denials += 1;
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
    expect(asking).toEqual(expect.arrayContaining(["Board.permissions", "GenerationFacets.tags", "User.email"]));
    expect([...guarded, ...asking].filter((name) => !(name in fields))).toEqual([]);
  });

  it.each([...named(queries), ...named(fields)])("$name", async ({ name, row }) => {
    const answers: Record<string, Outcome> = {};
    const expected: Record<string, Outcome> = {};
    for (const kind of boardKinds) {
      const fixture = row.isTrashed ? await boards.makeFixture(cast, kind, { isTrashed: true }) : reads[kind];
      for (const actor of actors) {
        expected[`${actor}, ${kind}`] = row.expected(actor, kind);
        answers[`${actor}, ${kind}`] = await ask(row, fixture, actor);
        note(name, row.expected(actor, kind));
      }
    }
    expect(answers).toEqual(expected);
  });

  it.each(named(mutations))("$name", async ({ name, row }) => {
    const answers: Record<string, Outcome> = {};
    const expected: Record<string, Outcome> = {};
    for (const kind of boardKinds) {
      const needs = { isTrashed: row.isTrashed ?? false, hasKey: row.needsKey ?? false, hasModels: row.needsModels ?? false };
      const make = () => boards.makeFixture(cast, kind, needs);
      let fixture = await make();
      for (const actor of actors) {
        const rule = row.expected(actor, kind);
        const before = await boards.fingerprint(fixture.boardId);
        expected[`${actor}, ${kind}`] = rule;
        answers[`${actor}, ${kind}`] = await ask(row, fixture, actor);
        note(name, rule);
        // What is refused changes nothing; what was done needs a fresh board for the next.
        if (rule === "ok") fixture = await make();
        else if (before !== (await boards.fingerprint(fixture.boardId))) answers[`${actor}, ${kind} changed the board`] = "ok";
      }
    }
    expect(answers).toEqual(expected);
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
      const token = cast.tokens[actor];
      const response = await forgetful(new Request("http://localhost/", { headers: token ? { authorization: `Bearer ${token}` } : {} }));
      return (await response.json()) as { tenantId: string; isPublic: boolean }[];
    };
    const { id: ownerId = "", tenantId = "" } = cast.people.otherTenant ?? {};
    await db().board.create({ data: { tenantId, ownerId, title: "Theirs" } });
    expect((await rowsOf("stranger")).every((row) => row.isPublic || row.tenantId === cast.tenantId)).toBe(true);
    expect((await rowsOf("otherTenant")).some((row) => row.tenantId === tenantId)).toBe(true);
    expect((await rowsOf("otherTenant")).every((row) => row.isPublic || row.tenantId !== cast.tenantId)).toBe(true);
    expect((await rowsOf("anonymous")).every((row) => row.isPublic)).toBe(true);
    expect((await rowsOf("anonymous")).length).toBeGreaterThan(0);
  });

  it("keeps many requests of two tenants apart, at once", async () => {
    const own = await boards.makeFixture(cast, "private");
    const asked = Array.from({ length: 150 }, async (_, each) => {
      const actor = (["owner", "otherTenant", "stranger"] as const)[each % 3] ?? "owner";
      const query = `mutation ($ids: [UUID!]!) { starGenerations(ids: $ids) { isStarred board { title owner { displayName } } user { displayName } } }`;
      const outcome = await ask({ query, variables: (fixture) => ({ ids: [fixture.completed] }), expected: everybody }, own, actor);
      return [actor, outcome].join(": ");
    });
    expect(new Set(await Promise.all(asked))).toEqual(new Set(["owner: ok", "otherTenant: NOT_FOUND", "stranger: NOT_FOUND"]));
  });
});
