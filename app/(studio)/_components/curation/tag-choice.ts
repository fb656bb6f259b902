import type { Tag, TagChange } from "@boards/client";

/** Whether all of some results have a tag, some of them, or none. */
export type Presence = "all" | "some" | "none";

/** How a tag stands on results with these tags. */
export function presenceOf(id: string, tagsOf: readonly (readonly Tag[])[]): Presence {
  const count = tagsOf.filter((tags) => tags.some((tag) => tag.id === id)).length;
  return count === 0 ? "none" : count === tagsOf.length ? "all" : "some";
}

/** How it will stand, with what was chosen. */
export function presenceAfter(id: string, before: Presence, { add, remove }: TagChange): Presence {
  return add.includes(id) ? "all" : remove.includes(id) ? "none" : before;
}

/** What was chosen, with one tag more put on all, or taken off all that have it; what changes nothing is left out. */
export function withToggled(change: TagChange, id: string, before: Presence): TagChange {
  const wanted = presenceAfter(id, before, change) === "all" ? "none" : "all";
  const [add, remove] = [change.add.filter((each) => each !== id), change.remove.filter((each) => each !== id)];
  if (wanted === before) return { add, remove };
  return wanted === "all" ? { add: [...add, id], remove } : { add, remove: [...remove, id] };
}
