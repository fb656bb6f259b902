import DataLoader from "dataloader";
import { columnsOfGenerationNodes, GenerationRef } from "@/lib/generations/generation-type";
import {
  authorFacetOf,
  type CountedValues,
  countOfTrue,
  countValues,
  type FacetCount,
  type FacetName,
  facetOf,
  facetSize,
  generatorFacetOf,
  maximumCounted,
  providerFacetOf,
  tagFacetOf,
} from "@/lib/generations/search/count-values";
import { resolveSearch } from "@/lib/generations/search/resolve-search";
import { countFound, findIds } from "@/lib/generations/search/search-generations";
import { SearchInput } from "@/lib/generations/search/search-input";
import { searchSql } from "@/lib/generations/search/search-sql";
import { requireViewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { atMost } from "@/lib/platform/graphql/bound-lists";
import { builder } from "@/lib/platform/graphql/builder";
import { selecting } from "@/lib/platform/graphql/columns";
import { connect } from "@/lib/platform/graphql/connection";
import type { GraphqlContext } from "@/lib/platform/graphql/context";
import type { Generation } from "@/prisma/generated/client";

const Facet = builder.objectRef<FacetCount>("FacetCount").implement({
  description: "The number of results with a given value.",
  fields: (t) => ({ value: t.exposeString("value"), label: t.exposeString("label"), count: t.exposeInt("count") }),
});

const list = { type: [Facet] as [typeof Facet], extensions: atMost(facetSize) };

/** What a search found. It is counted once for all facets that are asked for, and for no others. */
interface Found {
  boardId: string | null;
  counted: (what: FacetName | "total") => Promise<CountedValues>;
}

/** What is counted of a search is told to strangers of its board only where it tells nothing of its people. */
const isFamiliar = ({ boardId }: Found, { loaders }: GraphqlContext) => (boardId ? loaders.isFamiliar.load(boardId) : true);

const Facets = builder.objectRef<Found>("GenerationFacets").implement({
  description: `Counts over all results, not just this page. If there are more than ${maximumCounted}, only ${maximumCounted} of them are counted.`,
  fields: (t) => ({
    isComplete: t.boolean({
      description: `False if there are more than ${maximumCounted} results, so that each count is a minimum.`,
      resolve: async ({ counted }) => (await counted("total")).isComplete,
    }),
    totalCount: t.int({
      description: `How many were counted, up to ${maximumCounted}.`,
      resolve: async ({ counted }) => (await counted("total")).total,
    }),
    generators: t.field({ ...list, resolve: async ({ counted }) => generatorFacetOf(await counted("generator")) }),
    providers: t.field({
      ...list,
      description: "Where they ran; uploads count for none.",
      resolve: async ({ counted }) => providerFacetOf(await counted("generator")),
    }),
    artifactTypes: t.field({
      ...list,
      resolve: async ({ counted }) => facetOf(await counted("artifact_type"), "artifact_type"),
    }),
    statuses: t.field({ ...list, resolve: async ({ counted }) => facetOf(await counted("status"), "status") }),
    months: t.field({
      ...list,
      description: "By the month (UTC) when they were made, such as 2026-03, the latest first.",
      resolve: async ({ counted }) => facetOf(await counted("month"), "month"),
    }),
    ratings: t.field({
      ...list,
      description: "By the viewer's own rating.",
      resolve: async ({ counted }) => facetOf(await counted("rating"), "rating"),
    }),
    starredCount: t.int({ description: "Starred by the viewer.", resolve: async ({ counted }) => countOfTrue(await counted("starred"), "starred") }),
    withChildrenCount: t.int({ resolve: async ({ counted }) => countOfTrue(await counted("has_children"), "has_children") }),
    simulatedCount: t.int({ resolve: async ({ counted }) => countOfTrue(await counted("simulated"), "simulated") }),
    authors: t.field({
      ...list,
      description: "Empty on a board to which the viewer has no access.",
      resolve: async (found, _args, context) => {
        const [counted, isShown] = await Promise.all([found.counted("author"), isFamiliar(found, context)]);
        return isShown ? authorFacetOf(counted) : [];
      },
    }),
    tags: t.field({
      ...list,
      description: "Empty on a board to which the viewer has no access.",
      resolve: async (found, _args, context) => {
        const [counted, isShown] = await Promise.all([found.counted("tag"), isFamiliar(found, context)]);
        return isShown ? tagFacetOf(counted) : [];
      },
    }),
  }),
});

builder.queryField("searchGenerations", (t) =>
  t.connection(
    {
      type: GenerationRef,
      description: "Searches generations, newest first.",
      args: { input: t.arg({ type: SearchInput, required: true }) },
      resolve: async (_root, { input, ...args }, { viewer }, info) => {
        const reader = requireViewer(viewer, "read");
        const search = searchSql(reader, await resolveSearch(reader, input));
        const query = selecting(columnsOfGenerationNodes(info));
        const connection = await connect(
          args,
          { field: "createdAt", direction: "desc" },
          async ({ orderBy, take }, keyset) => {
            const ids = await findIds(search, { ...keyset, take });
            // Read within the tenant, like everything that is shown.
            return db().generation.findMany({ ...query, where: { id: { in: ids } }, orderBy }) as Promise<Generation[]>;
          },
          () => countFound(search),
        );
        const counts = new DataLoader<FacetName | "total", CountedValues>(async (asked) => {
          const counted = await countValues(
            viewer,
            search,
            asked.filter((what) => what !== "total"),
          );
          return asked.map(() => counted);
        });
        return { ...connection, facets: { boardId: input.boardId ?? null, counted: (what: FacetName | "total") => counts.load(what) } };
      },
    },
    {
      name: "GenerationSearchConnection",
      fields: (fields) => ({ facets: fields.field({ type: Facets, resolve: (connection) => connection.facets }) }),
    },
    { name: "GenerationSearchEdge" },
  ),
);
