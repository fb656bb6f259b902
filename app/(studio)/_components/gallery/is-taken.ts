/** Whether keys go into a field, or into a window over the page. */
export const isTaken = (target: EventTarget | null) =>
  target instanceof Element && target.closest("input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu]") !== null;
