import { gramsOfWord, wordsOf } from "@/lib/generations/search-index/search-text";
import { boardIsFamiliarSql, boardIsOfSql, boardIsVisibleSql } from "@/lib/identity/access/board-policy";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { readAsInstallation } from "@/lib/platform/db/tenant-scope";
import { BoardsError } from "@/lib/platform/errors";
import { beyondSql, orderSql, type SqlKeyset } from "@/lib/platform/graphql/connection";
import { countCharacters } from "@/lib/platform/text/characters";
import { literal } from "@/lib/platform/text/like-literal";
import { Prisma } from "@/prisma/generated/client";

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
  /** Looks in the trash instead. */
  isTrashed?: boolean;
}

const maximumQuery = 500;
/** As long as the column. */
const maximumGeneratorName = 100;
const maximumWords = 10;

/**
 * What a search looks through and what must hold there, as `FROM … WHERE …` of `boards.generations AS g`: on one board that the viewer may see, or
 * on all that they own or are a member of. It is run as the installation (`readAsInstallation`), since row-level security keeps every index of
 * words from being used; so it names the tenant itself. `path` is where the search lies in what was asked, such as `search.`, for errors.
 */
export function searchSql(viewer: Viewer, search: GenerationSearch, path = ""): Prisma.Sql {
  const { query, boardId, generatorNames, artifactTypes, statuses, tagIds, isStarred, minRating, userId, createdAfter, createdBefore, isTrashed } =
    search;
  const insistOnLength = (name: string, text: string, maximum: number) => {
    if (countCharacters(text) > maximum)
      throw new BoardsError("input.invalid", { message: say("reasons.input.tooLong", { name, maximum }), field: `${path}${name}` });
  };
  insistOnLength("query", query ?? "", maximumQuery);
  for (const [index, name] of generatorNames?.entries() ?? []) insistOnLength(`generatorNames.${index}`, name, maximumGeneratorName);
  if (minRating != null && (minRating < 1 || minRating > 5))
    throw new BoardsError("input.invalid", {
      message: say("reasons.input.between", { name: "minRating", minimum: 1, maximum: 5 }),
      field: `${path}minRating`,
    });
  const words = wordsOf(query ?? "").slice(0, maximumWords);
  const marked = (how: Prisma.Sql) =>
    Prisma.sql`EXISTS (SELECT FROM boards.generation_marks AS mark WHERE mark.generation_id = g.id AND mark.user_id = ${viewer.userId}::uuid AND ${how})`;
  const conditions = [
    isTrashed ? Prisma.sql`g.trashed_at IS NOT NULL` : Prisma.sql`g.trashed_at IS NULL`,
    boardId
      ? // The trash is the board's own people's.
        Prisma.sql`g.board_id = ${boardId}::uuid AND ${isTrashed ? boardIsOfSql(viewer) : boardIsVisibleSql(viewer)}`
      : Prisma.sql`g.tenant_id = ${viewer.tenantId}::uuid AND ${boardIsOfSql(viewer)}`,
    ...(generatorNames?.length ? [Prisma.sql`g.generator_name = ANY(${generatorNames})`] : []),
    ...(artifactTypes?.length ? [Prisma.sql`g.artifact_type = ANY(${artifactTypes})`] : []),
    ...(statuses?.length ? [Prisma.sql`g.status = ANY(${statuses})`] : []),
    ...(userId ? [Prisma.sql`g.user_id = ${userId}::uuid`] : []),
    ...(createdAfter ? [Prisma.sql`g.created_at >= ${createdAfter}`] : []),
    ...(createdBefore ? [Prisma.sql`g.created_at < ${createdBefore}`] : []),
    // Strangers to a public board are not told its tags, nor what has which.
    ...(tagIds?.length ? [Prisma.sql`g.tag_ids @> ${tagIds}::uuid[] AND ${boardIsFamiliarSql(viewer)}`] : []),
    ...words.map((word) => Prisma.sql`searched.text LIKE ${`%${literal(word)}%`} AND searched.grams @> ${gramsOfWord(word)}::int[]`),
    ...(isStarred == null ? [] : [isStarred ? marked(Prisma.sql`mark.is_starred`) : Prisma.sql`NOT ${marked(Prisma.sql`mark.is_starred`)}`]),
    ...(minRating == null ? [] : [marked(Prisma.sql`mark.rating >= ${minRating}`)]),
  ];
  const texts = words.length > 0 ? Prisma.sql`JOIN boards.generation_search_texts AS searched ON searched.generation_id = g.id` : Prisma.empty;
  return Prisma.sql`FROM boards.generations AS g JOIN boards.boards AS b ON b.id = g.board_id ${texts} WHERE ${Prisma.join(conditions, " AND ")}`;
}

