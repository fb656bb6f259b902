/** How many CSS pixels wide an image of this ratio is where it covers a box. */
export function shownWidth(box: { width: number; height: number }, ratio: number | null): number {
  return Math.ceil(Math.max(box.width, ratio === null ? 0 : box.height * ratio));
}

/** The previews that there are, each once: where there is no larger one, the next smaller one answers for it. */
export function sourceSet(previews: [url: string | null | undefined, width: number][]): string | undefined {
  const widths = new Map<string, number>();
  for (const [url, width] of previews) if (url && !widths.has(url)) widths.set(url, width);
  return [...widths].map(([url, width]) => `${url} ${width}w`).join(", ") || undefined;
}

/** The previews of a result, of which the browser chooses by the size it is shown at. */
export function previewSource({ small, medium, large }: Partial<Record<"small" | "medium" | "large", string | null | undefined>>) {
  const srcSet = sourceSet([
    [small, 320],
    [medium, 640],
    [large, 1280],
  ]);
  return { src: small ?? medium ?? undefined, srcSet };
}
