import { type FieldNode, type GraphQLObjectType, type GraphQLResolveInfo, getNamedType, isObjectType, Kind, type SelectionSetNode } from "graphql";

/** Columns of a row to read; null for all of them. */
export type Columns<Row> = { [Column in keyof Row]?: true } | null;

/**
 * `extensions: reads<Row>("width")` on a field that is computed: the columns that it is computed from, besides those that every row is read
 * with. A field that says nothing is given the whole row; one that is exposed reads its own column.
 */
export const reads = <Row>(...columns: (keyof Row & string)[]): { columns: readonly string[] } => ({ columns });

/** Columns as a part of a query of Prisma. */
export const selecting = <Row>(columns: Columns<Row>): { select?: { [Column in keyof Row]?: true } } => (columns ? { select: columns } : {});

/**
 * What has to be read of the rows that this field answers, so that each field that is asked of them has its columns, beside `always`. Null
 * when one of them may need any.
 */
export function columnsFor<Row>({ fieldNodes, fragments, returnType }: GraphQLResolveInfo, always: readonly (keyof Row & string)[]): Columns<Row> {
  const type = getNamedType(returnType);
  if (!isObjectType(type)) return null;
  const columns = new Set<string>(always);
  const add = (names: readonly string[] | null): boolean => {
    for (const name of names ?? []) columns.add(name);
    return names !== null;
  };
  const addAll = (selections: SelectionSetNode | undefined): boolean =>
    (selections?.selections ?? []).every((selection) => {
      if (selection.kind === Kind.FIELD) return add(columnsOf(type, selection));
      if (selection.kind === Kind.INLINE_FRAGMENT) return addAll(selection.selectionSet);
      return addAll(fragments[selection.name.value]?.selectionSet);
    });
  if (!fieldNodes.every((node) => addAll(node.selectionSet))) return null;
  return Object.fromEntries([...columns].map((name) => [name, true])) as Columns<Row>;
}

/** The columns of one field; null when it does not say. */
export function columnsOf(type: GraphQLObjectType, { name }: Pick<FieldNode, "name">): readonly string[] | null {
  if (name.value === "__typename") return [];
  const extensions = type.getFields()[name.value]?.extensions;
  const exposed = extensions?.pothosExposedField;
  return (extensions?.columns as readonly string[] | undefined) ?? (typeof exposed === "string" ? [exposed] : null);
}