/** The ids of a page of what is found, in its order. */
export async function findIds(search: Prisma.Sql, { take, ...keyset }: SqlKeyset & { take: number }): Promise<string[]> {
  const rows = await readAsInstallation(
    () => db().$queryRaw<{ found: string }[]>`
      SELECT g.id::text AS found ${search} AND ${beyondSql("g", keyset)} ORDER BY ${orderSql("g", keyset)} LIMIT ${take}`,
  );
  return rows.map(({ found }) => found);
}

/** How many are found. */
export async function countFound(search: Prisma.Sql): Promise<number> {
  const [row] = await readAsInstallation(() => db().$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${search}`);
  return row?.count ?? 0;
}

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

/** Each value that is found, how often, and of what it is a value. */
export interface CountedValues {
  isComplete: boolean;
  counts: { column: FacetName; value: string; count: number }[];
}

/** What facets are counted by. */
export type FacetName = "generator" | "artifact_type" | "status" | "tag";

/** Counts what is found by its values, all facets at once. If there is more than can be counted, only so much of it. */
export async function countValues(search: Prisma.Sql, most = maximumCounted): Promise<CountedValues> {
  const rows = await readAsInstallation(
    () => db().$queryRaw<{ column: FacetName | null; value: string; count: number }[]>`
      WITH found AS MATERIALIZED (SELECT g.generator_name, g.artifact_type, g.status, g.tag_ids ${search} LIMIT ${most + 1}),
        counted AS MATERIALIZED (SELECT * FROM found LIMIT ${most})
      SELECT NULL AS column, '' AS value, count(*)::int AS count FROM found
      UNION ALL SELECT 'generator', generator_name, count(*)::int FROM counted GROUP BY generator_name
      UNION ALL SELECT 'artifact_type', artifact_type, count(*)::int FROM counted GROUP BY artifact_type
      UNION ALL SELECT 'status', status, count(*)::int FROM counted GROUP BY status
      UNION ALL (SELECT 'tag', tag_id::text, count(*)::int FROM counted, unnest(tag_ids) AS tag_id GROUP BY tag_id ORDER BY 3 DESC LIMIT ${facetSize})`,
  );
  const counts = rows.flatMap(({ column, ...each }) => (column ? [{ column, ...each }] : []));
  return { isComplete: rows.every(({ column, count }) => column !== null || count <= most), counts };
}

/** One facet of what was counted, most frequent first. */
export function facetOf({ counts }: CountedValues, name: FacetName): FacetCount[] {
  return counts
    .filter(({ column }) => column === name)
    .map(({ value, count }) => ({ value, label: value, count }))
    .sort((one, other) => other.count - one.count || one.value.localeCompare(other.value))
    .slice(0, facetSize);
}

/** The facet of tags, by their names. */
export async function tagFacetOf(counted: CountedValues): Promise<FacetCount[]> {
  const facet = facetOf(counted, "tag");
  const tags = await db().tag.findMany({ where: { id: { in: facet.map(({ value }) => value) } }, select: { id: true, name: true } });
  const names = new Map(tags.map(({ id, name }) => [id, name]));
  return facet.map((count) => ({ ...count, label: names.get(count.value) ?? "" }));
}
