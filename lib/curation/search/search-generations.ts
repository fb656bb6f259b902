import { gramsOfWord, wordsOf } from "@/lib/generations/search-index/search-text";
import { boardsFamiliarTo, boardsOf, generationsVisibleTo } from "@/lib/identity/access/board-policy";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { readAsInstallation } from "@/lib/platform/db/tenant-scope";
import { BoardsError } from "@/lib/platform/errors";
import { countCharacters } from "@/lib/platform/text/characters";
import { literal } from "@/lib/platform/text/like-literal";
import type { Generation, Prisma } from "@/prisma/generated/client";

/** What a search asks for. Every given part must hold; a list holds when one of its values does, tags when all do. */
export interface GenerationSearch {
  query?: string | null;
  boardId?: string | null;
  generatorNames?: string[] | null;
  artifactTypes?: string[] | null;
  statuses?: string[] | null;
  tagIds?: string[] | null;
  isStarred?: boolean | null;
  minRating?: number | null;
  userId?: string | null;
  createdAfter?: Date | null;
  createdBefore?: Date | null;
}

const maximumQuery = 500;
const maximumWords = 10;

/**
 * The condition of a search: on one board that the viewer may see, or on all that they own or are a member of. What it finds is found as the
 * installation (`readAsInstallation`), since row-level security keeps every index of words from being used; so it names the tenant itself.
 */
export function searchCondition(viewer: Viewer, search: GenerationSearch): Prisma.GenerationWhereInput {
  const { query, boardId, generatorNames, artifactTypes, statuses, tagIds, isStarred, minRating, userId, createdAfter, createdBefore } = search;
  if (query && countCharacters(query) > maximumQuery)
    throw new BoardsError("input.invalid", { message: say("reasons.input.tooLong", { name: "query", maximum: maximumQuery }), field: "query" });
  if (minRating != null && (minRating < 1 || minRating > 5))
    throw new BoardsError("input.invalid", {
      message: say("reasons.input.between", { name: "minRating", minimum: 1, maximum: 5 }),
      field: "minRating",
    });
  const words = wordsOf(query ?? "").slice(0, maximumWords);
  const mine = { userId: viewer.userId };
  return {
    ...(boardId ? { ...generationsVisibleTo(viewer), boardId } : { tenantId: viewer.tenantId, trashedAt: null, board: boardsOf(viewer) }),
    ...(generatorNames?.length ? { generatorName: { in: generatorNames } } : {}),
    ...(artifactTypes?.length ? { artifactType: { in: artifactTypes } } : {}),
    ...(statuses?.length ? { status: { in: statuses } } : {}),
    ...(userId ? { userId } : {}),
    createdAt: { gte: createdAfter ?? undefined, lt: createdBefore ?? undefined },
    AND: [
      // Strangers to a public board are not told its tags, nor what has which.
      ...(tagIds?.length ? [{ tagIds: { hasEvery: tagIds }, board: boardsFamiliarTo(viewer) }] : []),
      ...words.map((word) => ({ searchText: { text: { contains: literal(word) }, grams: { hasEvery: gramsOfWord(word) } } })),
      ...(isStarred == null ? [] : [isStarred ? { marks: { some: { ...mine, isStarred } } } : { marks: { none: { ...mine, isStarred: true } } }]),
      ...(minRating == null ? [] : [{ marks: { some: { ...mine, rating: { gte: minRating } } } }]),
    ],
  };
}

/** The ids of a page of what is found, in its order. */
export async function findIds(where: Prisma.GenerationWhereInput, page: Pick<Prisma.GenerationFindManyArgs, "orderBy" | "take">): Promise<string[]> {
  return (await readAsInstallation(() => db().generation.findMany({ ...page, where, select: { id: true } }))).map(({ id }) => id);
}

/** How many are found. */
export const countFound = (where: Prisma.GenerationWhereInput): Promise<number> => readAsInstallation(() => db().generation.count({ where }));

/** How many of what is found have each value. */
export interface FacetCount {
  value: string;
  label: string;
  count: number;
}

/** A facet names at most this many values. */
export const facetSize = 50;

/** At most this many of what is found are counted by their values. */
export const maximumCounted = 10_000;

/** What facets are counted from. */
export type CountedRow = Pick<Generation, "generatorName" | "artifactType" | "status" | "tagIds">;

/** What is found, to be counted by its values: one more than are counted, where there are more. */
export const findToCount = (where: Prisma.GenerationWhereInput): Promise<CountedRow[]> =>
  readAsInstallation(() =>
    db().generation.findMany({ where, select: { generatorName: true, artifactType: true, status: true, tagIds: true }, take: maximumCounted + 1 }),
  );

/** Counts rows by what they have, most frequent first. */
export function facetOf(rows: CountedRow[], valuesOf: (row: CountedRow) => string[]): FacetCount[] {
  const counts = new Map<string, number>();
  for (const row of rows.slice(0, maximumCounted)) for (const value of valuesOf(row)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, label: value, count }))
    .sort((one, other) => other.count - one.count || one.value.localeCompare(other.value))
    .slice(0, facetSize);
}

/** Counts rows by their tags, most frequent first, by the tags' names. */
export async function tagFacetOf(rows: CountedRow[]): Promise<FacetCount[]> {
  const facet = facetOf(rows, ({ tagIds }) => tagIds);
  const tags = await db().tag.findMany({ where: { id: { in: facet.map(({ value }) => value) } }, select: { id: true, name: true } });
  const names = new Map(tags.map(({ id, name }) => [id, name]));
  return facet.map((count) => ({ ...count, label: names.get(count.value) ?? "" }));
}
