import { lexicographicSortSchema, printSchema } from "graphql";
import { schema } from "./schema";

/** The schema as text, in alphabetical order: what schema.graphql has to hold. */
export const printedSchema = (): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
