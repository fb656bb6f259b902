import { readFileSync } from "node:fs";
import { type ParseResult, parseSync, Visitor } from "oxc-parser";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  acceptedStates,
  attendedStates,
  endedStates,
  jobStates,
  mayFollow,
  openStates,
  reviewableStates,
  statesBefore,
  unansweredStates,
} from "@/lib/generations/provider-jobs/job-states";
import { createTestDatabase } from "@/lib/testing/database";
import { parseFile, sourceFiles } from "@/lib/testing/source-files";

/** Rows: from; columns: to, in the order of the rows. */
const table = `
  intent        . x x . x x x x
  submitted     . . . . x x x .
  unknown       . x . x x x x x
  needs_review  . x . . x x x x
  succeeded     . . . . . . . .
  failed        . . . . . . . .
  cancelled     . . . . . . . .
  refused       x . . . . . . .`;
const rows = table
  .trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/));
const names = rows.map(([name]) => name);
const pairs = rows.flatMap(([from = "", ...cells]) => cells.map((cell, index) => [from, names[index] ?? "", cell === "x"] as const));

describe("the states of a provider job", () => {
  it("follow each other as the table says", () => {
    expect(jobStates).toEqual(names);
    expect(jobStates.flatMap((from) => jobStates.map((to) => [from, to, mayFollow(from, to)]))).toEqual(pairs);
  });

  it("are grouped by what is known of the job", () => {
    expect(openStates).toEqual(["intent", "submitted", "unknown", "needs_review"]);
    expect(attendedStates).toEqual(["intent", "submitted", "unknown"]);
    expect(unansweredStates).toEqual(["intent", "unknown", "needs_review"]);
    expect(reviewableStates).toEqual(["unknown", "needs_review"]);
    expect(endedStates).toEqual(["succeeded", "failed", "cancelled"]);
    expect(acceptedStates).toEqual(["submitted", "succeeded", "failed", "cancelled"]);
    expect(statesBefore("needs_review")).toEqual(["unknown"]);
  });
});

describe("the database", () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let client: Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query("INSERT INTO boards.tenants (id, name, slug) VALUES (gen_random_uuid(), 'T', 't')");
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const jobIn = async (state: string): Promise<string> => {
    const { rows } = await client.query(
      `INSERT INTO boards.provider_jobs (id, tenant_id, batch_id, provider_name, generator_name, endpoint, key_id, deadline_at, state)
       SELECT gen_random_uuid(), id, gen_random_uuid(), 'p', 'g', 'e', 'k', now(), $1 FROM boards.tenants RETURNING id`,
      [state],
    );
    return rows[0].id;
  };

  it("knows the same states", async () => {
    for (const state of jobStates) await jobIn(state);
    await expect(jobIn("pending")).rejects.toThrow(/provider_jobs_state_check/);
  });

  it("lets a state follow another as the table says, and stay as it is", async () => {
    const agreed: [string, string, boolean][] = [];
    for (const [from, to] of pairs) {
      const change = client.query("UPDATE boards.provider_jobs SET state = $2 WHERE id = $1", [await jobIn(from), to]);
      agreed.push([
        from,
        to,
        await change.then(
          () => from !== to,
          (error) => (/cannot become/.test(error.message) ? false : Promise.reject(error)),
        ),
      ]);
    }
    expect(agreed).toEqual(pairs);
  });
});

describe("no other code", () => {
  /** Words that stand for nothing else in this code. */
  const telling = jobStates.filter((state) => !["succeeded", "failed", "cancelled", "unknown"].includes(state));
  const isList = (words: unknown[]) =>
    words.length > 1 && words.every((word) => jobStates.some((state) => state === word)) && telling.some((state) => words.includes(state));
  const inSql = (text: string) => [...text.matchAll(/\(('\w+'(?:,\s*'\w+')+)\)/g)].map(([, list = ""]) => list.replaceAll("'", "").split(/,\s*/));

  /** Places that write a list of states out: an array, a union, a chain of comparisons, or SQL. */
  function listsIn({ program }: ParseResult): string[][] {
    const found: string[][] = [];
    const add = (words: unknown[]) => isList(words) && found.push(words as string[]);
    const literal = (node: object) => ("value" in node ? node.value : undefined);
    const compared = (node: object): unknown[] => {
      if (!("operator" in node && "left" in node && "right" in node)) return [undefined];
      if (node.operator === "||" || node.operator === "&&") return [...compared(node.left as object), ...compared(node.right as object)];
      return /^[!=]==$/.test(String(node.operator)) ? [literal(node.right as object)] : [undefined];
    };
    new Visitor({
      ArrayExpression({ elements }) {
        add(elements.map((each) => each && literal(each)));
      },
      TSUnionType({ types }) {
        add(types.map((each) => ("literal" in each ? literal(each.literal) : undefined)));
      },
      LogicalExpression(node) {
        add(compared(node).filter((word) => word !== undefined));
      },
      TemplateElement({ value }) {
        for (const words of inSql(value.raw)) add(words);
      },
      Literal({ value }) {
        if (typeof value === "string") for (const words of inSql(value)) add(words);
      },
    }).visit(program);
    return found;
  }

  it("reads the rows: what others need to know of a job, a use case of provider-jobs answers", () => {
    const reads = /\bproviderJob\.|boards\.provider_jobs/;
    const files = sourceFiles("lib", "inngest", "app").filter((file) => !file.startsWith("lib/generations/provider-jobs/"));
    const found = files.filter((file) => reads.test(readFileSync(file, "utf8")));
    // Whether an added model was ever used is asked of every table that names one.
    expect(found).toEqual(["lib/generators/added-models/added-model-loaders.ts"]);
  });

  it("lists them: whoever needs a group of states takes it from job-states.ts", () => {
    const files = sourceFiles("lib", "inngest", "app", "e2e").filter((file) => !file.endsWith("/job-states.ts"));
    expect(files.flatMap((file) => listsIn(parseFile(file)).map((list) => `${file}: ${list.join(", ")}`))).toEqual([]);
  });

  it.each([
    ['const open = ["intent", "submitted"];', 1],
    ['type Open = "submitted" | "needs_review";', 1],
    ['if (job.state === "submitted" || job.state === "succeeded") go();', 1],
    ["sql`state IN ('failed', 'refused')`", 1],
    ['const status = ["failed", "cancelled"]; if (job.state === "submitted" && isLate) go();', 0],
  ])("finds one in %s", (text, count) => expect(listsIn(parseSync("file.ts", text))).toHaveLength(count));
});
