import { isUpload } from "@/lib/generations/artifacts/upload-name";
import { hasChildrenSql, isSimulatedSql } from "@/lib/generations/search/search-sql";
import { findProvider } from "@/lib/generators/catalogue/providers";
import { findGenerator } from "@/lib/generators/catalogue/registry";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { readAsInstallation } from "@/lib/platform/db/tenant-scope";
import { Prisma } from "@/prisma/generated/client";

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
  total: number;
  counts: { column: FacetName; value: string; count: number }[];
}

/** What facets are counted by: its value in a row of `found AS g`, beside the viewer's `mark` of it. Tags are several. */
const facetValue = {
  generator: Prisma.sql`g.generator_name`,
  artifact_type: Prisma.sql`g.artifact_type`,
  status: Prisma.sql`g.status`,
  author: Prisma.sql`g.user_id::text`,
  month: Prisma.sql`to_char(g.created_at AT TIME ZONE 'UTC', 'YYYY-MM')`,
  rating: Prisma.sql`mark.rating::text`,
  starred: Prisma.sql`coalesce(mark.is_starred, false)::text`,
  has_children: Prisma.sql`${hasChildrenSql}::text`,
  simulated: Prisma.sql`${isSimulatedSql}::text`,
  tag: Prisma.sql`g.tag_ids`,
};

/** The name of a facet. */
export type FacetName = keyof typeof facetValue;
const allNames = Object.keys(facetValue) as FacetName[];

/** Counts what is found by its values, for these facets at once. If there is more than can be counted, only so much of it. */
export async function countValues(viewer: Viewer | null, search: Prisma.Sql, names = allNames, most = maximumCounted): Promise<CountedValues> {
  const column = (name: FacetName) => Prisma.raw(`"${name}"`);
  const countsOf = (name: FacetName) =>
    name === "tag"
      ? Prisma.sql`(SELECT 'tag', tag_id::text, count(*)::int FROM counted, unnest(tag) AS tag_id GROUP BY tag_id ORDER BY 3 DESC LIMIT ${facetSize})`
      : Prisma.sql`SELECT ${name}, ${column(name)}, count(*)::int FROM counted WHERE ${column(name)} IS NOT NULL GROUP BY 2`;
  const rows = await readAsInstallation(
    () => db().$queryRaw<{ column: FacetName | null; value: string; count: number }[]>`
      WITH found AS MATERIALIZED (SELECT g.id, g.board_id, g.generator_name, g.artifact_type, g.status, g.tag_ids, g.user_id, g.created_at, g.output_metadata
          ${search} LIMIT ${most + 1}),
        counted AS MATERIALIZED (
          SELECT ${Prisma.join([Prisma.sql`g.id`, ...names.map((name) => Prisma.sql`${facetValue[name]} AS ${column(name)}`)])}
          FROM (SELECT * FROM found LIMIT ${most}) AS g
          LEFT JOIN boards.generation_marks AS mark ON mark.generation_id = g.id AND mark.user_id = ${viewer?.userId ?? null}::uuid)
      ${Prisma.join([Prisma.sql`SELECT NULL AS column, '' AS value, count(*)::int AS count FROM found`, ...names.map(countsOf)], " UNION ALL ")}`,
  );
  const counts = rows.flatMap(({ column, ...each }) => (column ? [{ column, ...each }] : []));
  const total = rows.find(({ column }) => column === null)?.count ?? 0;
  return { isComplete: total <= most, total: Math.min(total, most), counts };
}

const mostFirst = (one: FacetCount, other: FacetCount) => other.count - one.count || one.value.localeCompare(other.value);

/** One facet of what was counted, most frequent first; months and ratings in their own order, the latest and the best first. */
export function facetOf({ counts }: CountedValues, name: FacetName): FacetCount[] {
  const isOrdered = name === "month" || name === "rating";
  return counts
    .filter(({ column }) => column === name)
    .map(({ value, count }) => ({ value, label: value, count }))
    .sort(isOrdered ? (one, other) => other.value.localeCompare(one.value) : mostFirst)
    .slice(0, facetSize);
}

/** How many of what was counted hold what a facet of yes or no asks. */
export const countOfTrue = (counted: CountedValues, name: FacetName): number =>
  facetOf(counted, name).find(({ value }) => value === "true")?.count ?? 0;

/** The facet of tags, by their names. */
export async function tagFacetOf(counted: CountedValues): Promise<FacetCount[]> {
  const facet = facetOf(counted, "tag");
  const tags = await db().tag.findMany({ where: { id: { in: facet.map(({ value }) => value) } }, select: { id: true, name: true } });
  return labeled(facet, new Map(tags.map(({ id, name }) => [id, name])));
}

/** The facet of people, by their names. */
export async function authorFacetOf(counted: CountedValues): Promise<FacetCount[]> {
  const facet = facetOf(counted, "author");
  const users = await db().user.findMany({ where: { id: { in: facet.map(({ value }) => value) } }, select: { id: true, displayName: true } });
  return labeled(facet, new Map(users.map(({ id, displayName }) => [id, displayName ?? ""])));
}

/** The facet of generators, by their titles. */
export async function generatorFacetOf(counted: CountedValues): Promise<FacetCount[]> {
  const facet = facetOf(counted, "generator");
  const added = await addedModelsOf(facet);
  const titleOf = (name: string) =>
    isUpload({ generatorName: name }) ? say("app.upload") : (findGenerator(name)?.title ?? added.get(name)?.title ?? name);
  return facet.map((count) => ({ ...count, label: titleOf(count.value) }));
}

/** The facet of providers, also of `local`, which alone has no driver; what was uploaded has none. */
export async function providerFacetOf({ counts }: CountedValues): Promise<FacetCount[]> {
  const generators = counts.filter(({ column }) => column === "generator");
  const added = await addedModelsOf(generators);
  const sums = new Map<string, number>();
  for (const { value, count } of generators) {
    const provider = findGenerator(value)?.provider ?? added.get(value)?.providerName;
    if (provider) sums.set(provider, (sums.get(provider) ?? 0) + count);
  }
  return [...sums]
    .map(([value, count]) => ({ value, label: findProvider(value)?.title ?? say("app.thisServer"), count }))
    .sort(mostFirst)
    .slice(0, facetSize);
}

/** The models that were added in the app among these names of generators. */
async function addedModelsOf(names: { value: string }[]) {
  const unknown = names.map(({ value }) => value).filter((name) => !findGenerator(name));
  const models = await db().addedModel.findMany({ where: { name: { in: unknown } }, select: { name: true, title: true, providerName: true } });
  return new Map(models.map((model) => [model.name, model]));
}

const labeled = (facet: FacetCount[], labels: Map<string, string>) => facet.map((count) => ({ ...count, label: labels.get(count.value) ?? "" }));
