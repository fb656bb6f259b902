"use client";

import type { BoardListAsked } from "@boards/client";
import { usePathname, useSearchParams } from "next/navigation";

/** Whose boards can be listed. */
export const boardGroups = ["ALL", "OWN", "SHARED", "PUBLIC", "ARCHIVED"] as const;

/** The orders in which boards can be listed. */
export const boardSorts = ["UPDATED_DESC", "CREATED_DESC", "TITLE_ASC"] as const;

/** Which boards the address asks for (`?q=hills&of=shared&sort=title`), and a function that changes it without a request to the server. */
export function useBoardListView(): [BoardListAsked, (changes: Partial<BoardListAsked>) => void] {
  const pathname = usePathname();
  const parameters = useSearchParams();
  const among = <Value extends string>(name: string, values: readonly Value[], usual: Value): Value =>
    values.find((value) => value.toLowerCase() === parameters.get(name)) ?? usual;
  const asked: BoardListAsked = {
    query: (parameters.get("q") ?? "").slice(0, 500),
    of: among("of", boardGroups, "ALL"),
    sort: among("sort", boardSorts, "UPDATED_DESC"),
  };
  const change = (changes: Partial<BoardListAsked>) => {
    const { query, of, sort } = { ...asked, ...changes };
    const next = new URLSearchParams();
    if (query) next.set("q", query);
    if (of !== "ALL") next.set("of", of.toLowerCase());
    if (sort !== "UPDATED_DESC") next.set("sort", sort.toLowerCase());
    window.history.replaceState(null, "", next.size > 0 ? `${pathname}?${next}` : pathname);
  };
  return [asked, change];
}
