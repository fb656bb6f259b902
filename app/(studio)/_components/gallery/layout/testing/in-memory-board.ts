import type { GalleryItem, GallerySection } from "@boards/client";

/** A board held in memory for tests of the layout: its sections, and its items, of which only some may be loaded. */
export function inMemoryBoard(days: Record<string, number[][]>) {
  const items = new Map<string, GalleryItem[]>();
  const sections: GallerySection[] = [];
  for (const [day, parts] of Object.entries(days)) {
    parts.forEach((ratios, part) => {
      const key = `${day}.${part}`;
      items.set(
        key,
        ratios.map((ratio, index) => itemOf(`${key}.${index}`, { ratio, createdAt: `${day}T00:00:00.000Z` })),
      );
      sections.push({ key, day, count: ratios.length, ratioSum: ratios.reduce((sum, ratio) => sum + ratio, 0) });
    });
  }
  const loaded = new Set<string>();
  return {
    sections,
    load: (...keys: string[]) => {
      for (const key of keys) loaded.add(key);
    },
    loadAll: () => {
      for (const { key } of sections) loaded.add(key);
    },
    itemsOf: (key: string): readonly GalleryItem[] | undefined => (loaded.has(key) ? items.get(key) : undefined),
    /** Puts results at the head of a section, as new ones arrive. */
    prepend: (key: string, ratios: number[]) => {
      const section = sections.find((each) => each.key === key);
      const added = ratios.map((ratio, index) => itemOf(`${key}.new${items.get(key)?.length}.${index}`, { ratio }));
      items.set(key, [...added, ...(items.get(key) ?? [])]);
      if (section)
        Object.assign(section, { count: section.count + ratios.length, ratioSum: section.ratioSum + ratios.reduce((sum, r) => sum + r, 0) });
    },
  };
}

/** An item with the facts that a test cares for. */
export function itemOf(id: string, facts: Partial<GalleryItem> = {}): GalleryItem {
  const one = { ratio: 1, artifactType: "IMAGE", status: "COMPLETED", placeholder: null, batchIndex: 0, batchSize: 1 } as const;
  return { id, batchId: id, createdAt: "2026-01-01T00:00:00.000Z", ...one, ...facts };
}
