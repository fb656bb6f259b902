import { GraphQLError, parse, Source, specifiedRules, validate } from "graphql";

/** The GraphQL documents in the text of a module: the templates that it gives to `graphql(…)`. Throws a GraphQLError that names file and line. */
export function documentsIn(location, text) {
  return [...text.matchAll(/\bgraphql\(\s*`([^`]*)`/g)].map((match) => {
    const [whole, rawSDL] = match;
    const before = text.slice(0, match.index + whole.indexOf("`") + 1);
    const line = before.split("\n").length;
    const column = before.length - before.lastIndexOf("\n");
    return { location, rawSDL, document: parse(new Source(rawSDL, location, { line, column })) };
  });
}

// A fragment that no operation here uses may be used by a front end.
const rules = specifiedRules.filter(({ name }) => name !== "NoUnusedFragmentsRule");

/** What this schema does not allow in these documents, each with file and line. */
export function problemsOf(schema, documents) {
  const definitions = documents.flatMap(({ document }) => document.definitions);
  return validate(schema, { kind: "Document", definitions }, rules);
}

/** An error as a person reads it: place, reason, and the lines around; of many the first ten. */
export function describe(error) {
  if (error instanceof AggregateError) return error.errors.slice(0, 10).map(describe).join("\n\n");
  return error instanceof GraphQLError ? error.toString() : error.stack;
}
