const focusable = "textarea, input:not(.sr-only), select, button, [tabindex='0']";

/** Moves the focus into what a form shows of an input, and that into sight, also where it is folded away; false when it is not on the page. */
export function focusField(name: string): boolean {
  const place = document.querySelector<HTMLElement>(`[data-input="${CSS.escape(name)}"]`);
  const target = place?.querySelector<HTMLElement>(focusable);
  if (!place || !target) return false;
  for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
  place.scrollIntoView({ block: "nearest" });
  target.focus();
  return true;
}

/** The prompt, or the first button of a generator without one. */
export function promptElement(): HTMLElement | null {
  const bar = document.querySelector<HTMLElement>("[data-prompt-bar]");
  return bar?.querySelector<HTMLElement>("textarea") ?? bar?.querySelector<HTMLElement>("button") ?? null;
}

/** Moves the focus there, once what was pressed has given it back. */
export const focusPrompt = (): void => void setTimeout(() => promptElement()?.focus());
