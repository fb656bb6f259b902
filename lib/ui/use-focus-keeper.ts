import { useEffect } from "react";

/** What Tab stops at. */
const stopAt = "a[href], button, input, select, textarea, summary, [tabindex]";
const isStop = (element: HTMLElement) => element.tabIndex >= 0 && !element.matches(":disabled");
const isTypedIn = (element: Element) => element.matches("textarea, input:not([type=checkbox], [type=radio])");

/** Longer than React and Radix take to move the focus themselves. */
const settleMs = 50;
/** A button that is busy mostly comes back. */
const busyMs = 1000;

/** Where something stands, also once it is gone. */
interface Place {
  element: HTMLElement;
  /** What it stands in, from the inside out. */
  holders: HTMLElement[];
  /** The stops before it, the nearest first. */
  before: HTMLElement[];
}

function placeOf(element: HTMLElement): Place {
  const holders: HTMLElement[] = [];
  for (let each = element.parentElement; each && each !== document.body; each = each.parentElement) holders.push(each);
  const before = [...document.querySelectorAll<HTMLElement>(stopAt)].filter((each) => isStop(each) && follows(each, element));
  return { element, holders, before: before.reverse() };
}

const follows = (first: Node, second: Node) => Boolean(first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING);
const isThere = (element: HTMLElement) => element.isConnected && !element.matches(":disabled") && element.checkVisibility?.() !== false;

/** Gives the focus to what is in that place now: the element itself, what has come instead of it, its neighbor, or the nearest one around. */
function focusAt({ element, holders, before }: Place, isByKey: boolean): boolean {
  const take = (each: HTMLElement) => {
    // A finger that removed something did not ask for the keyboard.
    if (each !== element && isTypedIn(each) && matchMedia("(pointer: coarse)").matches) return false;
    each.focus({ preventScroll: !isByKey });
    return document.activeElement === each;
  };
  if (isThere(element) && take(element)) return true;
  return holders.some((holder) => {
    if (!holder.isConnected) return false;
    const stops = [...holder.querySelectorAll<HTMLElement>(stopAt)].filter(isStop);
    const last = before.find((each) => holder.contains(each));
    const after = stops.filter((each) => !last || follows(last, each));
    const earlier = stops.filter((each) => !after.includes(each)).reverse();
    return [...after, ...earlier].some(take) || (holder.matches("[tabindex]") && take(holder));
  });
}

/**
 * Keeps the focus where it was when what held it goes: a row that deletes itself, a form that becomes a line again, a window, a busy button. Browsers
 * let it fall to the page's start then, where keys do nothing and a screen reader is silent. Whoever moves it on purpose is not disturbed.
 */
export function useFocusKeeper(): void {
  useEffect(() => {
    /** The last place in each child of the page (itself, windows, menus, messages), the latest last. */
    const places = new Map<Element, Place>();
    let held: (Place & { page: string }) | null = null;
    let isTaken = false;
    let busyUntil = 0;
    /** A button that was busy for long, and what has the focus in its place. */
    let lent: { from: HTMLElement; to: Element | null } | null = null;
    let isByKey = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let due = 0;

    // Radix gives the focus to the window that something goes from: that is heard, but no key does anything there.
    const isLost = () => {
      const active = document.activeElement as HTMLElement | null;
      if (!active || active === document.body) return true;
      return held !== null && !isThere(held.element) && active.matches("[role=dialog], [role=alertdialog]") && held.holders.includes(active);
    };
    const settleIn = (ms: number) => {
      if (timer && due <= Date.now() + ms) return;
      clearTimeout(timer);
      due = Date.now() + ms;
      timer = setTimeout(settle, ms);
    };
    const settle = () => {
      timer = undefined;
      if (!held || !isLost()) return;
      // Someone has left it on purpose, or gone to another page, which begins at its start.
      if ((!isTaken && isThere(held.element)) || held.page !== window.location.pathname) {
        held = null;
        places.clear();
        return;
      }
      const { element } = held;
      const isBusy = element.isConnected && element.matches(":disabled");
      if (isBusy) {
        busyUntil ||= Date.now() + busyMs;
        if (busyUntil > Date.now()) return settleIn(busyUntil - Date.now());
      }
      const isKept = [...places.values()].reverse().some((place) => focusAt(place, isByKey));
      lent = isKept && isBusy ? { from: element, to: document.activeElement } : null;
    };

    const listening = new AbortController();
    const listen = <Name extends keyof DocumentEventMap>(name: Name, listener: (event: DocumentEventMap[Name]) => void) =>
      document.addEventListener(name, listener, { capture: true, signal: listening.signal });
    listen("focusin", ({ target }) => {
      if (!(target instanceof HTMLElement) || target === document.body) return;
      if (isLost()) return settleIn(settleMs);
      held = { ...placeOf(target), page: window.location.pathname };
      isTaken = false;
      busyUntil = 0;
      const child = held.holders.at(-1) ?? target;
      for (const each of places.keys()) if (!each.isConnected || each === child) places.delete(each);
      places.set(child, held);
    });
    listen("focusout", () => settleIn(settleMs));
    listen("keydown", () => {
      isByKey = true;
    });
    listen("pointerdown", () => {
      isByKey = false;
    });
    const observer = new MutationObserver((records) => {
      if (lent && isThere(lent.from)) {
        if (document.activeElement === lent.to) lent.from.focus({ preventScroll: true });
        lent = null;
      }
      const element = held?.element;
      if (!element || (!element.matches(":disabled") && !isLost())) return;
      // React moves a line by taking it out and putting it in again.
      isTaken ||= !isThere(element) || records.some(({ removedNodes }) => [...removedNodes].some((node) => node.contains(element)));
      if (isTaken) settleIn(settleMs);
    });
    observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ["disabled"] });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      listening.abort();
    };
  }, []);
}
