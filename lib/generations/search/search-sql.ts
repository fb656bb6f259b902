import { gramsOfWord, wordsOf } from "@/lib/generations/search-index/search-text";
import { allGenerators } from "@/lib/generators/catalogue/registry";
import { boardIsFamiliarSql, boardIsOfSql, boardIsVisibleSql } from "@/lib/identity/access/board-policy";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { BoardsError } from "@/lib/platform/errors";
import { countCharacters } from "@/lib/platform/text/characters";
import { literal } from "@/lib/platform/text/like-literal";
import { Prisma } from "@/prisma/generated/client";

/** What a search asks for. Every given part must hold; a list holds when one of its values does, tags when all do. */
export interface GenerationSearch {
  query?: string | null;
  boardId?: string | null;
  generatorNames?: string[] | null;
  providers?: string[] | null;
  artifactTypes?: string[] | null;
  statuses?: string[] | null;
  tagIds?: string[] | null;
  isStarred?: boolean | null;
  minRating?: number | null;
  userId?: string | null;
  createdAfter?: Date | null;
  createdBefore?: Date | null;
  hasChildren?: boolean | null;
  isSimulated?: boolean | null;
  /** What looks like this, as 64 bits. */
  perceptualHash?: string | null;
  /** Is made a hash first, by `resolveSearch`. */
  similarTo?: undefined;
  /** Looks in the trash instead. */
  isTrashed?: boolean;
}

const maximumQuery = 500;
/** As long as the column. */
const maximumName = 100;
const maximumWords = 10;
/** Hashes of copies that were resized, compressed or trimmed a little differ by at most so many of 64 bits; those of other images by 18 and more. */
const mostDiffering = 12;

/**
 * What a search looks through and what must hold there, as `FROM … WHERE …` of `boards.generations AS g`: on one board that the viewer may see, or
 * on all that they own or are a member of. It is run as the installation (`readAsInstallation`), since row-level security keeps every index of
 * words from being used; so it names the tenant itself. `path` is where the search lies in what was asked, such as `search.`, for errors.
 */
export function searchSql(viewer: Viewer | null, search: GenerationSearch, path = ""): Prisma.Sql {
  checkSearch(search, path);
  const words = wordsOf(search.query ?? "").slice(0, maximumWords);
  const conditions = [
    search.isTrashed ? Prisma.sql`g.trashed_at IS NOT NULL` : Prisma.sql`g.trashed_at IS NULL`,
    placeSql(viewer, search),
    ...words.map((word) => Prisma.sql`searched.text LIKE ${`%${literal(word)}%`} AND searched.grams @> ${gramsOfWord(word)}::int[]`),
    ...columnsSql(search),
    ...(search.perceptualHash ? [similarSql(viewer, search, search.perceptualHash)] : []),
    ...ofPeopleSql(viewer, search),
  ];
  const texts = words.length > 0 ? Prisma.sql`JOIN boards.generation_search_texts AS searched ON searched.generation_id = g.id` : Prisma.empty;
  return Prisma.sql`FROM boards.generations AS g JOIN boards.boards AS b ON b.id = g.board_id ${texts} WHERE ${Prisma.join(conditions, " AND ")}`;
}

function checkSearch({ query, generatorNames, providers, minRating }: GenerationSearch, path: string): void {
  const insistOnLength = (name: string, text: string, maximum: number) => {
    if (countCharacters(text) > maximum)
      throw new BoardsError("input.invalid", { message: say("reasons.input.tooLong", { name, maximum }), field: `${path}${name}` });
  };
  insistOnLength("query", query ?? "", maximumQuery);
  for (const [index, name] of generatorNames?.entries() ?? []) insistOnLength(`generatorNames.${index}`, name, maximumName);
  for (const [index, name] of providers?.entries() ?? []) insistOnLength(`providers.${index}`, name, maximumName);
  if (minRating != null && (minRating < 1 || minRating > 5))
    throw new BoardsError("input.invalid", {
      message: say("reasons.input.between", { name: "minRating", minimum: 1, maximum: 5 }),
      field: `${path}minRating`,
    });
}

