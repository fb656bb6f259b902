import { type DefinitionNode, type DocumentNode, Kind, parse } from "graphql";

const parsedFragments = new Map<string, readonly DefinitionNode[]>();

/**
 * The document of a GraphQL text with the fragments that it spreads, given by name. It is parsed when it is first used: a page loads many
 * documents and uses few of them.
 */
export const lazyDocument = (source: string, fragments: Record<string, string>): DocumentNode => ({
  kind: Kind.DOCUMENT,
  get definitions() {
    const spread = [...spreadIn(source, fragments)].flatMap((name) => definitionsOf(name, fragments[name]));
    const value = [...parse(source, { noLocation: true }).definitions, ...spread];
    Object.defineProperty(this, "definitions", { value, enumerable: true, configurable: true, writable: true });
    return value;
  },
});

/** The names of the fragments that a text spreads, and those spread in them. */
function spreadIn(source: string, fragments: Record<string, string>, names = new Set<string>()): Set<string> {
  for (const [, name = ""] of source.matchAll(/\.{3}(?!on\b)(\w+)/g))
    if (!names.has(name)) spreadIn(fragments[name] ?? "", fragments, names.add(name));
  return names;
}

function definitionsOf(name: string, source = ""): readonly DefinitionNode[] {
  const known = parsedFragments.get(name) ?? parse(source, { noLocation: true }).definitions;
  parsedFragments.set(name, known);
  return known;
}
