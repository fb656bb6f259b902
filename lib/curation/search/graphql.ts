import {
  type CountedValues,
  countFound,
  countValues,
  type FacetCount,
  facetOf,
  facetSize,
  findIds,
  maximumCounted,
  searchSql,
  tagFacetOf,
} from "@/lib/curation/search/search-generations";
import { columnsOfGenerationNodes, GenerationRef } from "@/lib/generations/generation-type";
import { requireViewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { atMost } from "@/lib/platform/graphql/bound-lists";
import { builder } from "@/lib/platform/graphql/builder";
import { selecting } from "@/lib/platform/graphql/columns";
import { connect } from "@/lib/platform/graphql/connection";
import { ArtifactTypeEnum, GenerationStatus } from "@/lib/platform/graphql/enums";
import type { Generation } from "@/prisma/generated/client";

const Facet = builder.objectRef<FacetCount>("FacetCount").implement({
  description: "The number of results with a given value.",
  fields: (t) => ({ value: t.exposeString("value"), label: t.exposeString("label"), count: t.exposeInt("count") }),
});

/** What a search found, to be counted once however many facets are asked for. */
interface Found {
  boardId: string | null;
  counted: () => Promise<CountedValues>;
}

const Facets = builder.objectRef<Found>("GenerationFacets").implement({
  description: `Counts over all results, not just this page. If there are more than ${maximumCounted}, only ${maximumCounted} of them are counted.`,
  fields: (t) => ({
    isComplete: t.boolean({
      description: `False if there are more than ${maximumCounted} results, so that each count is a minimum.`,
      resolve: async ({ counted }) => (await counted()).isComplete,
    }),
    generators: t.field({ type: [Facet], extensions: atMost(facetSize), resolve: async ({ counted }) => facetOf(await counted(), "generator") }),
    artifactTypes: t.field({
      type: [Facet],
      extensions: atMost(facetSize),
      resolve: async ({ counted }) => facetOf(await counted(), "artifact_type"),
    }),
    statuses: t.field({ type: [Facet], extensions: atMost(facetSize), resolve: async ({ counted }) => facetOf(await counted(), "status") }),
    tags: t.field({
      type: [Facet],
      description: "Empty on a board to which the viewer has no access.",
      extensions: atMost(facetSize),
      resolve: async ({ boardId, counted }, _args, { loaders }) =>
        boardId && !(await loaders.isFamiliar.load(boardId)) ? [] : tagFacetOf(await counted()),
    }),
  }),
});

/** What a search asks for. */
export const SearchInput = builder.inputType("GenerationSearchInput", {
  description: "All given filters must match. A list matches any of its values, except tags, which must all match.",
  fields: (t) => ({
    query: t.string({
      description: "Words or parts of words in the prompt, text, file name or description. Ignores case, accents and character width.",
    }),
    boardId: t.field({ type: "UUID", description: "Defaults to all boards the viewer owns or is a member of." }),
    generatorNames: t.stringList(),
    artifactTypes: t.field({ type: [ArtifactTypeEnum] }),
    statuses: t.field({ type: [GenerationStatus] }),
    tagIds: t.field({ type: ["UUID"] }),
    isStarred: t.boolean({ description: "Starred by the viewer." }),
    minRating: t.int({ description: "The viewer's own rating." }),
    userId: t.field({ type: "UUID", description: "Who made it." }),
    createdAfter: t.field({ type: "DateTime" }),
    createdBefore: t.field({ type: "DateTime" }),
  }),
});

builder.queryField("searchGenerations", (t) =>
  t.connection(
    {
      type: GenerationRef,
      description: "Searches generations, newest first.",
      args: { input: t.arg({ type: SearchInput, required: true }) },
      resolve: async (_root, { input, ...args }, { viewer }, info) => {
        const search = searchSql(requireViewer(viewer, "read"), input);
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
        let counting: Promise<CountedValues> | undefined;
        const counted = () => {
          counting ??= countValues(search);
          return counting;
        };
        return { ...connection, facets: { boardId: input.boardId ?? null, counted } };
      },
    },
    {
      name: "GenerationSearchConnection",
      fields: (fields) => ({ facets: fields.field({ type: Facets, resolve: (connection) => connection.facets }) }),
    },
    { name: "GenerationSearchEdge" },
  ),
);
