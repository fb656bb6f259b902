import { astFromValue, type GraphQLField, type GraphQLInputType, type GraphQLSchema, getNamedType, isObjectType, print } from "graphql";
import type { Asked, GraphqlOperation } from "./graphql-inputs";

/** A request as GraphQL over HTTP has it. */
export interface GraphqlRequest {
  query: string;
  variables: Record<string, unknown>;
}

/** Writes what is asked as a query, its arguments as variables or, as far as they can be, in the query itself. */
export function writeQuery(schema: GraphQLSchema, { kind }: Pick<GraphqlOperation, "kind">, asked: Asked, isLiteral: boolean): GraphqlRequest {
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];

  const argument = (name: string, type: GraphQLInputType, value: unknown): string => {
    const literal = isLiteral ? literalOf(value, type) : null;
    if (literal !== null) return `${name}: ${literal}`;
    const variable = `v${declared.length}`;
    declared.push(`$${variable}: ${type}`);
    variables[variable] = value;
    return `${name}: $${variable}`;
  };

  const write = ({ alias, field, arguments: given, fields }: Asked, definition: GraphQLField<unknown, unknown> | undefined): string => {
    const types = new Map(definition?.args.map(({ name, type }) => [name, type]));
    const args = Object.entries(given).flatMap(([name, value]) => {
      const type = types.get(name);
      return type ? [argument(name, type, value)] : [];
    });
    const type = definition && getNamedType(definition.type);
    const inner = isObjectType(type) ? ["__typename", ...fields.map((each) => write(each, type.getFields()[each.field]))] : [];
    return [
      alias === field ? field : `${alias}: ${field}`,
      args.length > 0 ? `(${args.join(", ")})` : "",
      inner.length > 0 ? ` { ${inner.join(" ")} }` : "",
    ].join("");
  };

  const root = kind === "query" ? schema.getQueryType() : schema.getMutationType();
  const body = write(asked, root?.getFields()[asked.field]);
  const heading = declared.length > 0 ? `${kind} (${declared.join(", ")})` : kind;
  return { query: `${heading} { ${body} }`, variables };
}

// What GraphQL's own syntax cannot say, or graphql-js cannot write, goes as a variable.
function literalOf(value: unknown, type: GraphQLInputType): string | null {
  try {
    const ast = astFromValue(value, type);
    return ast ? print(ast) : null;
  } catch {
    return null;
  }
}
