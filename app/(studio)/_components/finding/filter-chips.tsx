"use client";

import { type GalleryFilter, useGenerationPreview, useSearchFacets } from "@boards/client";
import { X } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import { wordsOf } from "@/app/_components/words-of";
import type { FilterState } from "./use-filter";

interface Chip {
  key: string;
  text: string;
  /** The address of what it is about. */
  image?: string | null;
  without: Partial<GalleryFilter>;
}

interface FilterChipsProps {
  boardId: string | null;
  finding: FilterState;
  /** How many are found; null until it is known. */
  count: number | null;
}

/** What is asked for, each with a button that lets it go, one for all, and how many are found. Nothing while nothing is asked for. */
export function FilterChips({ boardId, finding, count }: FilterChipsProps) {
  const t = useTranslations("studio.finding");
  const { change, replace, isFiltered } = finding;
  const chips = useChips(boardId, finding);
  if (!isFiltered) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 pt-1 pb-3">
      {/* Its items and the count after them fill the same lines. */}
      <ul aria-label={t("activeFilters")} className="contents">
        {chips.map(({ key, text, image, without }) => (
          <li key={key} className="flex min-h-8 items-center rounded-full bg-sunken pl-3 text-sm pointer-coarse:min-h-11">
            {image && <img src={image} alt="" className="-ml-1.5 mr-2 size-6 rounded-full object-cover" />}
            <span className="max-w-60 truncate">{text}</span>
            <button
              type="button"
              aria-label={t("remove", { name: text })}
              onClick={() => change(without)}
              className="grid size-8 place-items-center rounded-full text-muted hover:text-ink pointer-coarse:size-11"
            >
              <X size={14} aria-hidden />
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            onClick={() => replace({})}
            className="min-h-8 px-2 text-muted text-sm underline hover:text-ink pointer-coarse:min-h-11"
          >
            {t("clear")}
          </button>
        </li>
      </ul>
      {/* Wide screens have it in the toolbar, where nothing is read out. */}
      <p role="status" className="text-muted text-sm tabular-nums lg:sr-only">
        {count !== null && t("total", { count, isMinimum: "false" })}
      </p>
    </div>
  );
}

function useChips(boardId: string | null, { filter }: FilterState): Chip[] {
  const t = useTranslations("studio.finding");
  const kinds = useTranslations("app.artifactKinds");
  const format = useFormatter();
  const needsNames = Boolean(filter.tagIds || filter.userId || filter.generatorNames || filter.providers);
  const names = useSearchFacets(boardId, {}, !needsNames);
  const here = useSearchFacets(boardId, filter, !needsNames);
  const source = useGenerationPreview(filter.similarTo ?? null);
  const name = source && wordsOf(source);
  const labelOf = (facet: "tags" | "authors" | "generators" | "providers", value: string) =>
    [...(names?.[facet] ?? []), ...(here?.[facet] ?? [])].find((each) => each.value === value)?.label;
  const list = <Name extends "artifactTypes" | "generatorNames" | "providers" | "statuses" | "tagIds">(
    name: Name,
    textOf: (value: string) => string,
  ) => {
    const values = (filter[name] ?? []) as string[];
    return values.map(
      (value): Chip => ({ key: `${name} ${value}`, text: textOf(value), without: { [name]: values.filter((each) => each !== value) } }),
    );
  };
  const one = (name: keyof GalleryFilter, text: string): Chip[] => (filter[name] == null ? [] : [{ key: name, text, without: { [name]: null } }]);
  const dayText = (time: unknown, back: number) =>
    typeof time === "string" ? format.dateTime(new Date(Date.parse(time) - back), { dateStyle: "medium" }) : "";
  return [
    ...one("query", t("words", { query: filter.query ?? "" })),
    ...one("similarTo", source === null ? t("similarToGone") : name ? t("similarTo", { name }) : t("similarToOne")).map((chip) => ({
      ...chip,
      image: source?.small,
    })),
    ...list("artifactTypes", (value) => kinds(value as "IMAGE")),
    ...list("generatorNames", (value) => labelOf("generators", value) ?? value),
    ...list("providers", (value) => labelOf("providers", value) ?? value),
    ...list("statuses", (value) => t(`statuses.${value as "FAILED"}`)),
    ...list("tagIds", (value) => labelOf("tags", value) ?? t("aTag")),
    ...one("isStarred", filter.isStarred ? t("starred") : t("notStarred")),
    ...one("minRating", t("rating", { rating: filter.minRating ?? 0 })),
    ...one("userId", t("by", { name: labelOf("authors", filter.userId ?? "") || t("noName") })),
    ...one("createdAfter", t("since", { day: dayText(filter.createdAfter, 0) })),
    ...one("createdBefore", t("until", { day: dayText(filter.createdBefore, 1) })),
    ...one("hasChildren", t(`hasChildren.${filter.hasChildren ? "yes" : "no"}`)),
    ...one("isSimulated", t(`isSimulated.${filter.isSimulated ? "yes" : "no"}`)),
  ];
}
