const focusable = "textarea, input:not(.sr-only), select, button, [tabindex='0']";

/** Moves the focus into what a form shows of an input, and that into sight; false when it is not on the page. */
export function focusField(name: string): boolean {
  const place = document.querySelector<HTMLElement>(`[data-input="${CSS.escape(name)}"]`);
  const target = place?.querySelector<HTMLElement>(focusable);
  if (!place || !target) return false;
  place.scrollIntoView({ block: "nearest" });
  target.focus();
  return true;
}

/** Moves the focus into the prompt, or into the first input of a generator without one, once what was pressed has given it back. */
export function focusPrompt(): void {
  setTimeout(() => {
    const bar = document.querySelector<HTMLElement>("[data-prompt-bar]");
    (bar?.querySelector<HTMLElement>("textarea") ?? bar?.querySelector<HTMLElement>("button"))?.focus();
  });
}
