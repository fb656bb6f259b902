import { Tooltip } from "radix-ui";
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { StandIn } from "./stand-in";

const delayMs = 400;
/** Who goes from one button to the next need not wait again. */
const patienceMs = 300;

const buttonAt = (target: EventTarget | null) => (target instanceof Element ? target.closest<HTMLElement>("[data-tooltip]") : null);

/** Shows the name of the button with an icon that the pointer rests on, or that the focus has come to by keys: one tooltip for all of them. */
export function Tooltips() {
  const [button, setButton] = useState<HTMLElement | null>(null);
  const shownUntil = useRef(0);
  useEffect(() => {
    const listening = new AbortController();
    const listen = <Name extends keyof DocumentEventMap>(name: Name, listener: (event: DocumentEventMap[Name]) => void) =>
      document.addEventListener(name, listener, { capture: true, signal: listening.signal });
    let under: HTMLElement | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (next: HTMLElement | null) => {
      clearTimeout(timer);
      setButton(next);
    };
    const rest = (next: HTMLElement | null, { pointerType }: PointerEvent) => {
      if (next === under) return;
      under = next;
      clearTimeout(timer);
      if (next && pointerType !== "touch") timer = setTimeout(show, Date.now() - shownUntil.current < patienceMs ? 0 : delayMs, next);
    };
    // Not what a pointer lies over by itself, as when a window opens below it.
    listen("pointermove", (event) => rest(buttonAt(event.target), event));
    listen("pointerout", (event) => event.relatedTarget === null && rest(null, event));
    listen("pointerdown", (event) => {
      // To a window, a press on the name of one of its buttons would be one outside of it.
      if (event.target instanceof Element && event.target.closest("[role=tooltip]")) event.stopPropagation();
      else show(null);
    });
    listen("click", () => show(null));
    listen("focusout", ({ target }) => buttonAt(target) && show(null));
    // A name is shown to who came by keys: after a tap, nothing would take it away again.
    listen("focusin", ({ target }) => target instanceof Element && target.matches("[data-tooltip]:focus-visible") && show(buttonAt(target)));
    return () => {
      clearTimeout(timer);
      listening.abort();
    };
  }, []);
  useEffect(() => {
    if (!button) return;
    shownUntil.current = Number.POSITIVE_INFINITY;
    // Escape is meant for the window that the button stands in. Radix would give it to the topmost layer alone, which is the tooltip: that is gone first.
    const onKeyDown = ({ key }: KeyboardEvent) => key === "Escape" && flushSync(() => setButton(null));
    window.addEventListener("keydown", onKeyDown, { capture: true });
    const observer = new MutationObserver(() => button.isConnected || setButton(null));
    observer.observe(document.body, { subtree: true, childList: true });
    return () => {
      shownUntil.current = Date.now();
      window.removeEventListener("keydown", onKeyDown, { capture: true });
      observer.disconnect();
    };
  }, [button]);
  if (!button) return null;
  return (
    <Tooltip.Provider>
      <Tooltip.Root open onOpenChange={(isOpen) => !isOpen && setButton(null)}>
        <Tooltip.Trigger asChild>
          <StandIn element={button} />
        </Tooltip.Trigger>
        <Tooltip.Portal>
          <Tooltip.Content sideOffset={6} className="z-50 rounded-md bg-ink px-2.5 py-1 text-canvas text-xs">
            {button.getAttribute("aria-label")}
          </Tooltip.Content>
        </Tooltip.Portal>
      </Tooltip.Root>
    </Tooltip.Provider>
  );
}
