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
