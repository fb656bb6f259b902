import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getNamedType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from "graphql";

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
export function columnsFor<Row>(info: GraphQLResolveInfo, always: readonly (keyof Row & string)[]): Columns<Row> {
  return columnsOfFields(getNamedType(info.returnType), fieldsBelow(info.fieldNodes, info), always);
}

/** The same of the nodes of a connection. */
export function columnsForNodes<Row>(info: GraphQLResolveInfo, always: readonly (keyof Row & string)[]): Columns<Row> {
  const below = (name: string, nodes: readonly FieldNode[]) => fieldsBelow(nodes, info).filter((each) => each.name.value === name);
  const nodes = [...below("nodes", info.fieldNodes), ...below("node", below("edges", info.fieldNodes))];
  const typeOf = (type: GraphQLNamedType | null, name: string) => (isObjectType(type) ? getNamedType(type.getFields()[name]?.type ?? null) : null);
  return columnsOfFields(typeOf(typeOf(getNamedType(info.returnType), "edges") ?? null, "node") ?? null, fieldsBelow(nodes, info), always);
}

function columnsOfFields<Row>(type: GraphQLNamedType | null, fields: FieldNode[], always: readonly string[]): Columns<Row> {
  if (!isObjectType(type)) return null;
  const columns = new Set(always);
  for (const field of fields) {
    const named = columnsOf(type, field);
    if (!named) return null;
    for (const name of named) columns.add(name);
  }
  return Object.fromEntries([...columns].map((name) => [name, true])) as Columns<Row>;
}

/** The fields that are asked of what these fields answer, those of fragments among them. */
function fieldsBelow(nodes: readonly FieldNode[], { fragments }: GraphQLResolveInfo): FieldNode[] {
  const fieldsOf = (selections: SelectionSetNode | undefined): FieldNode[] =>
    (selections?.selections ?? []).flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection];
      return fieldsOf(selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments[selection.name.value]?.selectionSet);
    });
  return nodes.flatMap(({ selectionSet }) => fieldsOf(selectionSet));
}

/** The columns of one field; null when it does not say. */
export function columnsOf(type: GraphQLObjectType, { name }: Pick<FieldNode, "name">): readonly string[] | null {
  if (name.value === "__typename") return [];
  const extensions = type.getFields()[name.value]?.extensions;
  const exposed = extensions?.pothosExposedField;
  return (extensions?.columns as readonly string[] | undefined) ?? (typeof exposed === "string" ? [exposed] : null);
}
