import { type ASTNode, type DefinitionNode, type DocumentNode, parse, visit } from "graphql";

const parsedFragments = new Map<string, readonly DefinitionNode[]>();

/**
 * The document of a GraphQL text with the fragments that it spreads, given by name. It is parsed when it is first used: a page loads many
 * documents and uses few of them.
 */
export const lazyDocument = (source: string, fragments: Record<string, string>): DocumentNode => ({
  kind: "Document" as DocumentNode["kind"],
  get definitions() {
    const value = withFragments(parse(source, { noLocation: true }).definitions, fragments);
    Object.defineProperty(this, "definitions", { value, enumerable: true, configurable: true, writable: true });
    return value;
  },
});

function withFragments(own: readonly DefinitionNode[], fragments: Record<string, string>): DefinitionNode[] {
  const all = new Set(own);
  const enter = (node: ASTNode) => {
    if (node.kind !== "FragmentSpread") return;
    const { value: name } = node.name;
    const known = parsedFragments.get(name) ?? parse(fragments[name] ?? "", { noLocation: true }).definitions;
    parsedFragments.set(name, known);
    for (const each of known) all.add(each);
  };
  // What is added while this goes on is visited, too.
  for (const definition of all) visit(definition, { enter });
  return [...all];
}
