/** What takes the focus of the tile of a generation; null where it is not on the page. */
export function tileOf(id: string): HTMLElement | null {
  const tile = document.querySelector<HTMLElement>(`[data-generation="${CSS.escape(id)}"]`);
  return tile?.matches("[tabindex]") ? tile : (tile?.querySelector<HTMLElement>("button, a[href], [tabindex]") ?? null);
}
