import { useGallery } from "@boards/client";
import { useEffect, useMemo } from "react";
import { useFilter } from "../finding/use-filter";

/** The ids around a result as the gallery shows them, of its section and the two beside it: along them one walks in the viewer. Empty without a result. */
export function useOrderAround(boardId: string | null, id: string | null): string[] {
  const { filter, sort } = useFilter();
  const { sections, itemsOf, need } = useGallery(boardId, filter, sort);
  const place = useMemo(() => (id ? sections.findIndex(({ key }) => itemsOf(key)?.some((item) => item.id === id)) : -1), [sections, itemsOf, id]);
  const around = place < 0 ? [] : sections.slice(Math.max(0, place - 1), place + 2).map(({ key }) => key);
  const wanted = around.join();
  useEffect(() => {
    if (wanted) need(wanted.split(","));
  }, [wanted, need]);
  return useMemo(() => (wanted ? wanted.split(",").flatMap((key) => itemsOf(key)?.map((item) => item.id) ?? []) : []), [wanted, itemsOf]);
}
