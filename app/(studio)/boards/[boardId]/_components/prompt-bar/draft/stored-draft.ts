import type { Draft } from "./draft";

const prefix = "boards:draft:";
const mostDrafts = 40;
const mostCharacters = 200_000;

/** Where the draft of a user on a board is kept in the browser: nobody else reads it. */
export const draftKey = (userId: string, boardId: string) => `${prefix}${userId}:${boardId}`;

interface StoredDraft extends Draft {
  /** Milliseconds since 1970. */
  savedAt: number;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

const isArtifact = (value: unknown) =>
  isRecord(value) &&
  [value.id, value.artifactType, value.role].every((each) => typeof each === "string") &&
  isRecord(value.places) &&
  Object.values(value.places).every((each) => typeof each === "string");

/** Reads a stored draft; null for none, or for what is not one. */
export function parseDraft(text: string | null): StoredDraft | null {
  try {
    const read: unknown = JSON.parse(text ?? "null");
    if (!isRecord(read) || !isRecord(read.settings) || !Object.values(read.settings).every(isRecord)) return null;
    if (!Array.isArray(read.artifacts) || !read.artifacts.every(isArtifact)) return null;
    const isTextOrNull = (value: unknown) => value === null || typeof value === "string";
    if (!isTextOrNull(read.generatorName) || !isTextOrNull(read.prompt) || typeof read.savedAt !== "number") return null;
    return read as unknown as StoredDraft;
  } catch {
    return null;
  }
}

/**
 * Keeps a draft. One that is very large loses the settings of other generators, then is not kept at all. The browser keeps those that were changed last;
 * when it has no room at all, the draft lives as long as the page.
 */
export function storeDraft(storage: Storage, key: string, draft: Draft): void {
  const { generatorName, settings } = draft;
  const own = generatorName && settings[generatorName] ? { [generatorName]: settings[generatorName] } : {};
  const text = [draft, { ...draft, settings: own }]
    .map((each) => JSON.stringify({ ...each, savedAt: Date.now() } satisfies StoredDraft))
    .find(({ length }) => length <= mostCharacters);
  if (text === undefined) return;
  try {
    dropOldest(storage, key, mostDrafts - 1);
    storage.setItem(key, text);
  } catch {
    try {
      dropOldest(storage, key, 0);
      storage.setItem(key, text);
    } catch {}
  }
}

/** Leaves the newest `kept` drafts beside the one at `key`. */
function dropOldest(storage: Storage, key: string, kept: number): void {
  const others = Object.keys(storage).filter((each) => each.startsWith(prefix) && each !== key);
  if (others.length <= kept) return;
  const age = (each: string) => parseDraft(storage.getItem(each))?.savedAt ?? 0;
  for (const each of others.sort((one, other) => age(other) - age(one)).slice(kept)) storage.removeItem(each);
}
