import fc from "fast-check";
import type { GraphQLSchema } from "graphql";
import { writeBody } from "./bodies";
import type { GraphqlOperation } from "./graphql-inputs";
import { judgeGraphql, judgeRest, type Verdict } from "./judge";
import type { KnownValues, Naming } from "./known-values";
import { type Actor, actors, type People } from "./people";
import type { RestOperation } from "./rest-inputs";
import type { HttpAnswer, HttpRequest } from "./send";
import type { Tally } from "./tally";
import { writeQuery } from "./write-query";

/** What inputs are run against. */
export interface Field {
  people: People;
  known: KnownValues;
  tally: Tally;
  /** The lines that the installation has logged about this. */
  logOf: (errorId: string) => string[];
}

/** An operation whose inputs can be sent. */
export interface Operation {
  name: string;
  isExtra: boolean;
  inputs: fc.Arbitrary<{ actor: Actor; input: unknown }>;
  write: (input: unknown, naming: Naming) => HttpRequest;
  judge: (answer: HttpAnswer) => Verdict;
}

// Owners get furthest; the others must be refused properly.
const asking = fc.constantFrom(...actors, "owner" as const, "owner" as const, "owner" as const, "admin" as const, "founder" as const);

export function graphqlOperation(operation: GraphqlOperation, schema: GraphQLSchema, known: KnownValues): Operation {
  return {
    name: operation.name,
    isExtra: false,
    inputs: fc.record({ actor: asking, input: operation.inputs }),
    write(input, naming) {
      const { asked, isLiteral } = known.fill(input, naming) as { asked: Parameters<typeof writeQuery>[2]; isLiteral: boolean };
      const body = JSON.stringify(writeQuery(schema, operation, asked, isLiteral));
      return { method: "POST", path: "/api/graphql", headers: { "content-type": "application/json" }, body };
    },
    judge: judgeGraphql,
  };
}

export function restOperation({ name, inputs, isExtra = false }: RestOperation, known: KnownValues): Operation {
  return {
    name,
    isExtra,
    inputs: fc.record({ actor: asking, input: inputs }),
    write(input, naming) {
      const plan = known.fill(input, naming) as Parameters<typeof pathOf>[0] & HttpRequest & { body: Parameters<typeof writeBody>[0] | null };
      const body = plan.body && writeBody(plan.body);
      const hasBody = body && !["GET", "HEAD", "TRACE"].includes(plan.method);
      return {
        method: plan.method,
        path: pathOf(plan),
        headers: { ...(hasBody ? { "content-type": body.contentType, "content-length": String(body.bytes.length) } : {}), ...plan.headers },
        ...(hasBody ? { body: body.bytes } : {}),
      };
    },
    judge: name === "GraphQL over HTTP" ? (answer) => ({ ...judgeGraphql(answer), ...restOf(answer) }) : judgeRest,
  };
}

// What never was GraphQL is answered as HTTP has it.
const restOf = (answer: HttpAnswer) => (answer.json ? {} : judgeRest(answer));

/** The address that a plan says; a stored file's own address takes the place of its route. */
function pathOf({ path, parameters, query }: { path: string; parameters: Record<string, unknown>; query: Record<string, unknown> }): string {
  const file = typeof parameters.path === "string" ? parameters.path.match(/^https?:\/\/[^/]+(\/api\/storage\/.*[?&]signature=.*)$/)?.[1] : null;
  const filled = file
    ? file
    : path.replace(/\{(\w+)\}/g, (_whole, name: string) => String(parameters[name] ?? "x").replace(/[?#]/g, encodeURIComponent));
  const more = Object.entries(query).map(([name, value]) => `${name}=${encodeText(String(value))}`);
  return more.length > 0 ? `${filled}${filled.includes("?") ? "&" : "?"}${more.join("&")}` : filled;
}

const encodeText = (text: string) => (text.includes("%") || /\p{Surrogate}/u.test(text) ? text : encodeURIComponent(text));

/** How often a failing input is made smaller. */
const mostShrinks = 25;

/** Sends `count` inputs of an operation; an internal error is made as small as it goes, and told. */
export async function runInputs(operation: Operation, field: Field, count: number, seed: number): Promise<void> {
  const { people, known, tally } = field;
  let left = count;
  for (let part = 0; left > 0; part++) {
    let failing: { request: HttpRequest; actor: Actor; internalError: string } | null = null;
    let shrinks = 0;
    const result = await fc.check(
      fc.asyncProperty(operation.inputs, async ({ actor, input }) => {
        const isShrinking = failing !== null;
        if (isShrinking && ++shrinks > mostShrinks) return;
        const naming = { real: 0, wrong: 0 };
        const request = operation.write(input, naming);
        const answer = await people.ask(actor, request);
        const verdict = operation.judge(answer);
        known.harvest(answer.json);
        if (!isShrinking) {
          left--;
          tally.count(operation.name, verdict, naming.real > 0 || naming.wrong === 0);
        }
        if (!verdict.internalError) return;
        failing = { request, actor, internalError: verdict.internalError };
        throw new Error(verdict.internalError);
      }),
      { numRuns: left, seed: seed + part * 7919 },
    );
    const found = failing as { request: HttpRequest; actor: Actor; internalError: string } | null;
    if (found) {
      const errorId = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(found.internalError)?.[0];
      tally.tell({
        operation: operation.name,
        actor: found.actor,
        internalError: found.internalError,
        request: shown(found.request),
        log: errorId ? field.logOf(errorId) : [],
      });
    } else if (result.failed) throw result.errorInstance;
  }
}

function shown({ method, path, headers, body }: HttpRequest): string {
  const text = body === undefined ? "" : JSON.stringify(body.toString().slice(0, 1500));
  return `${method} ${path.slice(0, 500)} ${JSON.stringify(headers).slice(0, 300)} ${text}`;
}
