import SchemaBuilder from "@pothos/core";
import ComplexityPlugin from "@pothos/plugin-complexity";
import PrismaPlugin from "@pothos/plugin-prisma";
import RelayPlugin from "@pothos/plugin-relay";
import { JSONResolver, UUIDResolver } from "graphql-scalars";
import { db } from "@/lib/platform/db/client";
import type { GraphqlContext } from "@/lib/platform/graphql/context";
import { costLimits, tooComplex } from "@/lib/platform/graphql/cost";
import { DateTimeScalar } from "@/lib/platform/graphql/date-time";
import { getDatamodel, type default as PrismaTypes } from "@/prisma/generated/pothos";

/** The schema builder. It knows the scalars and the database, and no noun. */
export const builder = new SchemaBuilder<{
  Context: GraphqlContext;
  PrismaTypes: PrismaTypes;
  Scalars: {
    UUID: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date };
    JSON: { Input: unknown; Output: unknown };
  };
  DefaultFieldNullability: false;
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
  Connection: { totalCount: () => Promise<number> };
}>({
  plugins: [ComplexityPlugin, RelayPlugin, PrismaPlugin],
  complexity: { limit: () => costLimits(), complexityError: tooComplex },
  relay: {
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    cursorType: "String",
    nodesOnConnection: true,
    edgesFieldOptions: { nullable: false },
    nodeFieldOptions: { nullable: false },
    nodesFieldOptions: { nullable: { list: false, items: false } },
  },
  prisma: {
    client: () => db(),
    dmmf: getDatamodel(),
    exposeDescriptions: true,
    // A `prismaField` that leaves its query unused answers without what was selected; such a field is a plain `field`.
    onUnusedQuery: process.env.NODE_ENV === "production" ? null : "error",
  },
  defaultFieldNullability: false,
});

builder.addScalarType("UUID", UUIDResolver);
builder.addScalarType("DateTime", DateTimeScalar);
builder.addScalarType("JSON", JSONResolver);
builder.queryType({});
builder.mutationType({});
builder.globalConnectionField("totalCount", (t) =>
  t.int({ description: "Total number of results. Counted only when requested.", resolve: (connection) => connection.totalCount() }),
);
