import { defaultFieldResolver, type GraphQLSchema, isObjectType } from "graphql";
import { cleanValue } from "@/lib/platform/clean-value";

/** Cleans every text that an argument of any field brings, JSON within it included, before a resolver sees it. */
export function cleanArguments(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.args.length === 0) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, context, info) => resolve(source, cleanValue(args), context, info);
    }
  }
  return schema;
}
