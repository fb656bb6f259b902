import { GraphQLError, GraphQLScalarType } from "graphql";
import { DateTimeResolver } from "graphql-scalars";
import { say } from "@/lib/messages/say";
import { isWithinCalendar } from "@/lib/platform/within-calendar";

function checked(time: Date): Date {
  if (!isWithinCalendar(time)) throw new GraphQLError(say("reasons.input.year"));
  return time;
}

const { parseValue, parseLiteral, ...dateTime } = DateTimeResolver.toConfig();

/** Times as RFC 3339 says them, within the years that the database knows. */
export const DateTimeScalar = new GraphQLScalarType<Date, Date>({
  ...dateTime,
  parseValue: (value) => checked(parseValue(value)),
  parseLiteral: (node, variables) => checked(parseLiteral(node, variables)),
});
