import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { emptyDraft } from "./draft";
import { DraftStore } from "./draft-store";
import { draftKey, parseDraft, storeDraft } from "./stored-draft";

/** A browser's storage, of a size of its own. */
class MemoryStorage implements Storage {
  [name: string]: unknown;
  constructor(private readonly room: number) {
    Object.defineProperty(this, "room", { enumerable: false });
  }
  get length() {
    return Object.keys(this).length;
  }
  key(index: number) {
    return Object.keys(this)[index] ?? null;
  }
  getItem(key: string) {
    return Object.hasOwn(this, key) ? String(this[key]) : null;
  }
  setItem(key: string, value: string) {
    const others = Object.keys(this).filter((each) => each !== key);
    if (others.reduce((sum, each) => sum + String(this[each]).length, value.length) > this.room) throw new DOMException("full", "QuotaExceededError");
    this[key] = value;
  }
  removeItem(key: string) {
    delete this[key];
  }
  clear() {
    for (const key of Object.keys(this)) delete this[key];
  }
}

const written = (prompt: string) => ({ ...emptyDraft, generatorName: "sketch", prompt });
let storage: MemoryStorage;
beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  storage = new MemoryStorage(1_000_000);
});
afterEach(() => vi.useRealTimers());

describe("drafts in the browser", () => {
  it("are read back as they were, by the same person on the same board alone", () => {
    storeDraft(storage, draftKey("ada", "board"), written("a fox"));
    expect(parseDraft(storage.getItem(draftKey("ada", "board")))).toMatchObject(written("a fox"));
    expect(storage.getItem(draftKey("bob", "board"))).toBeNull();
    expect(storage.getItem(draftKey("ada", "other"))).toBeNull();
  });

  it.each([null, "", "{", "[]", "null", '{"prompt":1}', '{"prompt":null,"generatorName":null,"artifacts":[{}],"settings":{},"savedAt":1}'])(
    "%s is no draft",
    (text) => {
      expect(parseDraft(text)).toBeNull();
    },
  );

  it("are forty at most: the oldest goes", () => {
    for (let index = 0; index < 45; index++) {
      vi.advanceTimersByTime(1000);
      storeDraft(storage, draftKey("ada", `b${index}`), written(`${index}`));
    }
    expect(storage.length).toBe(40);
    expect(storage.getItem(draftKey("ada", "b4"))).toBeNull();
    expect(storage.getItem(draftKey("ada", "b5"))).not.toBeNull();
  });

  it("lose the settings of other generators when they grow too large, and are left as they were when that is not enough", () => {
    const large = { ...written("a fox"), settings: { sketch: { detail: 1 }, other: { text: "x".repeat(300_000) } } };
    storeDraft(storage, draftKey("ada", "board"), large);
    expect(parseDraft(storage.getItem(draftKey("ada", "board")))).toMatchObject({ prompt: "a fox", settings: { sketch: { detail: 1 } } });
    storeDraft(storage, draftKey("ada", "board"), written("x".repeat(300_000)));
    expect(parseDraft(storage.getItem(draftKey("ada", "board")))?.prompt).toBe("a fox");
  });

  it("make room for the newest when the browser has none, and leave alone what is not theirs", () => {
    storage = new MemoryStorage(1500);
    storage.setItem("theme", "dark");
    for (let index = 0; index < 3; index++) storeDraft(storage, draftKey("ada", `b${index}`), written("x".repeat(700)));
    expect(storage.getItem("theme")).toBe("dark");
    expect(parseDraft(storage.getItem(draftKey("ada", "b2")))?.prompt).toHaveLength(700);
  });
});

describe("the store of a draft", () => {
  const key = draftKey("ada", "board");

  it("writes once it rests", () => {
    const store = new DraftStore(key, storage);
    for (const prompt of ["a", "a f", "a fox"]) store.change((draft) => ({ ...draft, prompt }));
    expect(storage.getItem(key)).toBeNull();
    vi.advanceTimersByTime(1000);
    expect(parseDraft(storage.getItem(key))?.prompt).toBe("a fox");
    expect(new DraftStore(key, storage).get().prompt).toBe("a fox");
  });

  it("goes back to before a large change and forth again, with what was typed since", () => {
    const store = new DraftStore(key, storage);
    store.change((draft) => ({ ...draft, prompt: "mine" }));
    store.change((draft) => ({ ...draft, prompt: "theirs" }), { isLarge: true });
    store.change((draft) => ({ ...draft, prompt: "theirs, changed" }));
    expect(store.undo()).toBe(true);
    expect(store.get().prompt).toBe("mine");
    expect(store.undo()).toBe(false);
    expect(store.redo()).toBe(true);
    expect(store.get().prompt).toBe("theirs, changed");
  });

  it("tells those who listen, until they stop", () => {
    const store = new DraftStore(null, storage);
    const listener = vi.fn();
    const stop = store.subscribe(listener);
    store.change((draft) => ({ ...draft, prompt: "a" }));
    stop();
    store.change((draft) => ({ ...draft, prompt: "b" }));
    expect(listener).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1000);
    expect(storage.length).toBe(0);
  });
});
