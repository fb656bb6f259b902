import { type Draft, emptyDraft } from "./draft";
import { parseDraft, storeDraft } from "./stored-draft";

const restMs = 250;
const mostSteps = 20;

/**
 * The draft of one board outside of React, so that only what shows it is rendered when it changes. Kept in the browser under `key`, where there is one:
 * another tab's change replaces it, and is not written again. `note()` marks a point that `undo()` returns to.
 */
export class DraftStore {
  private draft: Draft;
  private past: Draft[] = [];
  private future: Draft[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly key: string | null,
    private readonly storage: Storage,
    /** Told of every change that can be undone. */
    private readonly onLarge: () => void = () => {},
  ) {
    this.draft = (key && parseDraft(storage.getItem(key))) || emptyDraft;
  }

  readonly get = (): Draft => this.draft;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Changes the draft; a large change can be undone. */
  change(update: (draft: Draft) => Draft, { isLarge = false } = {}): void {
    if (isLarge) {
      this.past = [...this.past, this.draft].slice(-mostSteps);
      this.future = [];
      this.onLarge();
    }
    this.show(update(this.draft));
    this.storeSoon();
  }

  /** Goes back to before the last large change; false when there was none. */
  readonly undo = (): boolean => this.step(this.past, this.future);

  /** Takes an undo back; false when there was none. */
  readonly redo = (): boolean => this.step(this.future, this.past);

  private step(from: Draft[], to: Draft[]): boolean {
    const next = from.pop();
    if (!next) return false;
    to.push(this.draft);
    this.show(next);
    this.storeSoon();
    return true;
  }

  private show(draft: Draft): void {
    this.draft = draft;
    for (const listener of this.listeners) listener();
  }

  private storeSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.store, restMs);
  }

  /** Writes what has not been written yet. */
  readonly store = (): void => {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.key) storeDraft(this.storage, this.key, this.draft);
  };

  /** Follows other tabs, and writes before the page goes; until the answered function is called. */
  readonly connect = (): (() => void) => {
    const take = (text: string | null) => {
      const draft = parseDraft(text);
      if (!draft) return;
      clearTimeout(this.timer);
      this.timer = undefined;
      this.show(draft);
    };
    const follow = ({ key, newValue }: StorageEvent) => key === this.key && take(newValue);
    // Another tab may have written since this one read.
    if (this.key && this.timer === undefined) take(this.storage.getItem(this.key));
    const storeHidden = () => document.visibilityState === "hidden" && this.store();
    window.addEventListener("storage", follow);
    window.addEventListener("pagehide", this.store);
    document.addEventListener("visibilitychange", storeHidden);
    return () => {
      window.removeEventListener("storage", follow);
      window.removeEventListener("pagehide", this.store);
      document.removeEventListener("visibilitychange", storeHidden);
      this.store();
    };
  };
}
