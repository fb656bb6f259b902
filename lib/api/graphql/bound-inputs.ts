import { type GraphQLArgument, type GraphQLInputType, type GraphQLSchema, getNullableType, isInputObjectType, isListType } from "graphql";
import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";
import { jsonProblem, maximumItemsOf, maximumListItems } from "@/lib/platform/limits/input-limits";

/** Refuses what is too long or too deep in any argument of the schema before anything is done with it; the error names the field. */
export function boundInputs(schema: GraphQLSchema): GraphQLSchema {
  for (const root of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      const { resolve, args: known } = field;
      if (!resolve || known.length === 0) continue;
      field.resolve = (source, args: Record<string, unknown>, context, info) => {
        try {
          checkArguments(known, args);
        } catch (error) {
          return Promise.reject(error);
        }
        return resolve(source, args, context, info);
      };
    }
  }
  return schema;
}

function checkArguments(known: readonly GraphQLArgument[], args: Record<string, unknown>): void {
  for (const { name, type, extensions } of known) {
    // As every error of the interface names it: `boardId`, not `input.boardId`.
    if (name === "input") checkFields(type, args.input, "");
    else check(type, args[name], name, maximumItemsOf(extensions));
  }
}

function checkFields(type: GraphQLInputType, value: unknown, path: string): void {
  const object = getNullableType(type);
  if (!isInputObjectType(object) || value === null || typeof value !== "object") return;
  for (const [name, each] of Object.entries(value)) {
    const field = object.getFields()[name];
    if (field) check(field.type, each, path ? `${path}.${name}` : name);
  }
}

function check(type: GraphQLInputType, value: unknown, path: string, maximum = maximumListItems): void {
  if (value === null || value === undefined) return;
  const named = getNullableType(type);
  if (isListType(named)) {
    const items = value as unknown[];
    if (items.length > maximum)
      throw new BoardsError("input.invalid", { message: say("reasons.input.tooManyItems", { name: path, maximum }), field: path });
    items.forEach((item, index) => {
      check(named.ofType, item, `${path}.${index}`);
    });
  } else if (isInputObjectType(named)) checkFields(named, value, path);
  else if (named.name === "JSON") {
    const problem = jsonProblem(value, path);
    if (problem) throw new BoardsError("input.invalid", { message: problem, field: path });
  }
}
