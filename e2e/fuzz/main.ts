// `npm run fuzz`: thousands of inputs, made from the GraphQL schema and the OpenAPI document, against an installation of its own.
// It ends with a table and with the invariants of what is left behind; none of the inputs may be answered with an internal error.
// FUZZ_INPUTS (10000) and FUZZ_SEED (1) change it; FUZZ_ONLY runs the operations whose name it occurs in, and after FUZZ_MINUTES no
// further input is sent.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { buildSchema } from "graphql";
import { defaultLimits } from "../../lib/platform/limits/rate-limits";
import { startSimulator } from "../../lib/testing/simulators/simulator";
import { onCleanUp, runAndCleanUp } from "../fixtures/clean-up";
import { startInstallation } from "../fixtures/installation";
import { checkInvariants } from "../invariants/all";
import { comeToRest } from "./come-to-rest";
import { furnish, readGenerators } from "./furnish";
import { graphqlOperations } from "./graphql-inputs";
import { KnownValues } from "./known-values";
import { People, setupToken } from "./people";
import { extraOperations, type OpenApiDocument, restOperations } from "./rest-inputs";
import { type Field, graphqlOperation, type Operation, restOperation, runInputs } from "./run-inputs";
import { send } from "./send";
import { Tally } from "./tally";

interface Size {
  inputs: number;
  seed: number;
  /** Only operations whose name this occurs in. */
  only?: string;
  /** No input is sent after it. */
  minutes?: number;
}

const perRound = 20;
const together = 6;
const unlimited = Object.fromEntries(Object.keys(defaultLimits).map((name) => [name, 1_000_000_000]));
/** What takes away what others need comes last in a round. */
const isDestructive = ({ name }: Operation) =>
  /delete|trash|disable|revoke|remove|leave|transfer|move|changePassword|setTenantRole|DELETE/.test(name);

/** Sends the inputs, waits until the installation is at rest, and answers what came of it. What it starts is stopped by `cleanUp`. */
export async function runFuzz({ inputs, seed, only = "", minutes = Number.POSITIVE_INFINITY }: Size) {
  const simulator = await startSimulator({ speed: 0 });
  onCleanUp(() => simulator.stop());
  const { url, home, output, databaseUrl: addressOfDatabase } = await startInstallation("fuzz", settingsFor(simulator.url));
  const databaseUrl = await addressOfDatabase();
  const people = new People(url, databaseUrl);
  const field = { people, known: new KnownValues(), tally: new Tally(), logOf: (errorId: string) => linesOf(output(), errorId) };
  await people.assemble();
  await furnish(people, field.known);
  await runRounds(await operationsOf(field, url, only), field, { inputs, seed, until: Date.now() + minutes * 60_000 });
  await people.assemble();
  const isAtRest = await comeToRest(people, databaseUrl);
  const breaches = await checkInvariants(databaseUrl, join(home, "storage"));
  const { tally } = field;
  const restarts = linesOf(output(), "ended (").length;
  return { tally, isAtRest, breaches, restarts, loggedErrors: linesOf(output(), '"level":50').filter((line) => !line.includes('"errorId"')) };
}

const settingsFor = (simulatorUrl: string) => ({
  BOARDS_AUTH_PROVIDER: "password",
  BOARDS_SETUP_TOKEN: setupToken,
  BOARDS_MULTI_TENANT_MODE: "1",
  BOARDS_MAX_TENANTS_PER_USER: "100000",
  BOARDS_SIMULATE_PROVIDERS: "1",
  BOARDS_CHARGE_SIMULATED_RUNS: "1",
  BOARDS_SIMULATOR_URL: simulatorUrl,
  BOARDS_FETCH_ALLOWED_ADDRESSES: "127.0.0.1",
  BOARDS_RATE_LIMITS: JSON.stringify(unlimited),
  BOARDS_LOG_LEVEL: "warn",
});

const linesOf = (output: string, part: string) => output.split("\n").filter((line) => line.includes(part));

/** Everything that the schema, the OpenAPI document and others' imagination offer. */
async function operationsOf(field: Field, url: string, only: string): Promise<Operation[]> {
  const schema = buildSchema(await readFile("lib/api/graphql/schema.graphql", "utf8"));
  const generators = await readGenerators(field.people);
  const document = (await send(url, { method: "GET", path: "/api/openapi.json", headers: {} })).json as OpenApiDocument;
  return [
    ...graphqlOperations(schema, { generators, ownUrl: url }).map((each) => graphqlOperation(each, schema, field.known)),
    ...[...restOperations(document, generators), ...extraOperations(document)].map((each) => restOperation(each, field.known)),
  ].filter((each) => each.name.includes(only));
}

/** All operations by turns, a few inputs of each; between the rounds everything is put in order again. */
async function runRounds(
  operations: Operation[],
  field: Field,
  { inputs, seed, until }: { inputs: number; seed: number; until: number },
): Promise<void> {
  const { people, known, tally } = field;
  for (const each of operations) tally.open(each.name, each.isExtra);
  const each = Math.ceil(inputs / operations.length);
  for (let done = 0; done < each && Date.now() < until; done += perRound) {
    if (done > 0) {
      await people.assemble();
      await furnish(people, known);
    }
    const turns = [...operations.filter((one) => !isDestructive(one)), ...operations.filter(isDestructive)];
    const work = async () => {
      for (let next = turns.shift(); next && Date.now() < until; next = turns.shift())
        await runInputs(next, field, Math.min(perRound, each - done), seed * 1_000_003 + done * 1009 + operations.indexOf(next));
    };
    await Promise.all(Array.from({ length: together }, work));
    const { inputs: sent, reachedUseCase, internalErrors } = tally.totals();
    console.log(`${new Date().toISOString().slice(11, 19)}  ${sent} inputs, ${reachedUseCase} reached a use case, ${internalErrors} internal errors`);
  }
}

async function main(): Promise<number> {
  const { FUZZ_INPUTS: inputs = 10_000, FUZZ_SEED: seed = 1, FUZZ_ONLY: only = "", FUZZ_MINUTES: minutes = "Infinity" } = process.env;
  const { tally, isAtRest, breaches, restarts, loggedErrors } = await runFuzz({
    inputs: Number(inputs),
    seed: Number(seed),
    only,
    minutes: Number(minutes),
  });
  console.log(`\nerrors in the log that no answer told of: ${loggedErrors.length}`);
  for (const line of loggedErrors.slice(0, 20)) console.log(`  ${line.slice(0, 700)}`);
  tally.print();
  console.log(`restarts ${restarts}, ${isAtRest ? "came to rest" : "did not come to rest"}`);
  console.table(breaches);
  const { inputs: sent, reachedUseCase, internalErrors, neverReached } = tally.totals();
  const isSound = isAtRest && Object.values(breaches).every((count) => count === 0);
  const isGood = internalErrors + restarts === 0 && reachedUseCase * 2 >= sent && neverReached.length === 0 && isSound;
  console.log(isGood ? "Nothing broke." : "This must not happen.");
  return isGood ? 0 : 1;
}

if (process.argv[1]?.endsWith("fuzz/main.ts")) await runAndCleanUp(main);
