"use client";

import { type GalleryFilter, type SearchFacets, useSearchFacets } from "@boards/client";
import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { DateFields } from "./date-fields";
import { FacetList, type FacetOption } from "./facet-list";
import type { FilterState } from "./use-filter";

type ListName = "artifactTypes" | "generatorNames" | "providers" | "statuses" | "tagIds";
type Facet = SearchFacets["tags"];

interface FilterPanelProps {
  boardId: string | null;
  finding: FilterState;
}

/** All that results can be narrowed by, with how many each choice leaves. */
export function FilterPanel({ boardId, finding }: FilterPanelProps) {
  const t = useTranslations("studio.finding");
  const { isFiltered, replace } = finding;
  const props = { boardId, finding };
  return (
    <div className="grid grid-cols-1 gap-6">
      <div className="flex min-h-10 items-center justify-between gap-3">
        <Total {...props} />
        {isFiltered && (
          <Button look="quiet" className="px-4" onClick={() => replace({})}>
            {t("clear")}
          </Button>
        )}
      </div>
      <ListFacet {...props} name="artifactTypes" facetOf={({ artifactTypes }) => artifactTypes} wordsOf="types" />
      <MarkFacets {...props} />
      <ListFacet {...props} name="tagIds" facetOf={({ tags }) => tags} />
      <ListFacet {...props} name="generatorNames" facetOf={({ generators }) => generators} />
      <ListFacet {...props} name="providers" facetOf={({ providers }) => providers} />
      <ListFacet {...props} name="statuses" facetOf={({ statuses }) => statuses} wordsOf="statuses" />
      <AuthorFacet {...props} />
      <DateFields {...props} />
      <OriginFacets {...props} />
    </div>
  );
}

function Total({ boardId, finding }: FilterPanelProps) {
  const t = useTranslations("studio.finding");
  const facets = useSearchFacets(boardId, finding.filter);
  return (
    <p role="status" className="text-muted text-sm tabular-nums">
      {facets && t("total", { count: facets.totalCount, isMinimum: String(!facets.isComplete) })}
    </p>
  );
}

/** What is counted for a choice: all that the other filters leave. */
function without(filter: GalleryFilter, ...names: (keyof GalleryFilter)[]): GalleryFilter {
  return Object.fromEntries(Object.entries(filter).filter(([name]) => !names.includes(name as keyof GalleryFilter)));
}

interface ListFacetProps extends FilterPanelProps {
  name: ListName;
  facetOf: (facets: SearchFacets) => Facet;
  wordsOf?: "types" | "statuses";
}

function ListFacet({ boardId, finding, name, facetOf, wordsOf }: ListFacetProps) {
  const t = useTranslations("studio.finding");
  const kinds = useTranslations("app.artifactKinds");
  const { filter, change } = finding;
  // Of tags all must be there: each more leaves less.
  const facets = useSearchFacets(boardId, name === "tagIds" ? filter : without(filter, name));
  const chosen = (filter[name] ?? []) as string[];
  const valueFrom = (value: string) => (wordsOf ? value.toUpperCase() : value);
  const textOf = (value: string, label: string) =>
    wordsOf === "types" ? kinds(value as "IMAGE") : wordsOf === "statuses" ? t(`statuses.${value as "FAILED"}`) : label;
  const found = (facets ? facetOf(facets) : []).map(({ value, label, count }) => ({
    value: valueFrom(value),
    label: textOf(valueFrom(value), label),
    count,
  }));
  const gone = chosen.filter((value) => !found.some((each) => each.value === value)).map((value) => ({ value, label: textOf(value, value) }));
  return (
    <FacetList
      label={t(`names.${name}`)}
      options={[...found, ...(facets ? gone : [])]}
      chosen={chosen}
      isMinimum={facets ? !facets.isComplete : false}
      onToggle={(value) => change({ [name]: chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value] })}
    />
  );
}

function AuthorFacet({ boardId, finding: { filter, change } }: FilterPanelProps) {
  const t = useTranslations("studio.finding");
  const facets = useSearchFacets(boardId, without(filter, "userId"));
  const options = (facets?.authors ?? []).map(({ value, label, count }) => ({ value, label: label || t("noName"), count }));
  // One author is no choice.
  if (options.length < 2 && !filter.userId) return null;
  return (
    <FacetList
      label={t("names.userId")}
      options={options}
      chosen={filter.userId ? [filter.userId] : []}
      isMinimum={facets ? !facets.isComplete : false}
      onToggle={(value) => change({ userId: value === filter.userId ? null : value })}
    />
  );
}

function MarkFacets({ boardId, finding: { filter, change } }: FilterPanelProps) {
  const t = useTranslations("studio.finding");
  const facets = useSearchFacets(boardId, without(filter, "isStarred", "minRating"));
  const isMinimum = facets ? !facets.isComplete : false;
  const atLeast = (least: number) => (facets?.ratings ?? []).reduce((sum, { value, count }) => sum + (Number(value) >= least ? count : 0), 0);
  const ratings = [5, 4, 3, 2, 1].map((rating): FacetOption => ({ value: String(rating), label: t("rating", { rating }), count: atLeast(rating) }));
  return (
    <>
      <FacetList
        label={t("names.isStarred")}
        options={[{ value: "yes", label: t("starred"), count: facets?.starredCount }]}
        chosen={filter.isStarred ? ["yes"] : []}
        isMinimum={isMinimum}
        onToggle={() => change({ isStarred: filter.isStarred ? null : true })}
      />
      <FacetList
        label={t("names.minRating")}
        options={ratings.filter(({ value, count }) => count || value === String(filter.minRating))}
        chosen={filter.minRating ? [String(filter.minRating)] : []}
        isMinimum={isMinimum}
        onToggle={(value) => change({ minRating: Number(value) === filter.minRating ? null : Number(value) })}
      />
    </>
  );
}

function OriginFacets({ boardId, finding: { filter, change } }: FilterPanelProps) {
  const t = useTranslations("studio.finding");
  const used = useSearchFacets(boardId, without(filter, "hasChildren"));
  const simulated = useSearchFacets(boardId, without(filter, "isSimulated"));
  const yesNo = (name: "hasChildren" | "isSimulated", facets: SearchFacets | undefined, count: number | undefined) => {
    const value = filter[name];
    const rest = facets && count !== undefined ? facets.totalCount - count : undefined;
    if (!count && value == null) return null;
    return (
      <FacetList
        label={t(`names.${name}`)}
        options={[
          { value: "yes", label: t(`${name}.yes`), count },
          { value: "no", label: t(`${name}.no`), count: rest },
        ]}
        chosen={value == null ? [] : [value ? "yes" : "no"]}
        isMinimum={facets ? !facets.isComplete : false}
        onToggle={(chosen) => change({ [name]: (chosen === "yes") === value ? null : chosen === "yes" })}
      />
    );
  };
  return (
    <>
      {yesNo("hasChildren", used, used?.withChildrenCount)}
      {yesNo("isSimulated", simulated, simulated?.simulatedCount)}
    </>
  );
}
