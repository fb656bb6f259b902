import "@/lib/users/graphql";
import "@/lib/boards/graphql";
import "@/lib/generations/graphql";
import "@/lib/generators/graphql";
import { builder } from "@/lib/graphql/builder";

/** The whole schema: each noun adds its own part. */
export const schema = builder.toSchema();