function placeSql(viewer: Viewer | null, { boardId, isTrashed }: GenerationSearch): Prisma.Sql {
  const isOf = viewer ? boardIsOfSql(viewer) : Prisma.sql`false`;
  // The trash is the board's own people's.
  if (boardId) return Prisma.sql`g.board_id = ${boardId}::uuid AND ${isTrashed ? isOf : boardIsVisibleSql(viewer)}`;
  return viewer ? Prisma.sql`g.tenant_id = ${viewer.tenantId}::uuid AND ${isOf}` : isOf;
}

/** An array, so that hashes are compared within their index and only what is alike is looked up in the table. */
function similarSql(viewer: Viewer | null, { boardId }: GenerationSearch, hash: string): Prisma.Sql {
  const ofViewer = Prisma.sql`IN (SELECT b.id FROM boards.boards AS b WHERE ${viewer ? boardIsOfSql(viewer) : Prisma.sql`false`})`;
  return Prisma.sql`g.id = ANY(ARRAY(SELECT alike.id FROM boards.generations AS alike WHERE alike.board_id ${boardId ? Prisma.sql`= ${boardId}::uuid` : ofViewer}
    AND alike.perceptual_hash IS NOT NULL AND bit_count(alike.perceptual_hash # ${hash}::bit(64)) <= ${mostDiffering}))`;
}

/** What the row itself, or what was made from it, tells. */
function columnsSql(search: GenerationSearch): Prisma.Sql[] {
  const { generatorNames, providers, artifactTypes, statuses, userId, createdAfter, createdBefore, hasChildren, isSimulated } = search;
  return [
    ...(generatorNames?.length ? [Prisma.sql`g.generator_name = ANY(${generatorNames})`] : []),
    ...(providers?.length ? [ofProvidersSql(providers)] : []),
    ...(artifactTypes?.length ? [Prisma.sql`g.artifact_type = ANY(${artifactTypes})`] : []),
    ...(statuses?.length ? [Prisma.sql`g.status = ANY(${statuses})`] : []),
    ...(userId ? [Prisma.sql`g.user_id = ${userId}::uuid`] : []),
    ...(createdAfter ? [Prisma.sql`g.created_at >= ${createdAfter}`] : []),
    ...(createdBefore ? [Prisma.sql`g.created_at < ${createdBefore}`] : []),
    ...(hasChildren == null ? [] : [hasChildren ? hasChildrenSql : Prisma.sql`NOT ${hasChildrenSql}`]),
    ...(isSimulated == null ? [] : [Prisma.sql`${isSimulatedSql} = ${isSimulated}`]),
  ];
}

function ofProvidersSql(providers: string[]): Prisma.Sql {
  const names = allGenerators().flatMap(({ name, provider }) => (providers.includes(provider) ? name : []));
  return Prisma.sql`(g.generator_name = ANY(${names})
    OR g.generator_name IN (SELECT added.name FROM boards.added_models AS added WHERE added.provider_name = ANY(${providers})))`;
}

/** Whether something on the same board was made from it: other boards may be ones that the viewer can't see. */
export const hasChildrenSql = Prisma.sql`EXISTS (SELECT FROM boards.generation_inputs AS edge JOIN boards.generations AS child ON child.id = edge.generation_id
  WHERE edge.input_generation_id = g.id AND child.board_id = g.board_id AND child.trashed_at IS NULL)`;

/** Whether it came from a simulated provider. */
export const isSimulatedSql = Prisma.sql`(coalesce(g.output_metadata->>'simulated', '') = 'true')`;

/** What people made of it: tags, and the viewer's own stars and ratings. */
function ofPeopleSql(viewer: Viewer | null, { tagIds, isStarred, minRating }: GenerationSearch): Prisma.Sql[] {
  const marked = (how: Prisma.Sql) =>
    Prisma.sql`EXISTS (SELECT FROM boards.generation_marks AS mark WHERE mark.generation_id = g.id AND mark.user_id = ${viewer?.userId ?? null}::uuid AND ${how})`;
  return [
    // Strangers to a public board are not told its tags, nor what has which.
    ...(tagIds?.length ? [Prisma.sql`g.tag_ids @> ${tagIds}::uuid[] AND ${boardIsFamiliarSql(viewer)}`] : []),
    ...(isStarred == null ? [] : [isStarred ? marked(Prisma.sql`mark.is_starred`) : Prisma.sql`NOT ${marked(Prisma.sql`mark.is_starred`)}`]),
    ...(minRating == null ? [] : [marked(Prisma.sql`mark.rating >= ${minRating}`)]),
  ];
}
