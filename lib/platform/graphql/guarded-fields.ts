import { defaultFieldResolver, type GraphQLField, type GraphQLSchema, isObjectType } from "graphql";
import type { GraphqlContext } from "@/lib/platform/graphql/context";

/** Who gets to see a field, and what everyone else sees instead. */
export interface FieldGuard {
  isShown: (row: never, context: GraphqlContext) => boolean | Promise<boolean>;
  instead: (row: never) => unknown;
  /** Whether its value lets in whoever holds it. */
  isCredential: boolean;
}

type Shown<Row> = (row: Row, context: GraphqlContext) => boolean | Promise<boolean>;

/** `extensions: guarded(isShown, instead)` on a field: whoever may not see it is answered `instead`, as if there were no more. */
export const guarded = <Row>(isShown: Shown<Row>, instead: (row: Row) => unknown = () => null): { guard: FieldGuard } => ({
  guard: { isShown, instead, isCredential: false },
});

/**
 * `extensions: credential(couldMake)` on a field whose value lets in whoever holds it: a token, a link, a key. It is shown to whoever has the
 * right and the scope to make one like it, since they gain nothing by it, and is null for everyone else. A test finds fields that forget it.
 */
export const credential = <Row>(couldMake: Shown<Row>): { guard: FieldGuard } => ({
  guard: { isShown: couldMake, instead: () => null, isCredential: true },
});

/** Puts the guards of fields in front of their resolvers. */
export function guardFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields()) as GraphQLField<never, GraphqlContext>[]) {
      const guard = field.extensions.guard as FieldGuard | undefined;
      if (guard) field.resolve = behind(guard, field.resolve ?? defaultFieldResolver);
    }
  }
  return schema;
}

type Resolve = NonNullable<GraphQLField<never, GraphqlContext>["resolve"]>;

const behind =
  ({ isShown, instead }: FieldGuard, resolve: Resolve): Resolve =>
  (row, args, context, info) => {
    const answer = (shown: boolean) => (shown ? resolve(row, args, context, info) : instead(row));
    const shown = isShown(row, context);
    return typeof shown === "boolean" ? answer(shown) : shown.then(answer);
  };
